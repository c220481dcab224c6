"""`rolelight startup`: the file that starts the server at login, and what to do with it."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from rolelight.commands.failure import fail
from rolelight.commands.settings import given, settings_of, settings_options
from rolelight.config import Settings, given_settings, variable
from rolelight.private_file import why_unusable, write_private

if TYPE_CHECKING:
    from rolelight.startup.systems import System

# As in startup/systems.py, which only this command needs.
SYSTEM_NAMES = click.Choice(["linux", "macos", "windows"])


@click.command()
@settings_options
@click.option("--print", "only_print", is_flag=True, help="Print the file, and write nothing.")
@click.option(
    "--system",
    "name",
    type=SYSTEM_NAMES,
    help="Another system; needs --print.",
)
@click.option("--remove", is_flag=True, help="Remove the file, and say how to end the start at login.")
def startup(only_print: bool, name: str | None, remove: bool, **options: str | None) -> None:
    """Have the server started whenever you log in, with the settings of now."""
    from rolelight.startup.systems import SYSTEMS, this_system

    if name not in (None, this_system()) and not only_print:
        fail(f"This system is {this_system()}. A file for another one can be printed: add --print.")
    system = SYSTEMS[name or this_system()]
    settings = settings_of(options)
    if settings.shared_address:
        fail(f"{variable('shared_address')} is for a team's server, which docs/team.md tells how to start.")
    file = system.file(settings.folder, Path.home(), os.environ)
    if remove:
        _remove(system, file)
        return
    content = _content(system, settings, options)
    if only_print:
        click.echo(content, nl=False)
        return
    for folder in (settings.folder, file.parent):  # No unit may write to a folder that is not there yet.
        if why := why_unusable(folder):
            fail(f"The folder {why}")
    write_private(file, content)
    untested = "" if system.is_tested else "\nThis was not tested on your system: please tell how it went.\n"
    click.echo(f"Written: {file}\n{untested}\nNow run, once:\n{_commands(system.turn_on, file)}")
    click.echo("\nFrom then on it runs while you are logged in. Its start page, with the pairing code:")
    click.echo("  rolelight open")


def _content(system: System, settings: Settings, options: Mapping[str, str | None]) -> bytes:
    """What the file is to hold."""
    from rolelight.startup.start import Start, StartupError

    written = given_settings(os.environ, given(options))
    user = "\\".join(part for part in (os.environ.get("USERDOMAIN"), getpass.getuser()) if part)
    try:
        return system.write(Start(_python(), written, settings.folder, user))
    except StartupError as error:
        fail(str(error))


def _python() -> str:
    """The Python that runs this; on Windows the one that opens no window."""
    windowless = Path(sys.executable).with_name("pythonw.exe")
    return str(windowless) if windowless.is_file() else sys.executable


def _remove(system: System, file: Path) -> None:
    if not file.is_file():
        fail(f"Nothing to remove: there is no {file}.", 1)
    file.unlink()
    click.echo(f"Removed: {file}\n\nNow run, once:\n{_commands(system.turn_off, file)}")


def _commands(commands: tuple[str, ...], file: Path) -> str:
    return "\n".join(f"  {command.format(file=file)}" for command in commands)

"""`rolelight serve`: the server, on this machine."""

from __future__ import annotations

import signal
import sys
import webbrowser
from collections.abc import Mapping
from threading import Thread
from typing import NoReturn

import click

from rolelight import __version__
from rolelight.commands.failure import fail
from rolelight.commands.settings import given, settings_of, settings_options
from rolelight.config import Settings, option, variable
from rolelight.extension_folder import find_extension
from rolelight.lexicon.lint import first_unusable
from rolelight.lexicon.problems import LexiconError
from rolelight.private_file import keep_no_core_dump, why_unusable


@click.command()
@settings_options
@click.option("--open", "open_browser", is_flag=True, help="Open the start page in the browser.")
@click.option("--quiet", is_flag=True, help="Print nothing, not even the start link, but what goes wrong.")
@click.option("--shared", is_flag=True, help="Serve a team, behind a proxy: see docs/team.md.")
def serve(open_browser: bool, quiet: bool, shared: bool, **options: str | None) -> None:
    """Start the server on this machine, until Ctrl+C."""
    settings = settings_of(options)
    if problem := first_unusable():  # It stops the start, not the first reading.
        raise LexiconError(problem)
    keep_no_core_dump()
    if shared:
        _serve_team(settings)
    if settings.shared_address:
        fail(f"{variable('shared_address')} is for a team's server: start it with --shared, or unset it.")
    _check_folder(settings, options)
    _serve(settings, open_browser, quiet)


def _serve_team(settings: Settings) -> NoReturn:
    from rolelight.shared.serving import CannotShare, serve_shared, warning_of

    if warning := warning_of(settings):
        click.echo(warning, err=True)
    try:
        serve_shared(settings)
    except CannotShare as error:
        fail(str(error))


def _serve(settings: Settings, open_browser: bool, quiet: bool) -> None:
    from rolelight.app import create_app  # Flask is slow to import, and only this command needs it.
    from rolelight.serving import bind
    from rolelight.site.link_file import kept_link, link_of
    from rolelight.state import create_state
    from rolelight.warming import warm

    state = create_state(settings)
    app = create_app(settings, state)
    try:
        server = bind(app, settings)
    except OSError as error:
        from rolelight.listener import why_not_listening

        fail(why_not_listening(settings, error), 1)
    # What stops a server at log-out must not leave the file with the start link behind.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())
    with kept_link(settings, state.start_link) as file:
        if not quiet:
            click.echo(_welcome(settings, link_of(settings, state.start_link.secret)))
        if open_browser:
            webbrowser.open(file.as_uri())
        Thread(target=warm, daemon=True).start()  # The start page can be shown meanwhile.
        server.run()
    if not quiet:
        click.echo("Rolelight has stopped.")


def _check_folder(settings: Settings, options: Mapping[str, str | None]) -> None:
    """End the command with a sentence where nothing can be kept in the folder."""
    if why := why_unusable(settings.folder):
        fail(f"{option('folder') if 'folder' in given(options) else variable('folder')} {why}")


def _welcome(settings: Settings, link: str) -> str:
    """What is running and what to do next."""
    extension = find_extension()
    folder = extension or "missing: this installation came without the extension"
    return f"""\
Rolelight {__version__} is running on this machine, at {settings.address}

  1. Open the start page (the link works once; `rolelight open` opens it again):
     {link}
  2. Load the extension from this folder, as the start page shows:
     {folder}
  3. Pair your browser with the code on the start page, open a profile, and click Rolelight's button.

Ctrl+C stops it."""

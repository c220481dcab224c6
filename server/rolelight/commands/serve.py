"""`rolelight serve`: the server, on this machine."""

from __future__ import annotations

import errno
import os
import webbrowser
from dataclasses import replace
from threading import Thread

import click

from rolelight import __version__
from rolelight.commands.failure import fail
from rolelight.config import Settings, SettingsError, read_settings
from rolelight.extension_folder import find_extension
from rolelight.lexicon.lint import first_unusable
from rolelight.lexicon.problems import LexiconError


@click.command()
@click.option("--port", type=int, help="The port to listen on, instead of ROLELIGHT_PORT or 8765.")
@click.option("--open", "open_browser", is_flag=True, help="Open the start page in the browser.")
def serve(port: int | None, open_browser: bool) -> None:
    """Start the server on this machine, until Ctrl+C."""
    from rolelight.app import create_app  # Flask is slow to import, and only this command needs it.
    from rolelight.serving import bind
    from rolelight.state import state_of
    from rolelight.warming import warm

    settings = _settings(port)
    if problem := first_unusable():  # It stops the start, not the first reading.
        raise LexiconError(problem)
    app = create_app(settings)
    try:
        server = bind(app, settings)
    except OSError as error:
        fail(_why_not_listening(error, settings), 1)
    link = f"{settings.address}/?start={state_of(app).start_link.secret}"
    click.echo(_welcome(settings, link))
    if open_browser:
        webbrowser.open(link)
    Thread(target=warm, daemon=True).start()  # The start page can be shown meanwhile.
    server.run()
    click.echo("Rolelight has stopped.")


def _settings(port: int | None) -> Settings:
    """The settings of the environment, with the port of the command line where it is given."""
    try:
        settings = read_settings(os.environ)
        return settings if port is None else replace(settings, port=port)
    except SettingsError as error:
        fail(str(error))


def _why_not_listening(error: OSError, settings: Settings) -> str:
    if error.errno == errno.EADDRINUSE:
        return (
            f"Port {settings.port} is in use, perhaps by another Rolelight. "
            "Stop that program, or choose another port: rolelight serve --port 8766"
        )
    return (
        f"Port {settings.port} cannot be used ({error.strerror}). Choose another: rolelight serve --port 8766"
    )


def _welcome(settings: Settings, link: str) -> str:
    """What is running and what to do next."""
    extension = find_extension()
    folder = extension or "missing: this installation came without the extension"
    return f"""\
Rolelight {__version__} is running on this machine, at {settings.address}

  1. Open the start page (the link works once):
     {link}
  2. Load the extension from this folder, as the start page shows:
     {folder}
  3. Pair your browser with the code on the start page, open a profile, and click Rolelight's button.

Ctrl+C stops it."""

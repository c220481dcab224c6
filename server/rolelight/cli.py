"""The command line: serve, read, roles and evaluate. Input that cannot be used gets a sentence on stderr."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
import webbrowser
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click
from bs4.dammit import EncodingDetector

from rolelight import __version__
from rolelight.config import MAX_PAGE_CHARACTERS, Settings, SettingsError, read_settings
from rolelight.errors import REFUSALS, Refusal
from rolelight.extension_folder import find_extension
from rolelight.lexicon import load_lexicon
from rolelight.page.model import Capture
from rolelight.reading import read_profile

# Wider lines are hard to read.
MOST_COLUMNS = 100
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
MOST_BEFORE_ADDRESS = 2_000
FILE = click.Path(dir_okay=False, path_type=Path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rolelight")
def main() -> None:
    """Shows what the evidence on a candidate's profile page really says."""


@main.command()
@click.option("--port", type=int, help="The port to listen on, instead of ROLELIGHT_PORT or 8765.")
@click.option("--open", "open_browser", is_flag=True, help="Open the start page in the browser.")
def serve(port: int | None, open_browser: bool) -> None:
    """Start the server on this machine, until Ctrl+C."""
    from rolelight.app import create_app  # Flask is slow to import, and only this command needs it.
    from rolelight.serving import bind
    from rolelight.state import state_of

    settings = _settings(port)
    app = create_app(settings)
    try:
        server = bind(app, settings)
    except OSError as error:
        _fail(_why_not_listening(error, settings), 1)
    link = f"{settings.address}/?start={state_of(app).start_link.secret}"
    click.echo(_welcome(settings, link))
    if open_browser:
        webbrowser.open(link)
    server.run()
    click.echo("Rolelight has stopped.")


@main.command()
@click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PAGE.html...")
@click.option("--url", default="", help="The address of the first page.")
@click.option("--role", help="The id of the role to be filled; `rolelight roles` lists them.")
@click.option("--skill", help="The id of the skill that the fit is for, such as python.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON, as the API gives it.")
def read(pages: tuple[Path, ...], url: str, role: str | None, skill: str | None, as_json: bool) -> None:
    """Read saved pages of one person: the profile, then its details pages."""
    read_pages = [_read_page(page) for page in pages]
    captures = [
        Capture(html, (url if html is read_pages[0] else "") or _saved_from(html)) for html in read_pages
    ]
    try:
        reading = read_profile(captures, role, skill)
    except Refusal as refusal:
        _fail(refusal.message)
    if as_json:
        from rolelight.api.schemas import ReadingSchema

        click.echo(json.dumps(ReadingSchema().dump(reading), indent=2))
        return
    from rolelight.terminal import render_reading

    for line in render_reading(reading, min(shutil.get_terminal_size().columns, MOST_COLUMNS)):
        click.echo(line)


@main.command()
def roles() -> None:
    """List the roles that can be asked for, an id first on each line."""
    listed = load_lexicon().roles
    widest = max(len(role.id) for role in listed)
    for role in listed:
        click.echo(f"{role.id:<{widest}}  {role.label}")


@main.group()
def evaluate() -> None:
    """Measure how right the readings are."""


@evaluate.command()
@click.argument("folder", default="tests/pages", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures and differences as JSON.")
@click.option("--differences", is_flag=True, help="Print each thing that was misread, missed or made up.")
@click.option("--floors", type=FILE, help="A file of floors: a figure below its own ends the command with 1.")
@click.option("--pin", type=FILE, help="A file to write the figures to as floors; lowers none.")
@click.option("--allow-lower", is_flag=True, help="Let --pin lower a floor.")
def pages(
    folder: Path, as_json: bool, differences: bool, floors: Path | None, pin: Path | None, allow_lower: bool
) -> None:
    """Hold what is read of the fixtures in FOLDER against what they expect, field by field."""
    # The server never evaluates.
    from rolelight.evaluation import EvaluationError
    from rolelight.evaluation.floors import compare_floors, pin_floors
    from rolelight.evaluation.pages import evaluate_pages
    from rolelight.evaluation.table import render_evaluation, render_json

    try:
        evaluation = evaluate_pages(folder)
        lines = render_json(evaluation) if as_json else render_evaluation(evaluation, differences)
        for line in lines:
            click.echo(line)
        falls = compare_floors(floors, evaluation) if floors else []
        falls += pin_floors(pin, evaluation, allow_lower) if pin else []
    except EvaluationError as error:
        _fail(str(error))
    if falls:
        _fail("\n".join(falls), 1)


def _fail(sentence: str, status: int = 2) -> NoReturn:
    click.echo(sentence, err=True)
    sys.exit(status)


def _settings(port: int | None) -> Settings:
    """The settings of the environment, with the port of the command line where it is given."""
    try:
        settings = read_settings(os.environ)
        return settings if port is None else replace(settings, port=port)
    except SettingsError as error:
        _fail(str(error))


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


def _saved_from(html: str) -> str:
    """The address that browsers write into a page that they save, or nothing."""
    match = _SAVED_FROM.search(html, 0, MOST_BEFORE_ADDRESS)
    return match[1] if match else ""


def _read_page(file: Path) -> str:
    """The text of a saved page, in the encoding that it declares or else in UTF-8."""
    try:
        content = file.read_bytes()
    except OSError as error:
        _fail(f"{file} cannot be read ({error.strerror}). Give the path of a saved page.")
    encoding = EncodingDetector.find_declared_encoding(content, is_html=True) or "utf-8"
    try:
        text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except (LookupError, UnicodeDecodeError):
        text = "\0"
    if "\0" in text:
        _fail(f"{file} is not a page of text. Save the profile as a web page (HTML) and give that file.")
    if len(text) > MAX_PAGE_CHARACTERS:
        _fail(f"{file}: {REFUSALS['page_too_large'][1]}")
    return text

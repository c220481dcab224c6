"""`rolelight read`: a reading of saved pages, in words or as JSON."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import click

from rolelight.commands.failure import fail
from rolelight.config import MAX_PAGE_CHARACTERS, SettingsError, read_settings
from rolelight.errors import REFUSALS, Refusal
from rolelight.layout import MOST_COLUMNS
from rolelight.page.model import Capture

_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")
MOST_BEFORE_ADDRESS = 2_000


@click.command()
@click.argument("pages", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PAGE.html...")
@click.option("--url", default="", help="The address of the first page.")
@click.option("--role", help="The id of the role to be filled; `rolelight roles` lists them.")
@click.option("--skill", help="The id of the skill that the fit is for, such as python.")
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON, as the API gives it.")
def read(pages: tuple[Path, ...], url: str, role: str | None, skill: str | None, as_json: bool) -> None:
    """Read saved pages of one person: the profile, then its details pages."""
    from rolelight.reading import read_profile  # With BeautifulSoup, which no other command waits for.

    read_pages = [_read_page(page) for page in pages]
    captures = [
        Capture(html, (url if html is read_pages[0] else "") or _saved_from(html)) for html in read_pages
    ]
    try:
        reading = read_profile(captures, role, skill, priors=read_settings(os.environ).priors)
    except Refusal as refusal:
        fail(refusal.message)
    except SettingsError as error:
        fail(str(error))
    if as_json:
        from rolelight.api.reading_schemas import ReadingSchema

        click.echo(json.dumps(ReadingSchema().dump(reading), indent=2))
        return
    from rolelight.terminal import render_reading

    for line in render_reading(reading, min(shutil.get_terminal_size().columns, MOST_COLUMNS)):
        click.echo(line)


def _saved_from(html: str) -> str:
    """The address that browsers write into a page that they save, or nothing."""
    match = _SAVED_FROM.search(html, 0, MOST_BEFORE_ADDRESS)
    return match[1] if match else ""


def _read_page(file: Path) -> str:
    """The text of a saved page, in the encoding that it declares or else in UTF-8."""
    from bs4.dammit import EncodingDetector

    try:
        content = file.read_bytes()
    except OSError as error:
        fail(f"{file} cannot be read ({error.strerror}). Give the path of a saved page.")
    encoding = EncodingDetector.find_declared_encoding(content, is_html=True) or "utf-8"
    try:
        text = content.decode("utf-8-sig" if encoding == "utf-8" else encoding)
    except (LookupError, UnicodeDecodeError):
        text = "\0"
    if "\0" in text:
        fail(f"{file} is not a page of text. Save the profile as a web page (HTML) and give that file.")
    if len(text) > MAX_PAGE_CHARACTERS:
        fail(f"{file}: {REFUSALS['page_too_large'][1]}")
    return text

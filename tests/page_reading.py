"""Short ways to read a page written in a test, and to look at what was read."""

from __future__ import annotations

from rolelight.page.model import Capture, Entry, Profile, Section
from rolelight.page.read import read_page

URL = "https://www.profiles.example/in/asha-example/"


def read(html: str, url: str = URL) -> Profile:
    """The profile of a page."""
    return read_page(Capture(html, url))


def section(html: str, kind: str, url: str = URL) -> Section:
    """The section of that kind, which the page must have."""
    found = read(html, url).section(kind)
    assert found is not None, f"no {kind} was found"
    return found


def pieces(entry: Entry, kind: str) -> list[str]:
    """The texts of the entry's pieces of that kind."""
    return [piece.text for piece in entry.pieces if piece.kind == kind]


def positions(html: str, url: str = URL) -> list[tuple[str | None, str | None, str | None, str | None]]:
    """Title, company, beginning and end of each position."""
    return [(e.title, e.company, e.start, e.end) for e in section(html, "experience", url).entries]

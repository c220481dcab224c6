"""Small generators of markup without end, and the profile that a reader must find beside it."""

from __future__ import annotations

from collections.abc import Callable

Make = Callable[[int], str]
Table = dict[str, tuple[str, Make]]

SIZE = 120_000
LINES = "<h3>Web Developer</h3><p>Acme</p><p>Jan 2019 - Dec 2020</p>"
RESUME = f"<h1>Robin Example</h1><h2>Experience</h2><ul><li>{LINES}</li></ul><h2>Imprint</h2>"
ITEMS = RESUME.removesuffix("</ul><h2>Imprint</h2>")
POSITION = ("Web Developer", "Acme", "2019-01", "2020-12")
TOO_LARGE, COMPLEX, PROFILE, BLANK = "page_too_large", "page_too_complex", "profile", "blank"


def filled(bit: str, before: str = "", after: str = "") -> Make:
    """A bit over and over between two others."""
    return lambda size: before + bit * (size // len(bit)) + after


def nested(tag: str, inside: str = RESUME) -> Make:
    """Elements in elements, all closed, with something at the very bottom."""
    start, end = f"<{tag}>", f"</{tag.split()[0]}>"
    return lambda size: inside.join(bit * (size // len(start + end)) for bit in (start, end))


def numbered(pattern: str, before: str = "", after: str = "") -> Make:
    """A pattern over and over, each time with another number in it."""

    def make(size: int) -> str:
        times = size // len(pattern.format(10_000))
        return before + "".join(map(pattern.format, range(times))) + after

    return make


def beside(noise: Make) -> Make:
    """A profile with something after it."""
    return lambda size: RESUME + noise(size)


def always(html: str) -> Make:
    """One page, whatever the size."""
    return lambda size: html


def levels(tag: str, number: int) -> Make:
    """A profile so many levels down."""
    return always("<main>" + nested(tag)(number * len(f"<{tag}></{tag.split()[0]}>")) + "</main>")

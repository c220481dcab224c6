"""Lines of text for the terminal: titles, wrapped paragraphs, bullets, and probabilities in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

# Wider lines are hard to read.
MOST_COLUMNS = 100


def titled(text: str) -> Iterator[str]:
    """A title, with a line of nothing before it."""
    yield ""
    yield click.style(text.upper(), bold=True)


def wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    """A paragraph at most ``width`` wide, its first line after ``indent``, the others below it."""
    yield from textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=" " * len(indent))


def bullets(title: str, texts: tuple[str, ...], width: int) -> Iterator[str]:
    """Texts as bullets under a title; nothing where there are none."""
    if texts:
        yield from titled(title)
    for text in texts:
        yield from wrapped(text, width, "  - ")


def percent(probability: float) -> str:
    """A probability in whole per cent, which never claims certainty."""
    if probability > 0.99:
        return "over 99%"
    return "under 1%" if probability < 0.01 else f"{probability:.0%}"

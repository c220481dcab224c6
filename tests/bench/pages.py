"""The bench's pages: as many of each shape, 1,700 to 5,400 tags and 0.3 to 1.5 MB, the same on every run.

Sizes and make-up follow what was measured on saved pages of each shape: how much lies outside <main>, how
much is data, how deep it is, and how many tags, comments and how much white space the rest has. Below the
career a page shows a few entries of each section, as LinkedIn does; half of <main> are the person's posts
and the cards of other people, which a reader passes over.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from random import Random

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bench.career import Career, make_career
from bench.weight import Weight

URL = "https://www.linkedin.com/in/bench-person/"
TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)


@dataclass(frozen=True, slots=True)
class Size:
    """How much of everything a page has; ``kilobytes`` is its inlined data, scripts and styles."""

    positions: int
    deeds: int
    posts: int
    neighbours: int
    kilobytes: int


@dataclass(frozen=True, slots=True)
class Page:
    """A bench page with the career that must be found on it."""

    shape: str
    number: int
    html: str
    career: Career


SIZES = {
    "sdui": (
        Size(5, 2, 10, 24, 120),
        Size(8, 3, 14, 32, 350),
        Size(11, 4, 18, 40, 550),
        Size(14, 5, 24, 50, 700),
    ),
    "pvs": (
        Size(5, 2, 8, 16, 150),
        Size(8, 2, 12, 24, 350),
        Size(11, 3, 18, 34, 600),
        Size(14, 3, 24, 50, 900),
    ),
    "public": (
        Size(6, 4, 18, 70, 200),
        Size(9, 6, 24, 90, 350),
        Size(12, 8, 30, 110, 550),
        Size(16, 10, 40, 140, 800),
    ),
}


def make_pages() -> list[Page]:
    """Every bench page, shape by shape, small to large."""
    return [make_page(shape, number) for shape, sizes in SIZES.items() for number in range(len(sizes))]


def make_page(shape: str, number: int) -> Page:
    """One bench page; the number chooses its size."""
    size = SIZES[shape][number]
    random = Random(f"{shape} {number}")
    career = make_career(
        random, positions=size.positions, deeds=size.deeds, posts=size.posts, neighbours=size.neighbours
    )
    template = TEMPLATES.get_template(f"{shape}.html")
    html = template.render(career=career, kilobytes=size.kilobytes, weight=Weight(random))
    if shape == "sdui":  # React writes no white space between tags.
        html = re.sub(r">\s+<", "><", html)
    return Page(shape, number, html, career)

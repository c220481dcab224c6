"""The bench's pages: as many of each shape, 1,700 to 5,400 tags and 0.3 to 1.5 MB, the same on every run.

Sizes and make-up follow what was measured on saved pages of each shape: how much lies outside <main>, how
much is data, how deep it is, and how many tags, comments and how much white space the rest has. Most of
<main> is the person's own: a page shows a few posts and a rail of neighbours, which a reader passes over.
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
        Size(5, 5, 3, 12, 120),
        Size(8, 7, 5, 16, 350),
        Size(11, 10, 7, 20, 550),
        Size(14, 13, 9, 25, 700),
    ),
    "pvs": (Size(5, 3, 3, 16, 150), Size(8, 4, 5, 24, 350), Size(11, 6, 7, 34, 600), Size(14, 8, 9, 50, 900)),
    "public": (
        Size(6, 10, 6, 20, 200),
        Size(9, 14, 8, 26, 350),
        Size(12, 20, 10, 32, 550),
        Size(16, 26, 12, 40, 800),
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

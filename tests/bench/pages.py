"""The bench's pages: as many of each shape, 2,400 to 6,000 tags and 0.3 to 1.5 MB, the same on every run.

Sizes and make-up follow what was measured on saved pages of each shape: how much lies outside <main>, how
much is data, how deep it is, and how many tags, comments and how much white space the rest has.
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
    "sdui": (Size(5, 24, 36, 120), Size(8, 32, 44, 350), Size(11, 44, 60, 550), Size(14, 60, 80, 700)),
    "pvs": (Size(5, 22, 16, 150), Size(8, 32, 24, 350), Size(11, 46, 34, 600), Size(14, 58, 50, 900)),
    "public": (Size(6, 40, 140, 200), Size(9, 56, 190, 350), Size(12, 80, 270, 550), Size(16, 100, 370, 800)),
}


def make_pages() -> list[Page]:
    """Every bench page, shape by shape, small to large."""
    return [make_page(shape, number) for shape, sizes in SIZES.items() for number in range(len(sizes))]


def make_page(shape: str, number: int) -> Page:
    """One bench page; the number chooses its size."""
    size = SIZES[shape][number]
    random = Random(f"{shape} {number}")
    career = make_career(random, size.positions, size.posts, size.neighbours)
    template = TEMPLATES.get_template(f"{shape}.html")
    html = template.render(career=career, kilobytes=size.kilobytes, weight=Weight(random))
    if shape == "sdui":  # React writes no white space between tags.
        html = re.sub(r">\s+<", "><", html)
    return Page(shape, number, html, career)

"""A page of no known markup, such as a person's own CV: headings by the dictionary, lines by their shape."""

from __future__ import annotations

import re

from rolelight.page.dates import dates_within
from rolelight.page.grammar import looks_like_place
from rolelight.page.headings import section_kind
from rolelight.page.items import HEADING_RANK, line_rank
from rolelight.page.lines import HEADER, HIDDEN, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.by_headings import sections_by_headings
from rolelight.page.shapes.resume import resume_items
from rolelight.page.shapes.shape import Found, Layout, Shape, found, is_decoration
from rolelight.page.shapes.words import hinted

_FURNITURE = frozenset({"nav", "button", "form", "footer", "label"})
_TWINS = frozenset({"visually-hidden", "sr-only", "a11y-text", "screen-reader-text"})
_NOT_HEADLINE = ("li", "a", "h3")
_CONTACT = re.compile(r"\S+@\S+|https?:|www\.|(?:\+|\()?\d[\d\s().-]{6,}|\S+\.\w{2,}/\S*")
MAX_HEADLINE = 220
# How far below the name a headline may stand, in runs of text.
MAX_BELOW_NAME = 12
# Company, dates and place: a group of lines below a title.
MAX_BESIDE_PLACE = 3


def _layer_of(page: Page, element: Element) -> int | None:
    hidden = element.name in _FURNITURE or not _TWINS.isdisjoint(element.classes)
    return HIDDEN if hidden or is_decoration(page, element) else None


def _headline(view: View) -> Line | None:
    start = _end_of_name(view)
    end = min(start + MAX_BELOW_NAME, view.page.root.end)
    lines = view.lines(start, end)
    above = next((at for at, line in enumerate(lines) if section_kind(line.text)), len(lines))
    lines = [line for line in lines[:above] if _may_be_headline(line)]
    named = [line for line in lines if hinted(view, line, "headline")]
    plain = [line for line in lines[:2] if all(each.name not in _NOT_HEADLINE for each in view.around(line))]
    return next(iter(named or plain), None)


def _end_of_name(view: View) -> int:
    """Return where the person's name ends: the first heading of the page, or without one its first line."""
    inner = view.page.within(view.page.root)
    heading = next((each for each in inner if each.name == "h1" and each.end > each.first), None)
    first = next(iter(view.page_lines), None)
    if heading is None and (first is None or section_kind(first.text)):
        return view.page.root.end
    return heading.end if heading is not None else view.page_lines[0].last + 1


def _sections(view: View) -> list[Found]:
    """Return the sections, and a text about the person that only its name on the page shows as such."""
    sections = sections_by_headings(view)
    if any(section.kind == "about" for section in sections):
        return sections
    first = min((section.first for section in sections), default=view.page.root.first)
    lines = view.paragraphs(view.page.root.first, first, (HEADER,))
    about = next((line for line in lines if hinted(view, line, "about")), None)
    return sections if about is None else [found(view, "about", view.element(about)), *sections]


def _may_be_headline(line: Line) -> bool:
    return len(line.text) <= MAX_HEADLINE and not _CONTACT.match(line.text)


def _is_place(view: View, line: Line) -> bool:
    """A place is one that the page calls so, or that stands with the dates in a few lines of their own."""
    before = line.block.text[: line.start]
    if hinted(view, line, "location") or (looks_like_place(line.text) and dates_within(before) is not None):
        return True
    element = view.element(line)
    block = next((each for each in (element, *element.ancestors()) if each.is_block), element)
    if block.name == "li" or block.parent is None or line_rank(view, line) <= HEADING_RANK["dt"]:
        return False
    beside = view.lines(block.parent.first, block.parent.end)
    return len(beside) <= MAX_BESIDE_PLACE and looks_like_place(line.text)


SHAPE = Shape(
    name="generic",
    mark=lambda page: "no known markup",
    layer_of=_layer_of,
    layout=lambda view: Layout(_headline(view), _sections(view), set(), headline_by_place=True),
    items=resume_items,
    is_place=_is_place,
)

"""A page of no known markup, such as a person's own CV: headings through the dictionary, lines by their shape."""

from __future__ import annotations

import re

from rolelight.page.grammar import looks_like_place
from rolelight.page.headings import section_kind
from rolelight.page.items import HEADING_RANK, line_rank
from rolelight.page.lines import HIDDEN, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.resume import resume_items
from rolelight.page.shapes.shape import Found, Shape, is_decoration
from rolelight.page.shapes.words import hinted

_CAREER = ("experience", "education")
_FURNITURE = ("nav", "button", "form", "footer", "label")
_TWINS = ("visually-hidden", "sr-only", "a11y-text", "screen-reader-text")
_LOWEST_HEADING = 6
MAX_HEADLINE = 220
# Company, dates and place: a group of lines below a title.
MAX_BESIDE_PLACE = 3
_CONTACT = re.compile(r"\S+@\S+|https?:|www\.|(?:\+|\()?\d[\d\s().-]{6,}|\S+\.\w{2,}/\S*")


def _layer_of(page: Page, element: Element) -> int | None:
    hidden = element.name in _FURNITURE or any(map(element.has_class, _TWINS)) or is_decoration(page, element)
    return HIDDEN if hidden else None


def _heading_of(view: View, line: Line) -> Element | None:
    """Return the heading element that is all of the line, or nothing."""
    element = view.element(line)
    chain = (element, *element.ancestors())
    heading = next((above for above in chain[:6] if HEADING_RANK.get(above.name, 9) <= _LOWEST_HEADING), None)
    return heading if heading is not None and heading.end <= line.last + 1 else None


def _candidates(view: View) -> list[tuple[str, Element]]:
    """Return what might be section headings: headings that the dictionary knows, or else any such line."""
    lines = [line for line in view.lines(view.page.root.first, view.page.root.end) if section_kind(line.text)]
    headings = [(line, heading) for line in lines if (heading := _heading_of(view, line)) is not None]
    if not any(section_kind(line.text) in _CAREER for line, _ in headings):
        headings = [
            (line, view.element(line)) for line in lines if view.element(line).name not in ("a", "li")
        ]
    return [(section_kind(line.text) or "", heading) for line, heading in headings]


def _sections_of(view: View, headings: list[tuple[str, Element]]) -> list[Found]:
    """Return the sections that headings open: each runs to the next, within what the headings share."""
    sections = []
    for number, (kind, heading) in enumerate(headings):
        others = [headings[at][1] for at in (number - 1, number + 1) if 0 <= at < len(headings)]
        container = _container(heading, others, view.page.root)
        around = container.parent or view.page.root
        end = around.end if around.end > heading.end else heading.end
        end = container.end if container.end > heading.end else end
        if number + 1 < len(headings):
            end = min(end, max(headings[number + 1][1].first, heading.end))
        end = min(end, _next_unknown(view, heading, end))
        sections.append(Found(kind, container, heading.end, end))
    return sections


def _container(heading: Element, others: list[Element], root: Element) -> Element:
    """Return the largest element around a heading that holds no other section's heading."""
    container = heading
    for above in heading.ancestors():
        if not root.holds(above) or any(above.holds(other) for other in others):
            break
        container = above
    return container


def _next_unknown(view: View, heading: Element, end: int) -> int:
    """Return where a heading of the same name ends a flat section: one beside it that the dictionary does not know."""
    for element in view.page.elements[heading.last : view.page.root.last]:
        if element.first >= end:
            break
        if element.name == heading.name and element.parent is heading.parent and element.end > element.first:
            return element.first
    return end


def sections_by_headings(view: View) -> list[Found]:
    """Find a page's sections by their headings: the level of the career's headings first, then what is left over."""
    candidates = _candidates(view)
    ranks = [HEADING_RANK.get(heading.name, 9) for kind, heading in candidates if kind in _CAREER]
    level = min(ranks, default=9)
    main = [(kind, each) for kind, each in candidates if HEADING_RANK.get(each.name, 9) <= level]
    sections = _sections_of(view, main)
    left = [
        (kind, each)
        for kind, each in candidates
        if HEADING_RANK.get(each.name, 9) > level
        and not any(section.first <= each.first < section.end for section in sections)
    ]
    sections += [section for section in _sections_of(view, left) if section.kind not in _CAREER]
    return sorted((s for s in sections if s.kind != "other" and s.end > s.first), key=lambda s: s.first)


def _headline(view: View) -> Line | None:
    root = view.page.root
    name = next(
        (each for each in view.page.within(root) if each.name == "h1" and each.end > each.first), None
    )
    if name is None:
        return None
    lines = view.paragraphs(name.end, min(name.end + 12, root.end), (0,))
    upto = next((at for at, line in enumerate(lines) if section_kind(line.text)), len(lines))
    lines = [
        line for line in lines[:upto] if not _CONTACT.match(line.text) and len(line.text) <= MAX_HEADLINE
    ]
    named = [line for line in lines if hinted(view, line, "headline")]
    plain = [line for line in lines[:2] if view.element(line).name not in ("li", "a", "h3")]
    return next(iter(named or plain), None)


def _is_place(view: View, line: Line) -> bool:
    """A place is one that the page calls so, or stands with the dates in a few lines of their own."""
    if hinted(view, line, "location"):
        return True
    block = next((each for each in (view.element(line), *view.element(line).ancestors()) if each.text), None)
    if (
        block is None
        or block.parent is None
        or block.name == "li"
        or line_rank(view, line) <= _LOWEST_HEADING
    ):
        return False
    beside = view.lines(block.parent.first, block.parent.end)
    return len(beside) <= MAX_BESIDE_PLACE and looks_like_place(line.text)


def _is_generic(page: Page) -> bool:
    return True


SHAPE = Shape(
    name="generic",
    matches=_is_generic,
    layer_of=_layer_of,
    own_slugs=lambda page: set(),
    headline=_headline,
    sections=sections_by_headings,
    items=resume_items,
    is_place=_is_place,
)

"""Take out wrappers that say nothing: on some pages they are half of the tree."""

from __future__ import annotations

import re

from rolelight.page.rules import capture_rules

# Class names that a build made up say nothing; a class that may mean something keeps its element.
_DIV = re.compile(rf'<(?:(/)div|(div(?: class="(?: ?{capture_rules().hashed_class})++")?)|div\b[^<>]*+)>')


def without_wrappers(page: str) -> str:
    """Return the page without each plain ``<div>`` that holds nothing but one other ``<div>``.

    Such an element has no text of its own, so that no block changes, nor what stands beside what.
    """
    places: list[tuple[int, int]] = []
    opened: list[tuple[int, int, bool]] = []
    closed = (-1, -1)  # the element that ended last: from its beginning to its end
    for tag in _DIV.finditer(page):
        if not tag[1]:
            opened.append((*tag.span(), bool(tag[2]) and page.startswith("<div", tag.end())))
        elif opened:
            start, inside, is_plain = opened.pop()
            if is_plain and closed == (inside, tag.start()):
                places += [(start, inside), tag.span()]
            closed = (start, tag.end())
    return _without(page, sorted(places))


def _without(page: str, places: list[tuple[int, int]]) -> str:
    kept = []
    at = 0
    for start, end in places:
        kept.append(page[at:start])
        at = end
    kept.append(page[at:])
    return "".join(kept)

"""Divide one line into the pieces that it holds: company and employment, degree and field, skills."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import takewhile

from rolelight.page import grammar
from rolelight.page.dates import is_duration
from rolelight.page.lines import Line, View
from rolelight.page.model import Piece
from rolelight.page.outline import Element
from rolelight.page.vocabulary import MAX_LINE

_COMMA = re.compile(r",\s*(?![^()]*\))")


def is_aside(text: str) -> bool:
    """Say whether a line tells of the employment, the workplace or its duration, and of no name."""
    return grammar.is_employment(text) or grammar.is_workplace(text) or is_duration(text)


def company_line(line: Line) -> list[Piece]:
    """Divide "COMPANY · Full-time" where its tail is a kind of employment, a workplace or a duration."""
    places = grammar.parts(line.text)
    kept = len(places)
    while kept > 1 and is_aside(line.text[slice(*places[kept - 1])]):
        kept -= 1
    pieces = [line.piece("company", 0, places[kept - 1][1])]
    return pieces + [line.piece("employment", *place) for place in places[kept:]]


def degree_line(view: View, line: Line) -> list[Piece]:
    """Divide "DEGREE, FIELD" at its first comma outside brackets, or where the page marks two parts."""
    runs = view.page.runs[line.first : line.last + 1]
    parts = [_marked_part(run.element) for run in runs]
    second = next((at for at, part in enumerate(parts) if part is not parts[0]), 0)
    if second and None not in parts:
        edge = runs[second - 1].end - line.start
        return [line.piece("degree", 0, edge), line.piece("field", edge)]
    comma = _COMMA.search(line.text) if len(line.text) <= MAX_LINE else None
    if comma is None:
        return [line.piece("degree")]
    return [line.piece("degree", 0, comma.start()), line.piece("field", comma.end())]


def _marked_part(element: Element) -> Element | None:
    """Return the span with a class that the words stand in: pages that part a line so give each part one."""
    inline = takewhile(lambda each: not each.is_block, (element, *element.ancestors()))
    return next((each for each in inline if each.name == "span" and each.get("class")), None)


def skills_pieces(lines: Iterable[Line]) -> list[Piece]:
    """Return the skills that lines name, without their label and a tail such as "and +3 skills"."""
    pieces = (
        line.piece("skills", grammar.skills_label(line.text), grammar.skills_end(line.text)) for line in lines
    )
    return [piece for piece in pieces if piece.text]

"""Divide one line into the pieces that it holds: company and employment, place and workplace."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import groupby, takewhile

from rolelight.page import grammar
from rolelight.page.dates import date_line, is_duration, is_issued
from rolelight.page.lines import Line, View
from rolelight.page.model import Piece
from rolelight.page.outline import Element
from rolelight.page.vocabulary import MAX_LINE

_COMMA = re.compile(r",\s*(?![^()]*\))")
_SIGNS = " ,·•|"
_IN_BRACKETS = re.compile(r"\s*\(([^()]{2,30})\)$")


def aside_kind(text: str) -> str:
    """Return what a line that holds no name tells: employment, workplace or duration; else nothing."""
    if grammar.is_employment(text):
        return "employment"
    if grammar.is_workplace(text):
        return "workplace"
    return "duration" if is_duration(text) else ""


def pieces_of(line: Line, kind: str, basis: str = "position") -> list[Piece]:
    """Return the pieces of a line of that kind."""
    divide = _DIVIDED.get(kind)
    if divide is not None:
        return divide(line, basis)
    label = grammar.label_of(line.text) if kind in ("activities", "grade") else None
    return [line.piece(kind, label[1] if label else 0, basis=basis)]


def company_line(line: Line, basis: str = "position") -> list[Piece]:
    """Divide "COMPANY · Full-time" where its tail is a kind of employment, a workplace or a duration."""
    places = grammar.parts(line.text)
    kept = len(places)
    while kept > 1 and aside_kind(line.text[slice(*places[kept - 1])]):
        kept -= 1
    return [line.piece("company", 0, places[kept - 1][1], basis), *_asides(line, places[kept:])]


def location_line(line: Line, basis: str = "position") -> list[Piece]:
    """Divide "PLACE · Hybrid" and "PLACE (Remote)"; a workplace may stand alone."""
    places = grammar.parts(line.text)
    names = [place for place in places if not aside_kind(line.text[slice(*place)])]
    rest = _asides(line, [place for place in places if place not in names])
    if not names:
        return rest
    start, end = names[0][0], names[-1][1]
    bracketed = _IN_BRACKETS.search(line.text, start, end)
    if bracketed and grammar.is_workplace(bracketed[1]):
        rest.append(line.piece("workplace", *bracketed.span(1), basis="line_shape"))
        end = bracketed.start()
    return [line.piece("location", start, end, basis), *rest]


def parted_line(line: Line, basis: str = "position", kind: str = "issuer") -> list[Piece]:
    """Divide "Issued by ACME · Jan 2020", "PUBLISHER · Jan 18, 2022" and "Treasurer · 2019 - 2021"."""
    pieces: list[Piece] = []
    for start, end in grammar.parts(line.text):
        text = line.text[start:end]
        by = grammar.issuer_at(text)
        if not by and (date_line(text) or is_issued(text)):
            pieces.append(line.piece("dates", start, end, "line_shape"))
        elif pieces and pieces[-1].kind != "dates":
            pieces[-1] = line.piece(kind, pieces[-1].start - line.start, end, basis)
        else:
            pieces.append(line.piece(kind, start + by, end, basis))
    return pieces


def skills_line(line: Line, basis: str = "position") -> list[Piece]:
    """Return the skills that a line names, without their label and a tail such as "and +3 skills"."""
    piece = line.piece("skills", grammar.skills_label(line.text), grammar.skills_end(line.text), basis)
    return [piece] if piece.text else []


def degree_line(view: View, line: Line, basis: str = "position") -> list[Piece]:
    """Divide "DEGREE, FIELD" at its first comma outside brackets, or into the parts that the page marks."""
    before = view.page.runs[line.first - 1] if line.first else None
    if before is not None and grammar.is_field_label(before.words):
        return [line.piece("field", basis="key")]
    marked = _marked_parts(view, line)
    if len(marked) > 1:
        kinds = ("degree", "field", "grade")
        return [line.piece(kind, *place, basis) for kind, place in zip(kinds, marked, strict=False)]
    is_divided = line.field == "degree" or len(line.text) > MAX_LINE  # the markup has the field apart
    comma = None if is_divided else _COMMA.search(line.text)
    if comma is None:
        return [line.piece("degree", basis=basis)]
    return [line.piece("degree", 0, comma.start(), basis), line.piece("field", comma.end(), basis=basis)]


def _marked_parts(view: View, line: Line) -> list[tuple[int, int]]:
    """Return where the parts stand that have a span with a class each, if all of the line is in spans."""
    runs = [run for run in view.page.runs[line.first : line.last + 1] if run.block is line.block]
    spans = [_marked_span(run.element) for run in runs]
    if None in spans:
        return []
    together = groupby(zip(spans, runs, strict=True), key=lambda pair: id(pair[0]))
    parts = [[run for _, run in pairs] for _, pairs in together]
    places = [(part[0].start - line.start, part[-1].end - line.start) for part in parts]
    return [place for start, end in places if (place := _without_signs(line.text, max(start, 0), end))]


def _without_signs(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a part without the commas that part it off, or nothing where it is such a sign alone."""
    part = text[start:end]
    start += len(part) - len(part.lstrip(_SIGNS))
    end = start + len(part.strip(_SIGNS))
    return (start, end) if end > start else None


def _asides(line: Line, places: list[tuple[int, int]]) -> list[Piece]:
    return [
        line.piece(aside_kind(line.text[slice(*place)]) or "other", *place, basis="line_shape")
        for place in places
    ]


def _employment_line(line: Line, basis: str) -> list[Piece]:
    """Divide "Full-time · 4 yrs"; what is no workplace or duration there is a kind of employment."""
    return [
        replace(piece, kind="employment", basis=basis) if piece.kind == "other" else piece
        for piece in _asides(line, grammar.parts(line.text))
    ]


def _marked_span(element: Element) -> Element | None:
    """Return the span with a class that the words stand in."""
    inline = takewhile(lambda each: not each.is_block, (element, *element.ancestors()))
    return next((each for each in inline if each.name == "span" and each.get("class")), None)


_DIVIDED: dict[str, Callable[[Line, str], list[Piece]]] = {
    "company": company_line,
    "location": location_line,
    "workplace": location_line,
    "employment": _employment_line,
    "issuer": parted_line,
    "skills": skills_line,
}

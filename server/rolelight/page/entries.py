"""Read a section's items as entries: the pieces of their lines, with the dates that they tell."""

from __future__ import annotations

from rolelight.page import fields, grammar
from rolelight.page.dates import Dates, date_line, months_stated, points_within
from rolelight.page.fields import IsPlace, Told
from rolelight.page.items import HEADING_RANK, Item, line_rank
from rolelight.page.lines import View
from rolelight.page.model import Entry, Piece
from rolelight.page.pieces import degree_line, parted_line, pieces_of

# What is issued at one time has no end but an expiry.
_ISSUED = ("certifications", "honors", "publications")
# Lines beside a name that may end with dates: "Treasurer · 2019 - 2021".
_MAY_BE_DATED = ("issuer", "company", "other")


def read_entry(view: View, item: Item, kind: str, is_place: IsPlace) -> Entry | None:
    """Return the entry that an item of a section of that kind is, or None where it has no name."""
    if not item.header:
        return None
    if kind == "experience":
        return _position(item, is_place)
    if kind == "education":
        told, dates = fields.of_education(item)
        degrees = [each.kind == "degree" for each in told]
        pieces = [
            piece
            for each, is_degree in zip(told, degrees, strict=True)
            for piece in (degree_line(view, each.line, each.basis) if is_degree else _pieces(each))
        ]
        return _entry(pieces, item, dates)
    if kind == "skills":  # its name alone, for endorsements are other people's
        return Entry("", tuple(_first_named(item)))
    return _recommendation(view, item) if kind == "recommendations" else _named(item, kind)


def _position(item: Item, is_place: IsPlace) -> Entry | None:
    told, dates = fields.of_position(item, is_place)
    if not any(each.kind == "title" for each in told):
        return None
    shared = [piece for each in fields.of_group(item, is_place) for piece in _pieces(each)]
    own = [piece for each in told for piece in _pieces(each)]
    said = {piece.kind for piece in own}
    kept = [p for p in shared if p.kind != "duration" and (p.kind == "company" or p.kind not in said)]
    return _entry(kept + own, item, dates)


def _named(item: Item, section: str) -> Entry:
    pieces = [
        piece
        for each in fields.of_named(item, section)
        for piece in (
            parted_line(each.line, each.basis, each.kind) if each.kind in _MAY_BE_DATED else _pieces(each)
        )
    ]
    return _entry(pieces, item, _issued(pieces) if section in _ISSUED else _dates(pieces))


def _dates(pieces: list[Piece]) -> Dates | None:
    found = (date_line(piece.text) for piece in pieces if piece.kind == "dates")
    return next((dates for dates in found if dates), None)


def _issued(pieces: list[Piece]) -> Dates | None:
    """Return when something was issued, and when it expires where the page says so."""
    points = [point for piece in pieces if piece.kind == "dates" for point in points_within(piece.text)]
    return Dates(points[0], points[1] if len(points) > 1 else None) if points else None


def _first_named(item: Item) -> list[Piece]:
    named = next((line for line in item.header if line.field == "name"), item.header[0])
    return [named.piece("name", basis="key" if named.field else "position")]


def _recommendation(view: View, item: Item) -> Entry:
    """Read the writer's name, which may stand below the text, and the text.

    The writer's headline and how the two are related are left out.
    """
    headings = (line for line in item.header if line_rank(view, line) <= HEADING_RANK["h6"])
    name = next(headings, item.header[0])
    others = [line for line in item.header if line is not name and not points_within(line.text)]
    said = [line for line in others if len(line.text) >= fields.PROSE or grammar.is_prose(line.text)]
    body = item.body or said or others[1:]
    return Entry("", (name.piece("name"), *(line.piece("description") for line in body)))


def _pieces(told: Told) -> list[Piece]:
    return pieces_of(told.line, told.kind, told.basis)


def _entry(pieces: list[Piece], item: Item, dates: Dates | None) -> Entry:
    for line in item.body:
        kind = _kind_in_body(line.text)
        pieces += pieces_of(line, kind, "key" if kind == "description" else "line_shape")
    pieces += [piece for line in item.skills for piece in pieces_of(line, "skills", "key")]
    kept = tuple(piece for piece in pieces if piece.end > piece.start)
    if dates is None:
        return Entry("", kept)
    return Entry("", kept, dates.start, dates.end, dates.current, _duration(kept))


def _kind_in_body(text: str) -> str:
    """Return what a paragraph is: a list, as "Skills: Python · Django", a mark with its label, or prose."""
    label = grammar.label_of(text)
    if label is not None:
        return label[0]
    return "skills" if grammar.skills_label(text) and len(grammar.parts(text)) > 1 else "description"


def _duration(pieces: tuple[Piece, ...]) -> int | None:
    stated = (months_stated(p.text) for p in pieces if p.kind in ("dates", "duration"))
    return next((months for months in stated if months), None)

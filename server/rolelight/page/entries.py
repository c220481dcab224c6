"""Read the lines of a section's items as entries: which line is the title, the dates, the school."""

from __future__ import annotations

from collections.abc import Callable

from rolelight.page import grammar
from rolelight.page.dates import Dates, date_line, date_range, is_duration, is_issued, points_within
from rolelight.page.items import Item
from rolelight.page.lines import Line, View
from rolelight.page.model import Entry, Piece
from rolelight.page.pieces import company_line, degree_line, is_aside, skills_pieces

IsPlace = Callable[[Line], bool]

# Prose is at least this long where a line's shape says nothing else.
PROSE = 90


def position(item: Item, is_place: IsPlace) -> Entry | None:
    """Read an item as a position held: title, company, employment, dates, location, description, skills."""
    at, dates = first_dates(item.header)
    above, below = item.header[:at], item.header[at + 1 :]
    names = 1 if item.group else 2
    # Beside a shared company a kind of employment may stand alone; elsewhere it is the employer's name.
    named = [line for at, line in enumerate(above) if at < names or not is_aside(line.text)]
    if not named:
        return None
    if dates is None:
        named, below = named[:names], named[names:]
    pieces = _company_of_group(item, is_place)
    pieces.append(named[0].piece("title"))
    pieces += company_line(named[1]) if len(named) > 1 and not item.group else []
    pieces += [line.piece(_kind_above_dates(line, item, is_place)) for line in named[names:]]
    pieces += [line.piece("employment") for line in above[names:] if is_aside(line.text)]
    pieces += [line.piece("dates") for line in item.header[at : at + 1]]
    pieces += _below_dates(below, is_place)
    return _entry(_inherit(pieces, item), item, dates)


def education(view: View, item: Item) -> Entry | None:
    """Read an item as a course of study: school, degree, field, dates, description."""
    at, dates = first_dates(item.header)
    above, below = item.header[:at], item.header[at + 1 :]
    lines = [line for line in above if not grammar.is_mark(line.text)]
    if not lines:
        return None
    pieces = [lines[0].piece("school")]
    pieces += degree_line(view, lines[1]) if len(lines) > 1 else []
    pieces += [line.piece("other") for line in lines[2:]]
    pieces += [line.piece("dates") for line in item.header[at : at + 1]]
    pieces += [_described(line) for line in below]
    return _entry(pieces, item, dates)


def named(item: Item) -> Entry | None:
    """Read an item of any other section: its name, and what is said of it."""
    if not item.header:
        return None
    at, dates = first_dates(item.header[1:])
    pieces = [item.header[0].piece("name")]
    for number, line in enumerate(item.header[1:]):
        if number == at or is_issued(line.text):
            points = points_within(line.text)
            if dates is None and points:
                dates = Dates(points[0], points[1] if len(points) > 1 else None)
            pieces.append(line.piece("dates"))
        else:
            pieces.append(_described(line) if len(line.text) >= PROSE else line.piece("other"))
    return _entry(pieces, item, dates)


def certification(item: Item) -> Entry | None:
    """Read an item as a certificate: as any other, and the line after the name is the issuer."""
    entry = named(item)
    if entry is None or len(item.header) < 2:
        return entry
    issuer = item.header[1].piece("other")
    pieces = tuple(Piece("issuer", p.block, p.start, p.end) if p == issuer else p for p in entry.pieces)
    return Entry("", pieces, entry.start, entry.end, entry.current)


def skill(item: Item) -> Entry | None:
    """Read an item as a skill: its name alone, for endorsements are other people's."""
    return Entry("", (item.header[0].piece("name"),)) if item.header else None


def recommendation(item: Item) -> Entry | None:
    """Read an item as a recommendation: its writer and the text; the writer's headline is left out."""
    if not item.header:
        return None
    body = item.body or [line for line in item.header[1:] if len(line.text) >= PROSE]
    pieces = [item.header[0].piece("name"), *(line.piece("description") for line in body)]
    return Entry("", tuple(pieces))


def first_dates(lines: list[Line]) -> tuple[int, Dates | None]:
    """Return where the item's dates stand: the first range, or else the first single point in time."""
    for read in (date_range, date_line):
        for at, line in enumerate(lines):
            if dates := read(line.text):
                return at, dates
    return len(lines), None


def _kind_above_dates(line: Line, item: Item, is_place: IsPlace) -> str:
    if item.group and line.text == item.group[0].text:
        return "company"
    return "location" if is_place(line) else "other"


def _company_of_group(item: Item, is_place: IsPlace) -> list[Piece]:
    if not item.group:
        return []
    pieces = [item.group[0].piece("company")]
    for line in item.group[1:]:
        first = line.text[slice(*grammar.parts(line.text)[0])]
        if grammar.is_employment(first):
            pieces.append(line.piece("employment", 0, len(first)))
        elif not is_aside(line.text) and is_place(line):
            pieces.append(line.piece("location"))
    return pieces


def _inherit(pieces: list[Piece], item: Item) -> list[Piece]:
    """A role has the company's location and employment only where it has none of its own."""
    own = {block.block.id for block in [*item.header, *item.body]}
    kinds = {piece.kind for piece in pieces if piece.block.id in own}
    return [p for p in pieces if p.block.id in own or p.kind == "company" or p.kind not in kinds]


def _below_dates(lines: list[Line], is_place: IsPlace) -> list[Piece]:
    pieces: list[Piece] = []
    for line in lines:
        first = line.text[slice(*grammar.parts(line.text)[0])]
        if grammar.is_employment(line.text):
            pieces.append(line.piece("employment"))
        elif is_duration(line.text):
            continue
        elif not any(p.kind in ("location", "description") for p in pieces) and (
            grammar.is_workplace(line.text) or (grammar.looks_like_place(first) and is_place(line))
        ):
            pieces.append(line.piece("location"))
        elif grammar.skills_label(line.text):
            pieces += skills_pieces([line])
        else:
            pieces.append(line.piece("description"))
    return pieces


def _described(line: Line) -> Piece:
    if label := grammar.skills_label(line.text):
        return line.piece("skills", label, grammar.skills_end(line.text))
    return line.piece("other" if grammar.is_mark(line.text) else "description")


def _entry(pieces: list[Piece], item: Item, dates: Dates | None) -> Entry:
    body = [line.piece("other" if grammar.is_mark(line.text) else "description") for line in item.body]
    pieces = [*pieces, *body, *skills_pieces(item.skills)]
    pieces = [piece for piece in pieces if piece.end > piece.start]
    if dates is None:
        return Entry("", tuple(pieces))
    return Entry("", tuple(pieces), dates.start, dates.end, dates.current)

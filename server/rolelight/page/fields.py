"""Tell what each line of an item says: by the markup's names, by its shape, or by its place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from rolelight.page import grammar
from rolelight.page.dates import Dates, date_line, date_range, is_issued
from rolelight.page.items import Item
from rolelight.page.lines import Line
from rolelight.page.pieces import aside_kind

IsPlace = Callable[[Line], bool]

# Prose is at least this long where a line's shape says nothing else.
PROSE = 90
# What the markup calls a title and a company is something else in other sections.
_AS_STUDY = {"title": "school", "company": "degree"}
_NAMED_DATES = partial(date_line, named=True)
# What the line below the name tells, by kind of section.
_BELOW_NAME = {
    "certifications": "issuer",
    "honors": "issuer",
    "publications": "issuer",
    "languages": "level",
    "volunteering": "company",
}


@dataclass(frozen=True, slots=True)
class Told:
    """A line, the kind of piece that it is, and how that is known."""

    line: Line
    kind: str
    basis: str


def of_position(item: Item, is_place: IsPlace) -> tuple[list[Told], Dates | None]:
    """Tell the lines of a position held apart; the first after a title is the company, if none is shared."""
    at, dates = first_dates(item.header)
    kinds = _known(item.header, at)
    _give(kinds, item.header[:at], "title")
    if not item.group:
        _give(kinds, item.header[:at], "company", aside_kind)
    said = {kind for kind, _ in kinds.values()}
    for number, line in enumerate(item.header):
        if number not in kinds:
            above = number < at < len(item.header)
            kinds[number] = _above(line, item, is_place) if above else _below(line, said, is_place)
            said.add(kinds[number][0])
    return _told(item.header, kinds), dates


def of_education(item: Item) -> tuple[list[Told], Dates | None]:
    """Tell the lines of a course of study apart: school, degree, dates, grade, activities, description."""
    at, dates = first_dates(item.header)
    kinds = _known(item.header, at, _AS_STUDY)
    _give(kinds, item.header[:at], "school", _label_kind)
    _give(kinds, item.header[:at], "degree", _label_kind)
    for number, line in enumerate(item.header):
        if number not in kinds:
            kinds[number] = (
                _described(line) if number > at or _label_kind(line.text) else ("other", "position")
            )
    return _told(item.header, kinds), dates


def of_named(item: Item, section: str) -> list[Told]:
    """Tell the lines of an item of any other section apart: its name, and what is said of it."""
    wanted = _BELOW_NAME.get(section, "")
    kinds = _known(item.header, len(item.header), {"title": "name", "company": wanted or "other"})
    _give(kinds, item.header, "name")
    said = {kind for kind, _ in kinds.values()}
    for number, line in enumerate(item.header):
        if number not in kinds:
            kinds[number] = _beside_name(line, "" if wanted in said else wanted)
            said.add(kinds[number][0])
    return _told(item.header, kinds)


def of_group(item: Item, is_place: IsPlace) -> list[Told]:
    """Tell the lines apart that several roles share: the company, the kind of employment, the place."""
    kinds = {number: (line.field, "key") for number, line in enumerate(item.group) if line.field}
    _give(kinds, item.group, "company", aside_kind)
    for number, line in enumerate(item.group):
        if number in kinds:
            continue
        if any(aside_kind(line.text[slice(*part)]) for part in grammar.parts(line.text)):
            kinds[number] = ("employment", "line_shape")
        elif is_place(line):
            kinds[number] = ("location", "line_shape")
    return [told for told in _told(item.group, kinds) if told.kind in ("company", "employment", "location")]


def first_dates(lines: list[Line]) -> tuple[int, Dates | None]:
    """Return where an item's dates stand: where the markup says so, the first range, or the first point."""
    named = [(at, line) for at, line in enumerate(lines) if line.field == "dates"]
    free = [(at, line) for at, line in enumerate(lines) if not line.field]
    for read, among in ((_NAMED_DATES, named), (date_range, free), (date_line, free)):
        for at, line in among:
            if dates := read(line.text):
                return at, dates
    return len(lines), None


def _known(lines: list[Line], at: int, meaning: dict[str, str] | None = None) -> dict[int, tuple[str, str]]:
    """Return what the markup and the shape of the dates tell, by the number of the line.

    ``meaning`` is what the markup's fields are in this section, where they are something else.
    """
    named = ((number, line.field) for number, line in enumerate(lines) if line.field)
    kinds = {number: ((meaning or {}).get(field, field), "key") for number, field in named}
    if at < len(lines):
        kinds[at] = ("dates", "key" if lines[at].field else "line_shape")
    return kinds


def _give(
    kinds: dict[int, tuple[str, str]],
    lines: list[Line],
    kind: str,
    is_aside: Callable[[str], str] = lambda text: "",
) -> None:
    """Give a kind that no line has yet to the first line without one, rather not to an aside."""
    free = [number for number in range(len(lines)) if number not in kinds]
    names = [number for number in free if not is_aside(lines[number].text)]
    if free and kind not in {given for given, _ in kinds.values()}:
        kinds[(names or free)[0]] = (kind, "position")


def _told(lines: list[Line], kinds: dict[int, tuple[str, str]]) -> list[Told]:
    return [Told(lines[number], *kinds[number]) for number in sorted(kinds)]


def _above(line: Line, item: Item, is_place: IsPlace) -> tuple[str, str]:
    first = grammar.first_part(line.text)
    if aside_kind(first):
        return "employment", "line_shape"
    if item.group and line.text == item.group[0].text:
        return "company", "position"
    return ("location", "line_shape") if is_place(line) else ("other", "position")


def _below(line: Line, said: set[str], is_place: IsPlace) -> tuple[str, str]:
    first = grammar.first_part(line.text)
    if aside := aside_kind(line.text):
        return aside, "line_shape"
    if grammar.skills_label(line.text):
        return "skills", "line_shape"
    is_late = "location" in said or "description" in said
    if not is_late and is_place(replace(line, end=line.start + len(first))):
        return "location", "line_shape"
    return "description", "position"


def _label_kind(text: str) -> str:
    label = grammar.label_of(text)
    return label[0] if label else ""


def _described(line: Line) -> tuple[str, str]:
    if grammar.skills_label(line.text):
        return "skills", "line_shape"
    kind = _label_kind(line.text)
    return (kind, "line_shape") if kind else ("description", "position")


def _beside_name(line: Line, wanted: str) -> tuple[str, str]:
    told = _described(line)
    if told[0] != "description":
        return told
    if grammar.issuer_at(line.text):
        return "issuer", "line_shape"
    if is_issued(line.text) or date_line(line.text):
        return "dates", "line_shape"
    if len(line.text) >= PROSE:
        return "description", "position"
    return wanted or "other", "position"

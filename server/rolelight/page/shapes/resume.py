"""Divide a section of no known markup into items: by dates, by its own headings, by its list."""

from __future__ import annotations

import re
from itertools import pairwise

from rolelight.page import dates, grammar
from rolelight.page.items import HEADING_RANK, Item, divided_by_dates, header_lines, item_of, line_rank
from rolelight.page.lines import BODY, HEADER, Line, View
from rolelight.page.outline import Element, Run
from rolelight.page.shapes.naming import named_positions, named_studies, part_of
from rolelight.page.shapes.shape import Found
from rolelight.page.shapes.words import hinted

_DATED = ("experience", "education", "volunteering")
_LISTS = ("skills", "languages")
_COMMAS = re.compile(r"\s*[,;|·•]\s*(?![^()]*\))")
_LEVEL = re.compile(r"(?P<name>[^:(]+?)(?:: | \(| [\N{EN DASH}\N{EM DASH}-] )(?P<level>[^()]+)\)?$")
_LABEL = re.compile(r"[\w &/+-]{2,40}: ")
MAX_DATED = 140
MAX_SKILL = 60
MAX_LIST = 4_000


def resume_items(view: View, section: Found) -> list[Item]:
    """Return a section's items."""
    lines = header_lines(view, section.first, section.end)
    if section.kind in _LISTS:
        return _listed(view, lines, section.kind)
    if section.kind in _DATED:
        lines = _with_dates_apart(lines)
    starts = _starts(view, lines, section.kind)
    items = [
        _item(view, lines[start:end], lines[end].first if end < len(lines) else section.end, section.kind)
        for start, end in pairwise([*starts, len(lines)])
    ]
    if section.kind == "experience":
        return named_positions(view, items)
    return named_studies(view, items) if section.kind == "education" else items


def dated_items(view: View, section: Found) -> list[Item]:
    """Return the items of a section whose markers are unknown where it names several dates, or none."""
    lines = view.lines(section.first, section.end, (HEADER, BODY))
    return resume_items(view, section) if sum(_is_date(line, section.kind) for line in lines) > 1 else []


def _item(view: View, lines: list[Line], end: int, kind: str) -> Item:
    """Return an item, its dates below its names also where the page has them first."""
    item = item_of(view, lines[0].first, end)
    at = 1
    while 0 < at < min(len(lines), 3) and _is_date(lines[0], kind) and not grammar.is_prose(lines[at].text):
        at += 1
    item.header = [*lines[1:at], *lines[:1], *lines[at:]]
    return item


def _is_date(line: Line, kind: str) -> bool:
    read = dates.date_range if kind in ("experience", "volunteering") else dates.date_line
    return read(line.text) is not None


def _is_heading(view: View, line: Line) -> bool:
    return line_rank(view, line) <= HEADING_RANK["dt"]


def _with_dates_apart(lines: list[Line]) -> list[Line]:
    """Divide lines that begin or end with a range of dates, such as "Developer, Acme (2018 - 2020)"."""
    apart: list[Line] = []
    for line in lines:
        found = dates.dates_within(line.text) if len(line.text) <= MAX_DATED else None
        if found is None or dates.date_range(line.text):
            apart.append(line)
            continue
        _, start, end = found
        parts = [part_of(line, *edges) for edges in ((0, start), (start, end), (end, len(line.text)))]
        edge = not parts[0].text or not parts[2].text or dates.is_duration(parts[2].text)
        apart += [part for part in parts if part.text] if edge else [line]
    return apart


def _starts(view: View, lines: list[Line], kind: str) -> list[int]:
    """Return where items begin: by dates, or at the highest headings, or else at each item of a list."""
    dated = [at for at, line in enumerate(lines) if _is_date(line, kind)]
    ranks = [line_rank(view, line) for line in lines]
    highest = min(ranks, default=HEADING_RANK["dt"] + 1)
    if dated and (kind in _DATED or highest > HEADING_RANK["dt"]):
        return [start for start, _ in divided_by_dates(view, lines, dated)]
    if highest <= HEADING_RANK["dt"]:
        return sorted({0, *(at for at, rank in enumerate(ranks) if rank == highest)})
    listed = [at for at, line in enumerate(lines) if _opens_list_item(view, line)]
    return listed if listed[:1] == [0] else [0][: len(lines)]


def _opens_list_item(view: View, line: Line) -> bool:
    element = view.element(line)
    item = next((above for above in (element, *element.ancestors()) if above.name == "li"), None)
    return item is not None and item.first == line.first


def _listed(view: View, lines: list[Line], kind: str) -> list[Item]:
    """Return a list's names, each an item: the headings over several are no names."""
    heads = [line for line in lines if _is_heading(view, line)]
    if kind == "languages":
        return _languages(view, lines, heads)
    asides = [line for line in lines if hinted(view, line, "level") or _is_row_label(view, line)]
    plain = [line for line in lines if line not in heads and line not in asides]
    return [Item(header=[part]) for line in plain or heads for part in _names_in(view, line) if part.text]


def _languages(view: View, lines: list[Line], heads: list[Line]) -> list[Item]:
    """Return languages, each with its level: on its own line, in an element of its own, or in brackets."""
    items: list[Item] = []
    for line in lines:
        if items and (line not in heads if heads else hinted(view, line, "level")):
            items[-1].header.append(line)
        elif heads:
            items.append(Item(header=[line]))
        else:
            items += [Item(header=header) for header in _with_levels(view, line)]
    return items


def _with_levels(view: View, line: Line) -> list[list[Line]]:
    """Divide "English, French: fluent", and where its elements differ "French <small>fluent</small>"."""
    runs = view.page.runs[line.first : line.last + 1]
    elements = [_own_element(run) for run in runs]
    if len({(element.name, element.get("class")) for element in elements}) > 1:
        end = runs[0].end - line.start
        return [[part_of(line, 0, end), part_of(line, end, len(line.text))]]
    parts = [part for part in _names_in(view, line, has_label=False) if part.text]
    levels = [_LEVEL.match(part.text) if len(part.text) <= MAX_SKILL else None for part in parts]
    return [
        [part_of(part, *level.span("name")), part_of(part, *level.span("level"))] if level else [part]
        for part, level in zip(parts, levels, strict=True)
    ]


def _own_element(run: Run) -> Element:
    """Return the outermost inline element that holds these words alone, or what they stand in."""
    element = run.element
    for above in run.element.ancestors():
        if above.is_block or above.end - above.first > 1:
            break
        element = above
    return element


def _is_row_label(view: View, line: Line) -> bool:
    """Say whether a line is what a row of a table begins with, and another cell follows."""
    cell = next((each for each in view.around(line) if each.name in ("td", "th")), None)
    return cell is not None and any(each.name == "td" for each in view.page.following(cell))


def _names_in(view: View, line: Line, *, has_label: bool = True) -> list[Line]:
    """Divide a line at its commas and bullets where all between is short, or into elements that are alike."""
    if len(line.text) > MAX_LIST:
        return [line]
    runs = view.page.runs[line.first : line.last + 1]
    elements = [_own_element(run) for run in runs]
    looks = {(element.name, element.get("class")) for element in elements}
    if len(runs) > 1 and len(looks) == 1 and len({element.index for element in elements}) == len(runs):
        return [part_of(line, run.start - line.start, run.end - line.start) for run in runs]
    label = _LABEL.match(line.text) if has_label else None
    start = label.end() if label else 0
    commas = [at for match in _COMMAS.finditer(line.text, start) for at in match.span()]
    edges = [start, *commas, len(line.text)]
    parts = [part_of(line, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return parts if max(len(part.text) for part in parts) <= MAX_SKILL else [line]

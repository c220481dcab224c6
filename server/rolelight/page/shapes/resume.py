"""Divide a section of no known markup into items: by dates, by its own headings, by its list."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rolelight.page import grammar
from rolelight.page.items import (
    HEADING_RANK,
    Item,
    divided_by_dates,
    header_lines,
    line_rank,
    shared_element,
)
from rolelight.page.lines import Line, View
from rolelight.page.shapes.shape import Found
from rolelight.page.shapes.words import hinted, names_degree, names_school, names_title

_DATED = ("experience", "education", "volunteering")
_LISTS = ("skills", "languages")
# What may stand between a name and its dates in one line, or between a title and a company.
_EDGE = " \t,;:|·•()[]–—-@/"
_BETWEEN = re.compile(r" (?:at|@|bei|chez|en|na|presso|bij) | ?[|·•@] ?| [–—-] |, ")
_COMMAS = re.compile(r"\s*[,;|·•]\s*(?![^()]*\))")
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
        lines = _split_dates(lines)
    dated = [at for at, line in enumerate(lines) if _is_date(line, section.kind)]
    places = divided_by_dates(view, lines, dated) if dated else []
    if not dated or (section.kind not in _DATED and any(_is_heading(view, line) for line in lines)):
        starts = _starts(view, lines)
        places = list(zip(starts, [*starts[1:], len(lines)], strict=True))
    items = [_names_first(lines[first:end], section.kind) for first, end in places]
    if section.kind == "education":
        return [_ordered(view, _school_apart(item), "school", names_school, names_degree) for item in items]
    if section.kind != "experience":
        return items
    _share_companies(view, items)
    return _with_titles_first(view, items)


def dated_items(view: View, section: Found) -> list[Item]:
    """Return the items of a section whose markers are unknown: by its dates where there are several, or one."""
    lines = view.lines(section.first, section.end, (0, 1))
    return resume_items(view, section) if sum(_is_date(line, section.kind) for line in lines) > 1 else []


def _is_date(line: Line, kind: str) -> bool:
    read = grammar.date_range if kind in ("experience", "volunteering") else grammar.date_line
    return read(line.text) is not None


def _is_heading(view: View, line: Line) -> bool:
    return line_rank(view, line) <= HEADING_RANK["dt"]


def _names_first(lines: list[Line], kind: str) -> Item:
    """Return an item whose dates stand below its names, also where the page has them first."""
    at = 1
    while 0 < at < min(len(lines), 3) and _is_date(lines[0], kind) and not grammar.is_prose(lines[at].text):
        at += 1
    return Item(header=[*lines[1:at], *lines[:1], *lines[at:]])


def _split_dates(lines: list[Line]) -> list[Line]:
    """Divide lines that begin or end with a range of dates, such as "Developer, Acme (2018 - 2020)"."""
    split: list[Line] = []
    for line in lines:
        found = grammar.dates_within(line.text) if len(line.text) <= MAX_DATED else None
        if found is None or grammar.date_range(line.text):
            split.append(line)
            continue
        _, start, end = found
        parts = [_part(line, 0, start), _part(line, start, end), _part(line, end, len(line.text))]
        edge = not parts[0].text or not parts[2].text or grammar.is_duration(parts[2].text)
        split += [part for part in parts if part.text] if edge else [line]
    return split


def _part(line: Line, start: int, end: int) -> Line:
    """Return a part of a line without the signs at its edges."""
    text = line.text[start:end]
    start += len(text) - len(text.lstrip(_EDGE))
    return replace(line, start=line.start + start, end=line.start + start + len(text.strip(_EDGE)))


def _starts(view: View, lines: list[Line]) -> list[int]:
    """Return where items without dates begin: at the highest headings, or else at each item of a list."""
    ranks = [line_rank(view, line) for line in lines]
    if ranks and (highest := min(ranks)) <= HEADING_RANK["dt"]:
        return sorted({0, *(at for at, rank in enumerate(ranks) if rank == highest)})
    listed = [at for at, line in enumerate(lines) if _opens_list_item(view, line)]
    return listed if listed[:1] == [0] else [0][: len(lines)]


def _opens_list_item(view: View, line: Line) -> bool:
    element = view.element(line)
    item = next((above for above in (element, *element.ancestors()) if above.name == "li"), None)
    return item is not None and item.first == line.first


def _listed(view: View, lines: list[Line], kind: str) -> list[Item]:
    """Return a list's names, each an item: the headings over several are no names, nor is a level."""
    heads = [line for line in lines if _is_heading(view, line)]
    plain = [line for line in lines if line not in heads and not hinted(view, line, "level")]
    if kind == "languages" and heads:
        return [Item(header=[line]) for line in heads]
    return [Item(header=[part]) for line in plain or heads for part in _names_in(line) if part.text]


def _names_in(line: Line) -> list[Line]:
    if len(line.text) > MAX_LIST:
        return [line]
    label = _LABEL.match(line.text)
    start = label.end() if label else 0
    edges = [
        start,
        *(at for match in _COMMAS.finditer(line.text, start) for at in match.span()),
        len(line.text),
    ]
    parts = [_part(line, a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    return parts if max(len(part.text) for part in parts) <= MAX_SKILL else [line]


def _names(item: Item) -> list[Line]:
    """Return the lines above an item's dates."""
    at = next((at for at, line in enumerate(item.header) if grammar.date_range(line.text)), len(item.header))
    return item.header[:at]


def _share_companies(view: View, items: list[Item]) -> None:
    """Give roles that stand under one company's name that company: it is outside, or a heading above, them."""
    head: Line | None = None
    first: Item | None = None
    for item in items:
        names = _names(item)
        if (
            head is not None
            and first is not None
            and len(names) == 1
            and _stands_under(view, head, first, item)
        ):
            item.group = first.group = [head]
            first.header = [line for line in first.header if line is not head]
        elif len(names) > 1:
            head, first = names[0], item


def _stands_under(view: View, head: Line, first: Item, item: Item) -> bool:
    title = next((line for line in first.header if line is not head), head)
    if line_rank(view, head) < line_rank(view, item.header[0]):
        return True
    roles = shared_element(view, title, item.header[0])
    return not roles.holds(view.element(head)) and shared_element(view, head, title).holds(roles)


def _with_titles_first(view: View, items: list[Item]) -> list[Item]:
    """Put each item's title before its company: by the page's names, its words, or what most items do."""
    items = [_two_names(item) for item in items]
    single = [item for item in items if not item.group and len(_names(item)) > 1]
    company_first = sum(
        names_title(item.header[1].text) - names_title(item.header[0].text) for item in single
    )
    grouped = any(item.group for item in items)
    return [
        _ordered(
            view, item, "title", names_title, None, swap=company_first > 0 or (grouped and company_first == 0)
        )
        if item in single
        else item
        for item in items
    ]


def _school_apart(item: Item) -> Item:
    """Divide an only name, such as "BSc Mathematics, University of Bath", where its school begins or ends."""
    names = _names(item)
    if len(names) != 1 or not names_school(names[0].text):
        return item
    text = names[0].text
    divided = [
        [_part(names[0], 0, match.start()), _part(names[0], match.end(), len(text))]
        for match in _BETWEEN.finditer(text)
    ]
    apart = [parts for parts in divided if names_school(parts[0].text) != names_school(parts[1].text)]
    if not apart:
        return item
    shortest = min(apart, key=lambda parts: min(len(part.text) for part in parts if names_school(part.text)))
    return replace(item, header=[*shortest, *item.header[1:]])


def _two_names(item: Item) -> Item:
    """Divide an only name, such as "Developer at Acme", in two."""
    names = _names(item)
    if len(names) != 1 or item.group:
        return item
    match = _BETWEEN.search(names[0].text)
    if match is None or len(item.header) > 1 and not grammar.date_range(item.header[1].text):
        return item
    parts = [_part(names[0], 0, match.start()), _part(names[0], match.end(), len(names[0].text))]
    return replace(item, header=[*parts, *item.header[1:]])


def _ordered(
    view: View,
    item: Item,
    kind: str,
    is_first: Callable[[str], bool],
    is_second: Callable[[str], bool] | None,
    *,
    swap: bool = False,
) -> Item:
    """Put the line that is of the kind first of an item's two names."""
    if len(_names(item)) < 2:
        return item
    one, two = item.header[:2]
    if hinted(view, one, kind) or hinted(view, two, kind):
        swap = not hinted(view, one, kind)
    elif is_first(one.text) != is_first(two.text):
        swap = is_first(two.text)
    elif is_second is not None and is_second(one.text) != is_second(two.text):
        swap = is_second(one.text)
    return replace(item, header=[two, one, *item.header[2:]]) if swap else item

"""Tell title from company, and school from degree, where no markup does: by names, words and structure."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rolelight.page import dates
from rolelight.page.grammar import is_prose
from rolelight.page.items import Item, line_rank, shared_element
from rolelight.page.lines import Line, View
from rolelight.page.shapes.words import hinted, names_degree, names_school, names_title
from rolelight.page.vocabulary import MAX_LINE

# What may stand between a name and its dates in one line, or between a title and a company.
_EDGE = " \t,;:|·•\N{EN DASH}\N{EM DASH}-@/"
_BETWEEN = re.compile(r" (?:at|@|bei|chez|en|na|presso|bij) | ?[|·•@] ?| [\N{EN DASH}\N{EM DASH}-] |, ")
# A company and its place; longer lines are prose.
MAX_NAME_BELOW = 60
Names = Callable[[str], bool]


def part_of(line: Line, start: int, end: int) -> Line:
    """Return a part of a line without the signs at its edges, brackets that belong together apart."""
    text = line.text[start:end]
    signs = _EDGE if text.count("(") == text.count(")") else _EDGE + "()"
    start += len(text) - len(text.lstrip(signs))
    return replace(line, start=line.start + start, end=line.start + start + len(text.strip(signs)))


def named_positions(view: View, items: list[Item]) -> list[Item]:
    """Return positions with the title first, the company second or shared, then the dates."""
    items = [_two_names(item) for item in _with_shared_companies(view, _with_names_below(view, items, ","))]
    single = [item for item in items if not item.group and len(_names(item)) > 1]
    # Where the words of one item do not tell, it is as most items of the page are.
    votes = sum(names_title(item.header[1].text) - names_title(item.header[0].text) for item in single)
    company_first = votes > 0 or (votes == 0 and any(item.group for item in items))
    return [
        item if item.group else _ordered(view, item, "title", names_title, swap=company_first)
        for item in items
    ]


def named_studies(view: View, items: list[Item]) -> list[Item]:
    """Return courses of study with the school first, then the degree and the dates."""
    items = _with_names_below(view, items)
    return [_ordered(view, _school_apart(item), "school", names_school, names_degree) for item in items]


def _names(item: Item) -> list[Line]:
    """Return the lines above an item's dates."""
    at = next((at for at, line in enumerate(item.header) if dates.date_line(line.text)), len(item.header))
    return item.header[:at]


def _with_names_below(view: View, items: list[Item], comma: str = "") -> list[Item]:
    """Move the second name above the dates where every item has it below them.

    What stands after its first ``comma`` is a place, and stays.
    """
    below = (
        len(_names(item)) == 1 and len(item.header) > 2 and _is_name(view, item.header[2]) for item in items
    )
    return [_with_name_moved(item, comma) for item in items] if all(below) else items


def _with_name_moved(item: Item, comma: str) -> Item:
    title, dates, below, *rest = item.header
    end = below.text.find(comma) if comma else -1
    place = [part_of(below, end, len(below.text))] if end > 0 else []
    name = part_of(below, 0, end) if end > 0 else below
    return replace(item, header=[title, name, dates, *place, *rest])


def _is_name(view: View, line: Line) -> bool:
    """Say whether a line below the dates may be a name: short, no sentence, and in no list."""
    text = line.text
    in_list = any(each.name == "li" for each in (view.element(line), *view.element(line).ancestors()))
    is_sentence = text.endswith(".") or is_prose(text)
    return len(text) <= MAX_NAME_BELOW and text[0].isupper() and not is_sentence and not in_list


def _with_shared_companies(view: View, items: list[Item]) -> list[Item]:
    """Give roles under one company's name that company: it stands outside of them, or as a heading above."""
    head: Line | None = None
    first: Item | None = None
    for item in items:
        names = _names(item)
        if head is not None and first is not None and len(names) == 1 and _is_under(view, head, first, item):
            item.group = first.group = [head]
            first.header = [line for line in first.header if line is not head]
        elif len(names) > 1:
            head, first = names[0], item
    return items


def _is_under(view: View, head: Line, first: Item, item: Item) -> bool:
    title = next((line for line in first.header if line is not head), head)
    if line_rank(view, head) < line_rank(view, item.header[0]):
        return True
    roles = shared_element(view, title, item.header[0])
    return not roles.holds(view.element(head)) and shared_element(view, head, title).holds(roles)


def _two_names(item: Item) -> Item:
    """Divide an only name, such as "Developer at Acme", in two."""
    names = _names(item)
    match = _BETWEEN.search(names[0].text) if len(names) == 1 and not item.group else None
    if match is None or len(item.header) == 1:
        return item
    return replace(item, header=[*_divided(names[0], match), *item.header[1:]])


def _divided(line: Line, match: re.Match[str]) -> list[Line]:
    return [part_of(line, 0, match.start()), part_of(line, match.end(), len(line.text))]


def _school_apart(item: Item) -> Item:
    """Divide an only name, such as "BSc Mathematics, University of Bath", where its school begins or ends."""
    names = _names(item)
    if len(names) != 1 or len(names[0].text) > MAX_LINE:
        return item
    divided = [_divided(names[0], match) for match in _BETWEEN.finditer(names[0].text)]
    apart = [both for both in divided if names_school(both[0].text) != names_school(both[1].text)]
    if not apart:
        return item
    shortest = min(apart, key=lambda both: min(len(each.text) for each in both if names_school(each.text)))
    return replace(item, header=[*shortest, *item.header[1:]])


def _ordered(
    view: View, item: Item, kind: str, is_first: Names, is_second: Names | None = None, *, swap: bool = False
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

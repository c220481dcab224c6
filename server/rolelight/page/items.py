"""Divide a section into its items: by markers, lists and rules, several roles at one company, or by dates."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from rolelight.page.dates import date_range, is_duration, names_year
from rolelight.page.grammar import is_noise
from rolelight.page.lines import BODY, HEADER, SKILLS, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.pieces import aside_kind

HEADING_RANK = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "dt": 7, "strong": 8, "b": 8}
NO_HEADING = 9
# Title and company: what stands above the dates where nothing else shows where an item begins.
MAX_LINES_ABOVE_DATES = 2


@dataclass(slots=True)
class Item:
    """The lines of one item, and of the company that it shares with others."""

    header: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    skills: list[Line] = field(default_factory=list)
    group: list[Line] = field(default_factory=list)


def item_of(view: View, first: int, end: int, group: Iterable[Line] = ()) -> Item:
    """Return the item that the runs from ``first`` to ``end`` make."""
    return Item(
        header=header_lines(view, first, end),
        body=[line for line in view.paragraphs(first, end, (BODY,)) if not is_noise(line.text)],
        skills=[line for line in view.lines(first, end, (SKILLS,)) if not is_noise(line.text)],
        group=list(group),
    )


def header_lines(view: View, first: int, end: int) -> list[Line]:
    """Return the lines that are neither body nor skills nor a page's furniture."""
    return [line for line in view.lines(first, end, (HEADER,)) if not is_noise(line.text)]


def outermost(elements: Iterable[Element]) -> list[Element]:
    """Return the elements that stand in none of the others; they come in document order."""
    found: list[Element] = []
    for element in elements:
        if not found or element.index >= found[-1].last:
            found.append(element)
    return found


def list_items(page: Page, element: Element) -> list[Element]:
    """Return the direct items of the outermost lists in an element."""
    lists = outermost(inner for inner in page.within(element) if inner.name in ("ul", "ol"))
    return [item for inner in lists for item in page.children(inner) if item.name == "li"]


def divided_by_rules(page: Page, element: Element) -> list[tuple[int, int]]:
    """Divide an element's runs at its ``<hr>``: an item begins with a rule, or opens with one."""
    rules = [inner for inner in page.within(element) if inner.name == "hr"]
    level = next((level for rule in rules if (level := _level_of(rule, element)) is not None), None)
    if level is None:
        return [(element.first, element.end)]
    starts = [level.first]
    for child in page.children(level):
        opens = child.name == "hr" or (child.last > child.index + 1 and _opens_with_rule(page, child))
        if opens:
            starts.append(child.first)
    edges = [*dict.fromkeys(starts), level.end]
    return [(a, b) for a, b in pairwise(edges) if a < b]


def _opens_with_rule(page: Page, element: Element) -> bool:
    """Say whether a rule stands in the element before any text."""
    for inner in page.within(element):
        if inner.name == "hr":
            return inner.first == element.first
        if inner.first > element.first:
            return False
    return False


def _level_of(rule: Element, section: Element) -> Element | None:
    """Return the element whose children a rule divides: the nearest that has text before the rule."""
    for above in rule.ancestors():
        if above.first < rule.first:
            return above if section.holds(above) else None
    return None


def with_roles(view: View, item: Element, inner: list[Element]) -> list[Item]:
    """Return the roles of an item whose company has several, or the item as one.

    A company's own lines name no dates, at most how long it was; roles name some, in whatever language.
    """
    single = item_of(view, item.first, item.end)
    inner = [role for role in inner if role.end > role.first]
    if not inner:
        return [single]
    roles = [item_of(view, role.first, role.end) for role in inner]
    group = header_lines(view, item.first, inner[0].first)
    dated = any(names_year(line.text) for role in roles for line in role.header)
    group_is_dated = any(date_range(line.text) or names_year(line.text) for line in group[1:])
    if not group or group_is_dated or not (dated or _names_duration(group)):
        return [single]
    for role in roles:
        role.group = group
    return [role for role in roles if role.header]


def divided_by_roles(view: View, first: int, end: int) -> list[Item]:
    """Return the roles at one company that only their dates tell apart, or nothing where it has not several.

    A role begins with the line above its dates; a kind of employment may stand between the two.
    """
    lines = header_lines(view, first, end)
    dated = [at for at, line in enumerate(lines) if date_range(line.text)]
    starts = [_title_above(lines, at, before) for before, at in pairwise([-1, *dated])]
    if len(dated) < 2 or starts[0] < 1 or not _names_duration(lines[: starts[0]]):
        return []
    edges = [*(lines[at].first for at in starts), end]
    return [item_of(view, a, b, lines[: starts[0]]) for a, b in pairwise(edges)]


def _title_above(lines: list[Line], at: int, before: int) -> int:
    """Return where the title above the dates at ``at`` stands, below the dates of the role before."""
    title = at - 1
    while title > before + 1 and aside_kind(lines[title].text):
        title -= 1
    return title


def _names_duration(group: list[Line]) -> bool:
    return any(is_duration(part) for line in group[1:3] for part in line.text.split(" · "))


def divided_by_dates(view: View, lines: list[Line], dated: list[int]) -> list[tuple[int, int]]:
    """Divide lines, of which those at ``dated`` are dates, into items: from line to line, one date each.

    Between two dates the item begins where the page's structure breaks most; in a flat page at the highest
    heading, or else as many lines above the date as in the first item.
    """
    above = min(dated[0], MAX_LINES_ABOVE_DATES) if dated else 0
    starts = [0]
    for before, date in pairwise(dated):
        starts.append(_start_between(view, lines, before, date, above))
    return list(zip(starts, [*starts[1:], len(lines)], strict=True))


def _start_between(view: View, lines: list[Line], before: int, date: int, above: int) -> int:
    candidates = range(before + 1, date + 1)
    shared = {at: shared_element(view, lines[at - 1], lines[at]).index for at in candidates}
    outermost_shared = min(shared.values())
    loosest = [at for at in candidates if shared[at] == outermost_shared]
    if len(loosest) == 1 or above == 0:
        return loosest[0] if len(loosest) == 1 else date
    ranks = {at: line_rank(view, lines[at]) for at in loosest}
    best = min(loosest, key=lambda at: (ranks[at], at))
    if ranks[best] < NO_HEADING:
        return best
    return max(loosest[0], min(date - above, loosest[-1]))


def line_rank(view: View, line: Line) -> int:
    """Return how high the heading is that a line stands in: 1 for h1; what is no heading ranks last."""
    return min(HEADING_RANK.get(each.name, NO_HEADING) for each in view.around(line))


def shared_element(view: View, one: Line, other: Line) -> Element:
    """Return the innermost element that holds both lines."""
    element, target = view.element(one), view.element(other)
    if element.holds(target):
        return element
    return next((above for above in element.ancestors() if above.holds(target)), view.page.root)

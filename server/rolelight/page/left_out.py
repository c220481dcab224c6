"""Leave out what is known to be no part of a profile: other people, posts, sign-in forms, twins of texts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from rolelight.page.markup import TAG, TAG_NAME, TAG_REST, after_element, attributes_of
from rolelight.page.rules import capture_rules

_PART = re.compile(r"\.(?P<name>[\w-]+)|\[(?P<attribute>[\w-]+)(?:(?P<sign>[\^$*]?)='(?P<value>[^']+)')?\]")
# What an element is known by that is its first.
_AROUND = re.compile(r"(?P<name>\w+):has\(> (?P<first>.+):first-child\)")
_COMPARED: dict[str, Callable[[str, str], bool]] = {
    "": str.__eq__,
    "^": str.startswith,
    "$": str.endswith,
    "*": str.__contains__,
}
# A start tag that is longer is none of those that are known.
_LONGEST_TAG = 1_000
# A mark stands in a page's first cards; a word that so often stands elsewhere is none.
MOST_PLACES = 100
# A real page has some hundreds of twins and cards; of more than this the rest stays.
MOST_LOOKED_AT = 5_000


def holds_a_profile(main: str) -> bool:
    """Say whether a page's main carries a mark of known markup: then nothing beside it counts."""
    return any(_carries(main, *mark) for mark in capture_rules().marks_of_main)


def _carries(main: str, attribute: str, part: str) -> bool:
    """Say whether an attribute's value has the part, or whether the attribute stands in a tag at all."""
    before = re.compile(rf"\s{attribute}\s*=\s*[\"']?[^\"'<>]*$" if part else r"<[^<>]*\s$", re.I)
    places = islice(re.finditer(re.escape(part or attribute), main), MOST_PLACES)
    return any(before.search(main, max(0, place.start() - _LONGEST_TAG), place.start()) for place in places)


def without_left_out(page: str, whole: str) -> tuple[str, bool]:
    """Return the page without the elements that the rules leave out where they know the markup of the whole.

    An element whose end is not found stays; the second value says whether all were found.
    """
    left_out = [
        start
        for known_by, elements in capture_rules().left_out
        if known_by == "*" or next(_starts(whole, known_by), None)
        for selector in elements
        for start in _starts(page, selector)
    ]
    return _without(page, sorted(left_out))


def _without(page: str, left_out: list[tuple[int, int, str]]) -> tuple[str, bool]:
    kept, at, unclosed = [], 0, set[str]()
    for start, inside, name in left_out:
        if start < at or name in unclosed:
            continue
        end = after_element(page, name, inside)
        if end is None:
            unclosed.add(name)
            continue
        kept.append(page[at:start])
        at = end
    kept.append(page[at:])
    return "".join(kept), not unclosed


def _starts(page: str, selector: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the start tags that a selector matches begin and end, and their names."""
    around = _AROUND.fullmatch(selector)
    if around is None:
        yield from _starts_of(page, selector)
        return
    before = re.compile(rf"<{around['name']}\b{TAG_REST}\s*+$", re.I)
    for start, _, _ in _starts_of(page, around["first"]):
        opening = page.rfind("<", max(0, start - _LONGEST_TAG), start)
        if opening >= 0 and before.match(page, opening, start):
            yield opening, start, around["name"]


def _starts_of(page: str, selector: str) -> Iterator[tuple[int, int, str]]:
    name, conditions, word = _compiled(selector)
    at, looked_at = page.find(word), 0
    while at >= 0 and looked_at < MOST_LOOKED_AT:
        looked_at += 1
        start = page.rfind("<", max(0, at - _LONGEST_TAG), at)
        tag = TAG.match(page, start) if start >= 0 and _is_outside_of_tags(page, start) else None
        if tag is not None and _fits(tag[0], name, conditions):
            yield *tag.span(), name or _name_of(tag[0])
        following = page.find("<", at)  # a tag is looked at once, however often it has the word
        at = page.find(word, following) if following >= 0 else -1


def _is_outside_of_tags(page: str, start: int) -> bool:
    """Say whether a sign opens a tag of its own, and does not stand in the name of another."""
    before = page[max(0, start - _LONGEST_TAG) : start]
    return page[start + 1 : start + 2].isalpha() and before.rfind("<") <= before.rfind(">")


def _name_of(tag: str) -> str:
    found = TAG_NAME.match(tag)
    return found[1].lower() if found else ""


def _fits(tag: str, name: str, conditions: list[re.Match[str]]) -> bool:
    if name and _name_of(tag) != name:
        return False
    attributes = attributes_of(tag)
    return all(_holds(attributes, condition) for condition in conditions)


def _holds(attributes: dict[str, str], condition: re.Match[str]) -> bool:
    if condition["name"]:
        return condition["name"] in attributes.get("class", "").split()
    value = attributes.get(condition["attribute"])
    if value is None or condition["value"] is None:
        return value is not None
    return _COMPARED[condition["sign"]](value, condition["value"])


@cache
def _compiled(selector: str) -> tuple[str, list[re.Match[str]], str]:
    """Return the tag's name (or nothing, for any), the conditions, and the longest word in a selector."""
    conditions = list(_PART.finditer(selector))
    words = (part["name"] or part["value"] or part["attribute"] for part in conditions)
    return re.split(r"[.\[]", selector)[0], conditions, max(words, key=len)

"""Leave out what is known to be no part of a profile: other people, posts, sign-in forms, twins of texts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from rolelight.page.markup import TAG, after_element
from rolelight.page.rules import capture_rules

_PART = re.compile(r"\.(?P<name>[\w-]+)|\[(?P<attribute>[\w-]+)(?:(?P<sign>[\^$]?)='(?P<value>[^']+)')?\]")
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


def without_left_out(page: str) -> str:
    """Return the page without the elements that the rules leave out where they know the markup.

    An element whose end is not found stays, as does one whose hook is not spelled as browsers write it.
    """
    left_out = [
        start
        for known_by, elements in capture_rules().left_out
        if known_by == "*" or next(_starts(page, known_by), None)
        for selector in elements
        for start in _starts(page, selector)
    ]
    return _without(page, sorted(left_out)) if left_out else page


def _without(page: str, left_out: list[tuple[int, int, str]]) -> str:
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
    return "".join(kept)


def _starts(page: str, selector: str) -> Iterator[tuple[int, int, str]]:
    """Yield where the start tags that a selector matches begin and end, and their names."""
    word, pattern = _compiled(selector)
    at, looked_at = page.find(word), 0
    while at >= 0 and looked_at < MOST_LOOKED_AT:
        looked_at += 1
        start = page.rfind("<", max(0, at - _LONGEST_TAG), at)
        tag = pattern.match(page, start) if start >= 0 else None
        whole = TAG.match(page, start) if tag is not None else None
        if tag is not None and whole is not None and tag.end() == whole.end():
            yield *tag.span(), tag[1].lower()
        following = page.find("<", at)  # a tag is looked at once, however often it has the word
        at = page.find(word, following) if following >= 0 else -1


@cache
def _compiled(selector: str) -> tuple[str, re.Pattern[str]]:
    """Return a word to look for, and the pattern of the start tags that a selector of the rules means."""
    name, conditions = re.split(r"[.\[]", selector)[0], list(_PART.finditer(selector))
    looks = "".join(rf"(?=[^<>]{{0,{_LONGEST_TAG}}}?\s{_condition(part)})" for part in conditions)
    words = (part["name"] or part["value"] or part["attribute"] for part in conditions)
    return max(words, key=len), re.compile(rf"<({name})(?=[\s>]){looks}[^<>]*>", re.I)


def _condition(part: re.Match[str]) -> str:
    """Return a pattern for an attribute in any quotes, or in none as tools that save pages leave it."""
    if part["name"]:
        name = re.escape(part["name"])
        return rf"""class=(?:["'](?:[^"'<>]*\s)?{name}[\s"']|{name}[\s>])"""
    if part["value"] is None:
        return rf"{part['attribute']}[\s=>]"
    before = r"""[^"'<>\s]*""" if part["sign"] == "$" else ""
    after = r"""[^"'<>\s]*""" if part["sign"] == "^" else ""
    return rf"""{part["attribute"]}=["']?{before}{re.escape(part["value"])}{after}["']?[\s>]"""

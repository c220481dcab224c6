"""What a line of no known markup is, by the words in it and the names that its page gives it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import rtoml

from rolelight.page.lines import Line, View
from rolelight.page.vocabulary import plain

_WORDS: dict[str, Any] = rtoml.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8"))
_HINTS: dict[str, list[str]] = _WORDS["hints"]
_HINT_OF = {
    kind: re.compile(rf"(?<![a-z])(?:{'|'.join(map(re.escape, words))})(?![a-z])")
    for kind, words in _HINTS.items()
}
MAX_NAME = 120
_MORE_ENTRIES = re.compile("|".join(f"(?:{pattern})" for pattern in _WORDS["more_entries"]))
_BESIDE_NAME = frozenset([*_WORDS["pronouns"], *_WORDS["acquaintance"]])
_MORE = frozenset(_WORDS["more"])


def _beginning(words: list[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})")


_TITLE, _SCHOOL, _DEGREE = (_beginning(_WORDS[key]) for key in ("titles", "schools", "degrees"))


def shows_more_entries(text: str, *, or_just_more: bool) -> bool:
    """Say whether a button's text offers the rest of a section's entries."""
    words = plain(text) if len(text) <= MAX_NAME else ""
    return _MORE_ENTRIES.fullmatch(words) is not None or (or_just_more and words in _MORE)


def is_beside_name(text: str) -> bool:
    """Say whether a line is a pronoun or a degree of acquaintance, which stand before the headline."""
    return plain(text[:MAX_NAME]).strip("()") in _BESIDE_NAME


def names_title(text: str) -> bool:
    """Say whether a short line has a word of a title, such as developer."""
    return len(text) <= MAX_NAME and _TITLE.search(plain(text)) is not None


def names_school(text: str) -> bool:
    """Say whether a short line has a word of a school, such as university."""
    return len(text) <= MAX_NAME and _SCHOOL.search(plain(text)) is not None


def names_degree(text: str) -> bool:
    """Say whether a short line has a word of a degree, such as bachelor."""
    return len(text) <= MAX_NAME and _DEGREE.search(plain(text) + " ") is not None


def hinted(view: View, line: Line, kind: str) -> bool:
    """Say whether the page's own names call the line so, in a class or an itemprop of its elements."""
    element = view.element(line)
    for above in (element, *element.ancestors()):
        if (above.first, above.end) != (line.first, line.last + 1) and above is not element:
            return False
        given = f"{above.get('class')} {above.get('itemprop')}".lower()
        if _HINT_OF[kind].search(given):
            return True
    return False

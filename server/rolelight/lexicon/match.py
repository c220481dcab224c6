"""Finds signals in text, with exact offsets on the original text.

At each word of the text, the forms that can begin with that word are tried, and the longest wins. That is
linear in the text, needs no patterns to be compiled before they are met, and keeps ``re.IGNORECASE`` on the
original text, so that offsets stay exact where lower-casing would change lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rolelight.lexicon.forms import first_words, pattern_of
from rolelight.lexicon.model import Signal

_WORD = re.compile(r"[^\W_]+")
_NEARBY = 60  # characters on each side in which a required neighbour may stand: about a line of a list
_TOUCHING = 30  # characters on each side that before_not and after_not may look at


@dataclass(frozen=True, slots=True)
class Match:
    """A signal at a place in a text; ``text[start:end]`` are its words."""

    signal: Signal
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Form:
    signal: Signal
    text: str
    exact: bool


class Matcher:
    """Finds the signals that it was made of."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        self._forms: dict[str, list[_Form]] = {}
        for signal in signals:
            for text in signal.forms:
                self._add(_Form(signal, text, exact=False))
            for text in signal.exact_forms:
                self._add(_Form(signal, text, exact=True))

    def find(self, text: str, *, is_name: bool = False) -> list[Match]:
        """The matches in ``text``, in order and without overlaps.

        ``is_name`` says that the text is a name on a list of skills, where a short name ("R") needs no
        neighbours to be believed.
        """
        matches: list[Match] = []
        done = 0
        for word in _WORD.finditer(text):
            if word.start() < done:
                continue
            found = self._longest(text, word, is_name)
            if found:
                matches.append(found)
                done = found.end
        return matches

    def _add(self, form: _Form) -> None:
        for word in first_words(form.text):
            self._forms.setdefault(word, []).append(form)

    def _longest(self, text: str, word: re.Match[str], is_name: bool) -> Match | None:
        found = sorted(self._candidates(text, word), key=lambda each: each[1].end, reverse=True)
        return next((match for form, match in found if _allowed(form, match, text, is_name)), None)

    def _candidates(self, text: str, word: re.Match[str]) -> Iterator[tuple[_Form, Match]]:
        for form in self._forms.get(word[0].casefold(), ()):
            start = word.start() - (form.text[0] == ".")
            found = _compiled(form.text, form.exact).match(text, max(start, 0))
            if found:
                yield form, Match(form.signal, found.start(), found.end())


def _allowed(form: _Form, match: Match, text: str, is_name: bool) -> bool:
    signal = form.signal
    before = text[max(0, match.start - _TOUCHING) : match.start]
    after = text[match.end : match.end + _TOUCHING]
    if any(_search(rf"(?<!\w){pattern}\s*$", before) for pattern in signal.before_not):
        return False
    if any(_search(rf"^\s*{pattern}", after) for pattern in signal.after_not):
        return False
    if not (form.exact and signal.requires) or is_name:
        return True
    nearby = text[max(0, match.start - _NEARBY) : match.start] + " " + text[match.end : match.end + _NEARBY]
    return any(_search(rf"(?<!\w){pattern}(?!\w)", nearby) for pattern in signal.requires)


def _search(pattern: str, text: str) -> bool:
    return _pattern(pattern).search(text) is not None


@lru_cache(maxsize=4096)
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=8192)
def _compiled(form: str, exact: bool) -> re.Pattern[str]:
    return re.compile(pattern_of(form), 0 if exact else re.IGNORECASE)

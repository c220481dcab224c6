"""Finds signals in text, with exact offsets on the original text.

At each word of the text, the forms that can begin with that word are tried, and the longest wins. That is
linear in the text, needs no patterns to be compiled before they are met, and keeps ``re.IGNORECASE`` on the
original text, so that offsets stay exact where lower-casing would change lengths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

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
            forms = self._forms.get(word[0].casefold())
            if forms and word.start() >= done and (found := _longest(forms, text, word.start(), is_name)):
                matches.append(found)
                done = found.end
        return matches

    def _add(self, form: _Form) -> None:
        for word in first_words(form.text):
            self._forms.setdefault(word, []).append(form)


def _longest(forms: list[_Form], text: str, start: int, is_name: bool) -> Match | None:
    """The longest match of the forms at the word that starts there, if any is allowed."""
    found = [
        Match(form.signal, *match.span())
        for form in forms
        if (match := _compiled(form.text, form.exact).match(text, max(start - (form.text[0] == "."), 0)))
        and _is_allowed(form, match, is_name)
    ]
    return max(found, key=lambda each: each.end, default=None)


def _is_allowed(form: _Form, match: re.Match[str], is_name: bool) -> bool:
    signal, text, (start, end) = form.signal, match.string, match.span()
    if signal.before_not:
        before = text[max(0, start - _TOUCHING) : start]
        if _any_of(signal.before_not, r"(?<!\w)", r"\s*$").search(before):
            return False
    if signal.after_not and _any_of(signal.after_not, r"^\s*", "").search(text[end : end + _TOUCHING]):
        return False
    if not (form.exact and signal.requires) or is_name:
        return True
    nearby = text[max(0, start - _NEARBY) : start] + " " + text[end : end + _NEARBY]
    return _any_of(signal.requires, r"(?<!\w)", r"(?!\w)").search(nearby) is not None


@cache
def _any_of(patterns: tuple[str, ...], before: str, after: str) -> re.Pattern[str]:
    return re.compile(f"{before}(?:{'|'.join(patterns)}){after}", re.IGNORECASE)


@cache
def _compiled(form: str, exact: bool) -> re.Pattern[str]:
    return re.compile(pattern_of(form), 0 if exact else re.IGNORECASE)

"""Says whether words that spell a signal may be taken for it, by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from rolelight.lexicon.doubt import (
    NEARBY,
    TOUCHING,
    Place,
    clause_of,
    is_proper_name,
    is_shown,
    is_technical,
    is_used,
    is_word,
)
from rolelight.lexicon.model import Signal
from rolelight.lexicon.words import WORD


def why_not(
    signal: Signal,
    exact: str,
    text: str,
    span: tuple[int, int],
    *,
    is_name: bool,
    is_technology: Callable[[str], bool],
    is_likely: Callable[[str], bool],
) -> str:
    """Why the words at a span of the text may not be taken for the signal; nothing if it may.

    ``exact`` is how the words must be written, or nothing; ``is_name`` says that the text is an item on a
    list of skills; ``is_technology`` tells whether a word is one whatever stands around it, ``is_likely``
    whether it is one as it is written, but could be another thing.
    """
    start, end = span
    if exact and not _is_written(exact, text[start:end]):
        return f"It must be written {exact}."
    if signal.before_not and (
        found := _before(signal.before_not).search(text[max(0, start - TOUCHING) : start])
    ):
        return f"“{found[0].strip()}” stands before it."
    if signal.after_not and (found := _after(signal.after_not).search(text[end : end + TOUCHING])):
        return f"“{found[0].strip()}” stands after it."
    if signal.excludes and (found := _within(signal.excludes).search(_nearby(text, span))):
        return f"“{found[0]}” stands near it."
    is_another_word = exact and (signal.requires or signal.in_list)
    if is_name or not (is_another_word or (signal.doubtful and " " not in text[start:end])):
        return ""
    place = Place(text, start, end, is_technology, is_likely)
    if is_another_word:
        return _why_not_exact(signal, place)
    in_name = is_proper_name(place)
    if (not in_name and is_technical(place)) or is_shown(place):
        return ""
    return "It seems to be part of a proper name." if in_name else "Nothing around it is about technology."


def _why_not_exact(signal: Signal, place: Place) -> str:
    """Why a name that is mostly another word may not be taken for the signal."""
    text, span = place.text, (place.start, place.end)
    if signal.in_list and is_shown(place):
        return ""
    if signal.in_list and is_proper_name(place):
        return "It seems to be part of a proper name."
    if not place.is_capital and span[1] - span[0] <= 2 and signal.in_list:
        return "In lower case it is a name on a list only."
    if signal.in_list and is_word(place):
        return "It stands in a sentence as an ordinary word."
    if signal.requires and _within(signal.requires).search(
        _nearby(text, span) if place.is_capital or not signal.in_list else _nearby_in_clause(text, span)
    ):
        return ""
    if signal.in_list and is_used(place):
        return ""
    return "Nothing near it says that the technology is meant."


def _nearby(text: str, span: tuple[int, int]) -> str:
    return text[max(0, span[0] - NEARBY) : span[0]] + " " + text[span[1] : span[1] + NEARBY]


def _nearby_in_clause(text: str, span: tuple[int, int]) -> str:
    before, after = clause_of(text, *span)
    return before[-NEARBY:] + " " + after[:NEARBY]


def _is_written(exact: str, words: str) -> bool:
    """Whether the words are written so, whatever separates them."""
    return exact == words or WORD.findall(exact) == WORD.findall(words)


@cache
def _before(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})\s*$", re.IGNORECASE)


@cache
def _after(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"^\s*(?:{'|'.join(patterns)})", re.IGNORECASE)


@cache
def _within(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE)

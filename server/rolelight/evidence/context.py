"""Finds the context of a mention: negated, learning, slight, other people's, past, or part of a name.

After the ConText algorithm (Harkema, Dowling, Thornblade & Chapman 2009): cues with a direction and a bounded
scope, ended by terminators. The rules are data, in lexicon/data/contexts.toml.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Context


@dataclass(frozen=True, slots=True)
class Cue:
    """A context rule's words at ``text[start:end]``; they reach forward or back from there."""

    context: Context
    start: int
    end: int
    reaches_forward: bool


def cues_in(text: str, sentence: tuple[int, int]) -> list[Cue]:
    """The cues in a sentence of a text, in the order of the rules."""
    start, end = sentence
    # Most sentences hold no cue at all; one search tells.
    if not _any_cue().search(text, start, end):
        return []
    return [
        Cue(context, found.start(), found.end(), reaches_forward)
        for context in load_lexicon().contexts
        for patterns, reaches_forward in ((context.before, True), (context.after, False))
        if patterns
        for found in _cues(patterns).finditer(text, start, end)
    ]


def context_of(text: str, start: int, end: int, cues: Sequence[Cue]) -> Context | None:
    """The first context rule whose cue reaches ``text[start:end]``, or None if the words are plain."""
    for cue in cues:
        between = text[cue.end : start] if cue.reaches_forward else text[end : cue.start]
        is_on_its_side = cue.start < start if cue.reaches_forward else cue.end > end
        if is_on_its_side and _within(between, cue.context.words):
            return cue.context
    return None


def _within(between: str, words: int) -> bool:
    """Whether a cue's reach spans the text between it and the mention."""
    return len(between.split()) <= words and not _cues(load_lexicon().terminators).search(between)


@cache
def _any_cue() -> re.Pattern[str]:
    contexts = load_lexicon().contexts
    return _cues(tuple(pattern for context in contexts for pattern in context.before + context.after))


@cache
def _cues(patterns: tuple[str, ...]) -> re.Pattern[str]:
    # A cue that ends in a hyphen ("ex-") touches its word; any other ends at a word's end.
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?:(?<=-)|(?!\w))", re.IGNORECASE)

"""Finds the context of a mention: negated, learning, slight, other people's, past, or part of a name.

After the ConText algorithm (Harkema, Dowling, Thornblade & Chapman 2009): cues with a direction and a bounded
scope, ended by terminators. The rules are data, in lexicon/data/contexts.toml.
"""

from __future__ import annotations

import re
from functools import cache

from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Context


def context_of(text: str, start: int, end: int, sentence: tuple[int, int]) -> Context | None:
    """The first context rule whose cue reaches ``text[start:end]`` within its sentence, or None if plain."""
    before, after = text[sentence[0] : start], text[end : sentence[1]]
    for context in load_lexicon().contexts:
        if _reaches_forward(context, before) or _reaches_back(context, after):
            return context
    return None


def _reaches_forward(context: Context, before: str) -> bool:
    cue = _cues(context.before)
    ends = [found.end() for found in cue.finditer(before)] if cue and before else []
    return bool(ends) and _within(before[ends[-1] :], context.words)


def _reaches_back(context: Context, after: str) -> bool:
    cue = _cues(context.after)
    found = cue.search(after) if cue and after else None
    return found is not None and _within(after[: found.start()], context.words)


def _within(between: str, words: int) -> bool:
    """Whether a cue's reach spans the text between it and the mention."""
    terminators = _cues(load_lexicon().terminators)
    if terminators and terminators.search(between):
        return False
    return len(between.split()) <= words


@cache
def _cues(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    if not patterns:
        return None
    # A cue that ends in a hyphen ("ex-") touches its word; any other ends at a word's end.
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?:(?<=-)|(?!\w))", re.IGNORECASE)

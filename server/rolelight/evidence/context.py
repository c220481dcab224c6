"""Finds the context of a mention: negated, learning, slight, other people's, past, or part of a name.

After the ConText algorithm (Harkema, Dowling, Thornblade & Chapman 2009): cues with a direction and a bounded
scope, ended by terminators. The rules are data, in lexicon/data/contexts.toml.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Context

# Characters that a cue's longest reach (14 words, and its own words) can span in real text; looking no
# further keeps a page of nothing but cues linear.
MAX_REACH = 300


@dataclass(frozen=True, slots=True)
class Cue:
    """A context rule's words at ``text[start:end]``; they reach forward or back from there."""

    context: Context
    rule: int
    start: int
    end: int
    reaches_forward: bool


def cues_in(text: str, sentence: tuple[int, int]) -> list[Cue]:
    """The cues in a sentence of a text, in the order of their places."""
    start, end = sentence
    # Most sentences hold no cue at all; one search tells. In lower case it takes a fifth of the time.
    if not _any_cue().search(text[start:end].lower()):
        return []
    cues = [
        Cue(context, rule, found.start(), found.end(), reaches_forward)
        for rule, context in enumerate(load_lexicon().contexts)
        for patterns, reaches_forward in ((context.before, True), (context.after, False))
        if patterns
        for found in _cues(patterns).finditer(text, start, end)
    ]
    return sorted(cues, key=lambda cue: cue.start)


def context_of(text: str, start: int, end: int, cues: Sequence[Cue]) -> Context | None:
    """The first context rule whose cue reaches ``text[start:end]``, or None if the words are plain.

    ``cues`` are in the order of their places; of several that reach, the earliest rule counts.
    """
    if not cues:
        return None
    low = bisect_left(cues, start - MAX_REACH, key=lambda cue: cue.start)
    high = bisect_right(cues, end + MAX_REACH, key=lambda cue: cue.start)
    reaching = [cue for cue in cues[low:high] if _reaches(cue, text, start, end)]
    return min(reaching, key=lambda cue: cue.rule).context if reaching else None


def context_of_title(title: str) -> Context | None:
    """The context in which everything under a title stands ("Technical Recruiter"), or None."""
    titled = (context for context in load_lexicon().contexts if context.titles)
    return next((context for context in titled if _cues(context.titles).search(title)), None)


def _reaches(cue: Cue, text: str, start: int, end: int) -> bool:
    """Whether the cue stands on its side of the mention, near enough and with no terminator between."""
    is_on_its_side = cue.start < start if cue.reaches_forward else cue.end > end
    between = text[cue.end : start] if cue.reaches_forward else text[end : cue.start]
    return (
        is_on_its_side
        and len(between.split()) <= cue.context.words
        and not _cues(load_lexicon().terminators).search(between)
    )


@cache
def _any_cue() -> re.Pattern[str]:
    # What must follow a cue, and which of its letters must be capitals, is left to its own pattern.
    patterns = [pattern for context in load_lexicon().contexts for pattern in context.before + context.after]
    return re.compile(_bounded(_in_lower_case(pattern.partition("(?=")[0]) for pattern in patterns))


def _in_lower_case(pattern: str) -> str:
    """The pattern for text in lower case; "\\W" and its like stay as they are."""
    return re.sub(r"(?<!\\)[A-Z]", lambda found: found[0].lower(), pattern.replace("(?-i:", "(?:"))


@cache
def _cues(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_bounded(patterns), re.IGNORECASE)


def _bounded(patterns: Iterable[str]) -> str:
    # Groups need not be kept: that takes a third of the time. A cue that ends in a hyphen ("ex-") touches
    # its word; any other ends at a word's end.
    cues = re.sub(r"(?<!\\)\((?!\?)", "(?:", "|".join(patterns))
    return rf"(?<!\w)(?:{cues})(?:(?<=-)|(?!\w))"

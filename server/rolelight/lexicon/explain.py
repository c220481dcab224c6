"""Explains what the lexicon makes of a text: which signals match, which were rejected, and why."""

from __future__ import annotations

from collections.abc import Iterator

from rolelight.lexicon import load_matcher
from rolelight.lexicon.kinds import IN_COURSES, IN_DEGREES, IN_INTRODUCTIONS, IN_TEXT, IN_TITLES
from rolelight.lexicon.match import Match
from rolelight.lexicon.model import Signal

KINDS_OF_TEXT = {
    "description": IN_TEXT,
    "headline": IN_INTRODUCTIONS,
    "title": IN_TITLES,
    "skill": IN_TEXT,
    "degree": IN_DEGREES,
    "course": IN_COURSES,
}


def explain_text(text: str, kind: str) -> Iterator[str]:
    """Lines that say what was found in a text of a kind (a key of KINDS_OF_TEXT), and what was not."""
    seen = load_matcher().explain(text, KINDS_OF_TEXT[kind], is_name=kind == "skill")
    if not seen:
        yield "No signal has a form in this text."
    for each in seen:
        words = f"{each.start}-{each.end} “{text[each.start : each.end]}”"
        if isinstance(each, Match):
            signal = each.signal
            yield f"{words} is {signal.id} ({signal.kind}, {signal.family}): {signal.note}"
            yield f"    {_says(each.signal)}"
        else:
            yield f"{words} is not {each.signal.id}: {each.reason}"


def _says(signal: Signal) -> str:
    said = [f"{target} {weight:+.1f}" for target, weight in (*signal.uses.items(), *signal.roles.items())]
    return f"Says, before weights are fitted: {', '.join(said)}." if said else "Says nothing sure."

"""Checks what the lexicon holds beside its signals: targets, patterns, places, numbers and sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from string import Formatter

from rolelight.lexicon.model import Lexicon
from rolelight.lexicon.problems import Problem, why_not_a_pattern

# Where a mention may stand in relation to a skill: the tables of nearness.toml.
PLACES = (
    "beside",
    "in_sentence",
    "in_list",
    "in_entry",
    "in_entry_explained",
    "rival_nearer",
    "in_entry_with_rival",
    "other_entry",
    "other_entry_with_rival",
)
# The words that each situation has for its question: what may stand in brackets in questions.toml.
WORDS_OF_SITUATIONS = {
    "unnamed": ("skill",),
    "silent": ("title", "company", "skill"),
    "unplaced": ("skill",),
    "mixed": ("skill", "use", "other"),
    "lists": ("named",),
    "old": ("title", "company"),
    "rival": ("title", "company", "skill", "rival"),
    "others": ("title", "company"),
    "core": ("core_question",),
    "no_text": ("title", "company"),
    "no_positions": ("role",),
}
MOST_MONTHS = 120
MOST_WORDS = 20

# A file of the lexicon, and what is wrong in it.
Wrong = tuple[str, str]


def problems_beside_signals(lexicon: Lexicon) -> Iterator[Problem]:
    """Every problem of the files beside the signals."""
    for check in (_targets, _cues, _places, _sentences, _numbers):
        for file, text in check(lexicon):
            yield Problem(file, 1, text)


def _targets(lexicon: Lexicon) -> Iterator[Wrong]:
    families = {signal.family for signal in lexicon.signals.values()}
    uses = {use for skill in lexicon.skills.values() for use in skill.uses}
    for skill in lexicon.skills.values():
        for named in (skill.signal, *(rival for use in skill.uses.values() for rival in use.rivals)):
            if named not in lexicon.signals:
                yield "skills.toml", f"{skill.id} names the signal {named}, which does not exist."
    for role in lexicon.roles:
        for use in role.uses:
            if use not in uses:
                yield "roles.toml", f"{role.id} names the use {use}, which no skill has."
        for family in role.core:
            if family not in families:
                yield "roles.toml", f"{role.id} names the family {family}, which no signal has."


def _cues(lexicon: Lexicon) -> Iterator[Wrong]:
    for context in lexicon.contexts:
        for pattern in context.before + context.after + context.titles:
            if error := why_not_a_pattern(pattern):
                problem = f"{context.id}: The pattern {pattern!r} is not valid ({error}): correct it."
                yield "contexts.toml", problem


def _places(lexicon: Lexicon) -> Iterator[Wrong]:
    for place in (place for place in PLACES if place not in lexicon.nearness):
        yield "nearness.toml", f"The table {place} is missing: add it."
    for place in (place for place in lexicon.nearness if place not in PLACES):
        yield "nearness.toml", f"The table {place} is unknown: use {', '.join(PLACES)}."


def _sentences(lexicon: Lexicon) -> Iterator[Wrong]:
    """Sentences with words in brackets that nothing will be put for."""
    for question in lexicon.questions:
        known = WORDS_OF_SITUATIONS.get(question.situation)
        if known is None:
            known_situations = ", ".join(WORDS_OF_SITUATIONS)
            yield "questions.toml", f"The situation {question.situation} is unknown: use {known_situations}."
        else:
            yield from _wrong_words("questions.toml", question.text, known)
    for role in lexicon.roles:
        for text in role.questions:
            yield from _wrong_words("roles.toml", text, ("skill", "role"))
    for nearness in lexicon.nearness.values():
        yield from _wrong_words("nearness.toml", nearness.note, ("skill", "rival"))


def _wrong_words(file: str, text: str, known: Collection[str]) -> Iterator[Wrong]:
    try:
        named = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        yield file, f"The sentence {text!r} cannot be read ({error}): close its brackets."
        return
    for name in named:
        if name not in known:
            yield file, f"The sentence {text!r} names {{{name}}}: use {', '.join(known)} or none."


def _numbers(lexicon: Lexicon) -> Iterator[Wrong]:
    for file, name, number, least, most in _ranges(lexicon):
        if not least <= number <= most:
            yield file, f"{name} is {number}, and must be from {least} to {most}: correct it."


def _ranges(lexicon: Lexicon) -> Iterator[tuple[str, str, float, float, float]]:
    """Numbers with their file and name, and what is the least and the most that makes sense."""
    limits = lexicon.thresholds
    yield "verdicts.toml", "strong", limits.strong, 0.5, 0.99
    yield "verdicts.toml", "unlikely", limits.unlikely, 0.01, 0.5
    yield "verdicts.toml", "families", limits.families, 1, 10
    yield "verdicts.toml", "evidence", limits.evidence, 0, 10
    yield "verdicts.toml", "clear_position_months", limits.clear_position_months, 0, MOST_MONTHS
    for name in ("main_use", "clear_use", "clear_position"):
        yield "verdicts.toml", name, getattr(limits, name), 0, 1
    for context in lexicon.contexts:
        yield "contexts.toml", f"keep of {context.id}", context.keep, 0, 1
        yield "contexts.toml", f"words of {context.id}", context.words, 0, MOST_WORDS
    for place, nearness in lexicon.nearness.items():
        yield "nearness.toml", f"near of {place}", nearness.near, 0, 1
        yield "nearness.toml", f"elsewhere of {place}", nearness.elsewhere, 0, 1
    for use in (use for skill in lexicon.skills.values() for use in skill.uses.values()):
        yield "skills.toml", f"share of {use.id}", use.share, 0.01, 0.99
    for role in lexicon.roles:
        yield "roles.toml", f"own of {role.id}", role.own, 0, 1
        for use_id, share in role.uses.items():
            yield "roles.toml", f"{use_id} of {role.id}", share, -1, 1

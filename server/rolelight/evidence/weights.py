"""Weighs mentions: what each adds, in log-odds, for or against a use of a skill.

A weight of evidence in the sense of Good and of Spiegelhalter & Knill-Jones: contributions add up, and each
can be shown. Correlated mentions (Django, Django ORM) are one fact: in an entry, each family counts at most
a bounded sum, and what is above it is taken back in a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rolelight.evidence.attribution import EntryMentions, nearness_of
from rolelight.evidence.mentions import Mention
from rolelight.lexicon.model import Skill

# Judgement, to be fitted later. A word that comes again in the same position keeps a tenth of its weight.
# Further words of one family confirm the first but are no new facts: together they may add half of the
# strongest again.
REPEATED = 0.1
REPEATED_NOTE = "It is named more than once here, which is counted once."
FAMILY_CAP = 1.5


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one mention adds, in log-odds, and why it is not more, if it could be."""

    mention: Mention
    weight: float
    note: str = ""


@dataclass(frozen=True, slots=True)
class EntryWeights:
    """The contributions of an entry, and by family what is taken back because it was counted once already."""

    entry: str
    section: str
    contributions: tuple[Contribution, ...]
    counted_once: dict[str, float]

    @property
    def total(self) -> float:
        """The entry's sum in log-odds."""
        return sum(each.weight for each in self.contributions) + sum(self.counted_once.values())


def weigh_entry(entry: EntryMentions, skill: Skill | None, use: str) -> EntryWeights:
    """The weights of an entry's mentions for a use of the skill, or for such work at all if skill is None."""
    weighed = [
        _weigh(mention, entry, skill, says)
        for mention in entry.mentions
        if (says := _says(mention, skill, use))
    ]
    contributions = _repeated_less(weighed)
    return EntryWeights(entry.entry, entry.section, contributions, _counted_once(contributions))


def _says(mention: Mention, skill: Skill | None, use: str) -> float:
    """What the mention says of the use, in log-odds, before anything is made of where it stands."""
    signal = mention.signal
    by_use = signal.uses if skill or signal.without_skill is None else signal.without_skill
    return (by_use or {}).get(use, 0.0) * mention.keep


def _weigh(mention: Mention, entry: EntryMentions, skill: Skill | None, says: float) -> Contribution:
    if skill is None:
        return Contribution(mention, says)
    nearness = nearness_of(mention, entry, skill)
    note = nearness.note and nearness.note.format(skill=skill.label, rival=entry.rival)
    return Contribution(mention, says * nearness.share, note)


def _repeated_less(contributions: list[Contribution]) -> tuple[Contribution, ...]:
    """The contributions with those lowered that repeat a signal; its strongest mention keeps its weight."""
    strongest: dict[str, Contribution] = {}
    for each in sorted(contributions, key=lambda each: -abs(each.weight)):
        strongest.setdefault(each.mention.signal.id, each)
    return tuple(
        each
        if strongest[each.mention.signal.id] is each
        else replace(each, weight=each.weight * REPEATED, note=REPEATED_NOTE)
        for each in contributions
    )


def _counted_once(contributions: Iterable[Contribution]) -> dict[str, float]:
    """For each family over its cap, the negative of what is over it (positive for families against)."""
    families: dict[tuple[str, bool], list[float]] = {}
    for each in contributions:
        families.setdefault((each.mention.signal.family, each.weight > 0), []).append(each.weight)
    taken_back: dict[str, float] = {}
    for (family, _), weights in families.items():
        cap = FAMILY_CAP * max(weights, key=abs)
        excess = sum(weights) - cap
        if excess * cap > 0:
            taken_back[family] = taken_back.get(family, 0.0) - excess
    return taken_back

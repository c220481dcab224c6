"""Weighs mentions: what each adds, in log-odds, for or against a use of a skill.

A weight of evidence in the sense of Good and of Spiegelhalter & Knill-Jones: contributions add up, and each
can be shown. Correlated mentions (Django, Django ORM) are one fact: in an entry, each family counts at most
a bounded sum, and what is above it is taken back in a line of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rolelight.evidence.attribution import EntryMentions, share_of
from rolelight.evidence.mentions import Mention
from rolelight.lexicon.model import Skill

# A second and third mention of one family confirm the first but are no new facts: together they may add
# half of the strongest again. Judgement, to be fitted later.
FAMILY_CAP = 1.5


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one mention adds, in log-odds."""

    mention: Mention
    weight: float


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
    contributions = tuple(
        Contribution(mention, weight)
        for mention in entry.mentions
        if (weight := _weight(mention, entry, skill, use))
    )
    return EntryWeights(entry.entry, entry.section, contributions, _counted_once(contributions))


def _weight(mention: Mention, entry: EntryMentions, skill: Skill | None, use: str) -> float:
    if skill is None:
        says = mention.signal.without_skill or mention.signal.uses or {}
        return says.get(use, 0.0) * mention.keep
    says = mention.signal.uses or {}
    return says.get(use, 0.0) * mention.keep * share_of(mention, entry, skill)


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

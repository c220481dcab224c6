"""Weighs mentions: what each adds, in log-odds, for or against a use of a skill.

A weight of evidence in the sense of Good and of Spiegelhalter & Knill-Jones: contributions add up, and each
can be shown. Correlated mentions (Django, Django ORM) are one fact: in an entry, each family counts at most
a bounded sum, and what is above is scaled down in proportion, so that every share shown
is real.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rolelight.evidence.attribution import EntryMentions, nearness_of
from rolelight.evidence.mentions import Mention
from rolelight.lexicon.model import Skill

# Judgement, to be fitted later. A signal that comes again in the same position keeps a tenth of its weight.
# Further words of one family confirm the first but are no new facts: together they may add half of the
# strongest again.
REPEATED = 0.1
FAMILY_CAP = 1.5
COUNTED_ONCE = "Several words here say the same; together they count once."


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one mention adds, in log-odds, and why it is not more, if it could be.

    ``says`` is what it would add if it stood alone: its direction, whatever was counted once already.
    """

    mention: Mention
    weight: float
    says: float
    reason: str = ""


def weigh_entry(entry: EntryMentions, skill: Skill | None, use: str) -> list[Contribution]:
    """What an entry's mentions add for a use of the skill, or for such work at all if skill is None.

    Mentions that say nothing of the use are left out.
    """
    weighed = [
        _weigh(mention, entry, skill, says)
        for mention in entry.mentions
        if (says := _says(mention, skill, use))
    ]
    return _families_once(_repeated_less(weighed))


def _says(mention: Mention, skill: Skill | None, use: str) -> float:
    """What the mention says of the use, in log-odds, before anything is made of where it stands."""
    signal = mention.signal
    by_use = signal.uses if skill or signal.without_skill is None else signal.without_skill
    return (by_use or {}).get(use, 0.0) * mention.keep


def _weigh(mention: Mention, entry: EntryMentions, skill: Skill | None, says: float) -> Contribution:
    if skill is None:
        return Contribution(mention, says, says)
    nearness = nearness_of(mention, entry, skill)
    reason = nearness.note and nearness.note.format(skill=skill.label, rival=entry.rival)
    weight = says * nearness.share
    return Contribution(mention, weight, weight, reason)


def _repeated_less(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with those lowered that repeat a signal; its strongest mention keeps its weight."""
    strongest: dict[str, Contribution] = {}
    for each in sorted(contributions, key=lambda each: -abs(each.weight)):
        strongest.setdefault(each.mention.signal.id, each)
    return [
        each
        if strongest[each.mention.signal.id] is each
        else replace(each, weight=each.weight * REPEATED, reason=COUNTED_ONCE)
        for each in contributions
    ]


def _families_once(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with each family, and each direction within it, held to its cap."""
    families: dict[tuple[str, bool], list[Contribution]] = {}
    for each in contributions:
        families.setdefault((each.mention.signal.family, each.weight > 0), []).append(each)
    return [
        each
        for family in families.values()
        for each in capped(family, FAMILY_CAP * max(abs(each.weight) for each in family), COUNTED_ONCE)
    ]


def capped(contributions: list[Contribution], cap: float, reason: str = "") -> list[Contribution]:
    """The contributions, scaled down in proportion where their sum is beyond the cap on either side."""
    total = abs(sum(each.weight for each in contributions))
    if total <= cap:
        return contributions
    return [
        replace(each, weight=each.weight * cap / total, reason=each.reason or reason)
        for each in contributions
    ]

"""Weighs mentions: what each adds, in log-odds, for or against a use of a skill.

A weight of evidence in the sense of Good and of Spiegelhalter & Knill-Jones: contributions add up, and each
can be shown. Correlated mentions (Django, Django ORM) are one fact: in an entry, each family counts at most
a bounded sum, and what is above is scaled down in proportion, so that every share shown
is real.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rolelight.evidence.attribution import EntryMentions, group_by_entry, nearness_of
from rolelight.evidence.career import career_shares
from rolelight.evidence.mentions import Mention
from rolelight.lexicon.model import Skill
from rolelight.page.model import Profile

# Judgement, to be fitted later. A signal that comes again in the same position keeps a tenth of its weight.
# Further words of one family confirm the first but are no new facts: together they may add half of the
# strongest again.
REPEATED = 0.1
FAMILY_CAP = 1.5
# Below this, what a mention says where it stands is counted in the sums but shown as unclear: even odds move
# to 53 in 100 at most.
UNCLEAR = 0.12
COUNTED_ONCE = "Several words here say the same; together they count once."


class Contribution(NamedTuple):
    """What one mention adds, in log-odds, and why it is not more, if it could be.

    ``says`` is what it would add if it stood alone: its direction, whatever was counted once already. A
    tuple, because a page has thousands and a frozen data class takes twice the time to make.
    """

    mention: Mention
    weight: float
    says: float
    reason: str = ""

    @property
    def direction(self) -> str:
        """Which way it speaks, for or against; nothing where that is unclear."""
        if abs(self.says) < UNCLEAR or self.mention.signal.ambiguous:
            return ""
        return "for" if self.says > 0 else "against"


@dataclass(frozen=True, slots=True)
class WeighedEntry:
    """A position, or one whole other section, seen from a skill: what its mentions add, by use.

    ``share`` is the factor with which all of it counts for the career.
    """

    entry: str
    names_skill: bool
    share: float
    by_use: dict[str, list[Contribution]]


def weigh_entries(
    profile: Profile, mentions: Sequence[Mention], skill: Skill | None, today: date
) -> list[WeighedEntry]:
    """Every position and other section in page order, weighed for the uses of a skill, or without one."""
    groups = group_by_entry(mentions, skill)
    shares = career_shares(groups, profile, today)
    return [
        WeighedEntry(group.entry, group.names_skill, shares[group.entry], weigh_entry(group, skill))
        for group in groups
    ]


def weigh_entry(entry: EntryMentions, skill: Skill | None) -> dict[str, list[Contribution]]:
    """By use, what an entry's mentions add for that use of the skill, or for such work if skill is None.

    Mentions that say nothing of a use are left out of it.
    """
    by_use: dict[str, list[Contribution]] = {}
    for mention in entry.mentions:
        for use, weight in _says(mention, skill).items():
            if says := weight * mention.keep:
                by_use.setdefault(use, []).append(_weigh(mention, entry, skill, use, says))
    return {use: _families_once(_repeated_less(weighed)) for use, weighed in by_use.items()}


def _says(mention: Mention, skill: Skill | None) -> dict[str, float]:
    """What the mention's signal says, in log-odds by use, before anything is made of where it stands."""
    signal = mention.signal
    return (signal.uses if skill or signal.without_skill is None else signal.without_skill) or {}


def _weigh(
    mention: Mention, entry: EntryMentions, skill: Skill | None, use: str, says: float
) -> Contribution:
    if skill is None:
        return Contribution(mention, says, says)
    rivals = entry.rivals.get(use)
    nearness = nearness_of(mention, entry, skill, rivals)
    reason = nearness.note and nearness.note.format(skill=skill.label, rival=rivals.words if rivals else "")
    weight = says * nearness.share
    return Contribution(mention, weight, weight, reason)


def _repeated_less(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with those lowered that repeat a signal; its strongest mention keeps its weight."""
    strongest: dict[str, Contribution] = {}
    for each in contributions:
        if abs(each.weight) > abs(strongest.setdefault(each.mention.signal.id, each).weight):
            strongest[each.mention.signal.id] = each
    return [
        each
        if strongest[each.mention.signal.id] is each
        else Contribution(each.mention, each.weight * REPEATED, each.says, COUNTED_ONCE)
        for each in contributions
    ]


def _families_once(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with each family, and each direction within it, held to its cap."""
    families: dict[tuple[str, bool], list[Contribution]] = {}
    for each in contributions:
        families.setdefault((each.mention.signal.family, each.weight > 0), []).append(each)
    return [each for family in families.values() for each in _family_once(family)]


def _family_once(family: list[Contribution]) -> list[Contribution]:
    if len(family) == 1:  # As most are: one is always within its own cap.
        return family
    return capped(family, FAMILY_CAP * max(abs(each.weight) for each in family), COUNTED_ONCE)


def capped(contributions: list[Contribution], cap: float, reason: str = "") -> list[Contribution]:
    """The contributions, scaled down in proportion where their sum is beyond the cap on either side."""
    total = abs(sum(each.weight for each in contributions))
    if total <= cap:
        return contributions
    return [
        Contribution(each.mention, each.weight * cap / total, each.says, each.reason or reason)
        for each in contributions
    ]

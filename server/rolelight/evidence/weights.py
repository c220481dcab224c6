"""Weighs mentions: what each adds, in log-odds, for or against a use of a skill.

A weight of evidence in the sense of Good and of Spiegelhalter & Knill-Jones: contributions add up, and each
can be shown. Correlated mentions (Django, Django ORM) are one fact: in an entry, each family counts at most
a bounded sum, and what is above is scaled down in proportion, so that every share shown
is real.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from rolelight.evidence.attribution import EntryMentions, group_by_entry, nearness_of
from rolelight.evidence.career import career_shares
from rolelight.evidence.mentions import Mention
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Nearness, Skill, Weights
from rolelight.lexicon.weights import NOTHING, bounds_of, said_of_use
from rolelight.page.model import Profile

# A signal that comes again in the same position keeps a quarter of its weight: checked on labelled job
# entries, where a tenth or a half do as well. Further words of one family confirm the first but are no new
# facts: together they may add as much as the strongest again.
REPEATED = 0.25
FAMILY_CAP = 2.0
# Below this, what a mention says where it stands is counted in the sums but shown as unclear: even odds move
# to 53 in 100 at most.
UNCLEAR = 0.12
COUNTED_ONCE = "Several words here say the same; together they count once."


@dataclass(slots=True, eq=False)
class Contribution:
    """What one mention adds, in log-odds, and why it is not more, if it could be.

    ``says`` is what it would add if it stood alone: its direction, whatever was counted once already. Never
    changed, but not frozen: a page has thousands, and frozen ones or tuples take twice the time to make.
    """

    mention: Mention
    weight: float
    says: float
    reason: str = ""
    closeness: float = 1.0

    def weighing(self, weight: float, reason: str = "") -> Contribution:
        """The same with another weight, and a reason where it has none yet."""
        return Contribution(self.mention, weight, self.says, self.reason or reason, self.closeness)


@dataclass(frozen=True, slots=True)
class WeighedEntry:
    """A position, or one whole other section, seen from a skill: what its mentions add, by use and by role.

    ``share`` is the factor with which all of it counts for the career.
    """

    entry: str
    names_skill: bool
    share: float
    by_use: dict[str, list[Contribution]]
    by_role: dict[str, list[Contribution]]


def weigh_entries(
    profile: Profile, mentions: Sequence[Mention], skill: Skill | None, today: date
) -> list[WeighedEntry]:
    """Every position and other section in page order, weighed for the uses of a skill and for the roles."""
    groups = group_by_entry(mentions, skill)
    shares = career_shares(groups, profile, today)
    return [
        WeighedEntry(
            group.entry,
            group.names_skill,
            shares[group.entry],
            weigh_uses(group, skill) if skill else {},
            weigh_roles(group),
        )
        for group in groups
    ]


def weigh_uses(
    entry: EntryMentions, skill: Skill, weights: Weights | None = None
) -> dict[str, list[Contribution]]:
    """By use, what an entry's mentions add for that use of the skill; those that say nothing are left out.

    ``weights`` are those that are shipped, but where others are tried out.
    """
    lexicon = load_lexicon()
    weights = weights or lexicon.weights
    by_use: dict[str, list[Contribution]] = {}
    counted = [mention for mention in entry.mentions if mention.keep]
    without_rivals: dict[Mention, Nearness] = {}  # The same for all uses that have none here, as most do.
    for use in skill.uses:
        rivals = entry.rivals.get(use)
        seen = {} if rivals else without_rivals
        for mention in counted:
            said = said_of_use(weights, mention.signal, use)
            if said == NOTHING:
                continue
            nearness = seen.get(mention)
            if nearness is None:
                nearness = lexicon.nearness[nearness_of(mention, entry, skill, rivals)]
                seen[mention] = nearness
            weight = (said[0] * nearness.near + said[1] * nearness.elsewhere) * mention.keep
            reason = nearness.note and nearness.note.format(
                skill=skill.label, rival=rivals.words if rivals else ""
            )
            added = Contribution(mention, weight, weight, reason, nearness.closeness * mention.keep)
            by_use.setdefault(use, []).append(added)
    return {
        use: _bounded(_families_once(_repeated_less(weighed)), bounds_of(weights, use))
        for use, weighed in by_use.items()
    }


def weigh_roles(entry: EntryMentions) -> dict[str, list[Contribution]]:
    """By role, what an entry's mentions add for that role, whatever skill the work was done in."""
    lexicon = load_lexicon()
    by_role: dict[str, list[Contribution]] = {}
    # What a signal says of one role it says wherever it stands: so of its mentions the same one is closest
    # for every role, and it is looked for once.
    closest: dict[str, Mention] = {}
    for mention in entry.mentions:
        if mention.keep > closest.setdefault(mention.signal.id, mention).keep:
            closest[mention.signal.id] = mention
    for mention in entry.mentions:
        keep, is_closest = mention.keep, closest[mention.signal.id] is mention
        share, reason = (1.0, "") if is_closest else (REPEATED, COUNTED_ONCE)
        for role, says in lexicon.roles_said(mention.signal).items() if keep else ():
            weight = says * keep
            added = Contribution(mention, weight * share, weight, reason, keep)
            by_role.setdefault(role, []).append(added)
    return {role: _families_once(weighed) for role, weighed in by_role.items()}


def _repeated_less(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with those lowered that repeat a signal; its closest mention keeps its weight."""
    closest: dict[str, Contribution] = {}
    for each in contributions:
        if each.closeness > closest.setdefault(each.mention.signal.id, each).closeness:
            closest[each.mention.signal.id] = each
    return [
        each
        if closest[each.mention.signal.id] is each
        else Contribution(each.mention, each.weight * REPEATED, each.says, COUNTED_ONCE, each.closeness)
        for each in contributions
    ]


def _families_once(contributions: list[Contribution]) -> list[Contribution]:
    """The contributions with each family, and each direction within it, held to its cap."""
    if len(contributions) == 1:  # One is always within its own cap.
        return contributions
    families: dict[tuple[str, bool], list[Contribution]] = {}
    for each in contributions:
        families.setdefault((each.mention.signal.family, each.weight > 0), []).append(each)
    if len(families) == len(contributions):
        return contributions
    # No more than these can be above the cap.
    return [
        *chain.from_iterable(
            [family if len(family) <= FAMILY_CAP else _family_once(family) for family in families.values()]
        )
    ]


def _family_once(family: list[Contribution]) -> list[Contribution]:
    return capped(family, FAMILY_CAP * max(abs(each.weight) for each in family), COUNTED_ONCE)


def capped(contributions: list[Contribution], cap: float, reason: str = "") -> list[Contribution]:
    """The contributions, scaled down in proportion where their sum is beyond the cap on either side."""
    total = abs(sum([each.weight for each in contributions]))
    if total <= cap:
        return contributions
    return [each.weighing(each.weight * cap / total, reason) for each in contributions]


def _bounded(contributions: list[Contribution], bounds: tuple[float, float]) -> list[Contribution]:
    """The contributions, those for and those against scaled down so that neither passes its bound."""
    speaking_for = [each for each in contributions if each.weight > 0]
    speaking_against = [each for each in contributions if each.weight <= 0]
    return _squashed(speaking_for, bounds[0]) + _squashed(speaking_against, bounds[1])


def _squashed(contributions: list[Contribution], bound: float) -> list[Contribution]:
    """The contributions, scaled in proportion so that their sum nears the bound and never passes it."""
    scale = squashing(contributions, bound)
    return [each.weighing(each.weight * scale) for each in contributions]


def squashing(contributions: Sequence[Contribution], bound: float) -> float:
    """By what to scale contributions so that their sum nears the bound and never passes it."""
    total = math.fsum([each.weight for each in contributions])
    return bound * math.tanh(total / bound) / total if abs(total) >= 1e-9 else 1.0

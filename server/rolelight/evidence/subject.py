"""What all fits of one reading share: the profile, the skill and its uses, and which positions count most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from rolelight.evidence.attribution import is_of
from rolelight.evidence.career import weight_in_time
from rolelight.evidence.mentions import Mention
from rolelight.evidence.model import SkillUses
from rolelight.evidence.timeline import later_work, months_of
from rolelight.evidence.uses import probability, use_scores
from rolelight.evidence.weights import WeighedEntry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role, Skill
from rolelight.page.model import Entry, Profile

# Months of later work after which a position is asked about as old: judgement. By then it counts three
# quarters of what it did (career.py), and tools have changed.
OLD = 36


@dataclass(frozen=True, slots=True)
class Subject:
    """A profile, seen for a skill.

    ``wanted`` is the skill that was asked for, or else the usual one, and ``is_asked_for`` says which;
    ``skill`` is the one that the page names, or None. ``positions`` stand heaviest first, by length and
    recency, with their ``shares`` of all that weight; those in ``old`` ended long ago. ``held`` are the uses
    that in one position, be it old, were clearly what the skill was used for before all others. ``of_others``
    are the mentions that speak of other people's work.
    """

    profile: Profile
    mentions: Sequence[Mention]
    wanted: Skill
    is_asked_for: bool
    skill: Skill | None
    uses: SkillUses | None
    positions: tuple[Entry, ...]
    shares: dict[str, float]
    old: frozenset[str]
    held: frozenset[str]
    of_others: tuple[Mention, ...]

    def held_work_of(self, role: Role) -> bool:
        """Whether the role's own work was once clearly what the skill was used for."""
        return any(use in self.held for use in role.work[:1])

    def skill_for(self, role: Role) -> Skill | None:
        """The skill that the role's fit is for: one that the page names and that tells of the role's work."""
        return self.skill if self.skill and role.is_about(self.skill) else None

    @property
    def names_aside(self) -> bool:
        """Whether the page names the wanted skill, though not as something that the person worked with."""
        return any(is_of(self.wanted, each) for each in self.mentions)


def subject_of(
    profile: Profile,
    mentions: Sequence[Mention],
    entries: Sequence[WeighedEntry],
    wanted: Skill,
    uses: SkillUses | None,
    today: date,
    *,
    is_asked_for: bool = False,
) -> Subject:
    """The profile seen for a skill, for which its entries are weighed.

    ``uses`` are the skill's where the page names it, and else None.
    """
    months = {entry.id: months_of(entry, today) for entry in profile.positions}
    later = later_work(months)
    weights = {entry: weight_in_time(months[entry], later[entry]) for entry in months}
    total = sum(weights.values())
    return Subject(
        profile,
        mentions,
        wanted,
        is_asked_for,
        wanted if uses else None,
        uses,
        tuple(sorted(profile.positions, key=lambda entry: -weights[entry.id])),
        {entry: weight / total for entry, weight in weights.items()},
        frozenset(entry for entry, after in later.items() if after >= OLD),
        frozenset(_clearly_first(entries, wanted, months)) if uses else frozenset(),
        tuple(each for each in mentions if each.context and each.context.id == "others"),
    )


def _clearly_first(
    entries: Sequence[WeighedEntry], skill: Skill, months: Mapping[str, range]
) -> Iterator[str]:
    """The uses that come first, and clearly so, in a position of some length; a prior is no evidence."""
    lexicon = load_lexicon()
    limits = lexicon.thresholds
    for entry in entries:
        if entry.names_skill and len(months.get(entry.entry, ())) >= limits.clear_position_months:
            scores = use_scores(entry.by_use, skill, lexicon.weights)
            most = max(scores.values())
            if probability(most) >= limits.clear_position:
                yield from (use for use, score in scores.items() if score == most)

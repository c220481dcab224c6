"""What an ambiguous skill was used for: in each position, over the career, and over time."""

from __future__ import annotations

import math
from collections.abc import Sequence

from rolelight.evidence.model import Period, SkillUses
from rolelight.evidence.weights import WeighedEntry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill
from rolelight.page.model import Profile


def probability(log_odds: float) -> float:
    """The probability of some log-odds; safe at both ends."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def skill_uses(profile: Profile, skill: Skill, entries: Sequence[WeighedEntry]) -> SkillUses:
    """The uses of a skill that the profile names; the entries are weighed for it.

    Each position that names the skill gets a probability for each use; uses do not exclude each other. The
    career's are the means of the positions' (or, where none names it, of the other sections') weighted by
    length and recency.
    """
    named = [each for each in entries if each.names_skill]
    positions = [each for each in named if each.entry.startswith("experience-")]
    probabilities = {each.entry: _probabilities(each, skill) for each in named}
    career = {use: _mean(use, probabilities, positions or named) for use in skill.uses}
    per_entry = {each.entry: probabilities[each.entry] for each in positions}
    return SkillUses(career, per_entry, _timeline(profile, per_entry), _main(career) if positions else ())


def _probabilities(entry: WeighedEntry, skill: Skill) -> dict[str, float]:
    sums = {use: sum(each.weight for each in entry.by_use.get(use, ())) for use in skill.uses}
    return {use.id: round(probability(use.start + sums[use.id]), 4) for use in skill.uses.values()}


def _mean(use: str, probabilities: dict[str, dict[str, float]], entries: list[WeighedEntry]) -> float:
    total = sum(each.share for each in entries)
    return round(sum(probabilities[each.entry][use] * each.share for each in entries) / total, 4)


def _main(career: dict[str, float]) -> tuple[str, ...]:
    least = max(load_lexicon().thresholds.main_use, max(career.values()) / 2)
    clear = [use for use in career if career[use] >= least]
    return tuple(sorted(clear, key=lambda use: -career[use]))


def _timeline(profile: Profile, per_entry: dict[str, dict[str, float]]) -> tuple[Period, ...]:
    """The clear uses of each dated position that names the skill, oldest first."""
    periods = [
        Period(entry.start, None if entry.current else entry.end or entry.start, use, p)
        for entry in profile.positions
        if entry.start and entry.id in per_entry
        for use, p in sorted(per_entry[entry.id].items(), key=lambda item: -item[1])
        if p >= load_lexicon().thresholds.clear_use
    ]
    return tuple(sorted(periods, key=lambda period: (period.from_ or "", -period.p)))

"""What an ambiguous skill was used for: in each position, over the career, and over time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from rolelight.evidence.attribution import group_by_entry
from rolelight.evidence.career import career_shares
from rolelight.evidence.mentions import Mention
from rolelight.evidence.model import Period, SkillUses
from rolelight.evidence.weights import weigh_entry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill
from rolelight.page.model import Profile


def probability(log_odds: float) -> float:
    """The probability of some log-odds; safe at both ends."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def skill_uses(profile: Profile, mentions: Sequence[Mention], skill: Skill, today: date) -> SkillUses | None:
    """The uses of a skill, or None where the profile never names it.

    Each position that names the skill gets a probability for each use; uses do not exclude each other. The
    career's are the means of the positions' (or, where none names it, of the other sections') weighted by
    length and recency.
    """
    by_entry = {use: _entry_probabilities(mentions, skill, use) for use in skill.uses}
    entries = next(iter(by_entry.values()))
    if not entries:
        return None
    positions = [entry for entry in entries if entry.startswith("experience-")]
    shares = career_shares(group_by_entry(mentions, skill, ""), profile, today)
    career = {use: _mean(by_entry[use], positions or list(entries), shares) for use in skill.uses}
    per_entry = {entry: {use: by_entry[use][entry] for use in skill.uses} for entry in positions}
    return SkillUses(career, per_entry, _timeline(profile, per_entry), _main(career) if positions else ())


def _entry_probabilities(mentions: Sequence[Mention], skill: Skill, use: str) -> dict[str, float]:
    start = skill.uses[use].start
    return {
        group.entry: round(
            probability(start + sum(each.weight for each in weigh_entry(group, skill, use))), 4
        )
        for group in group_by_entry(mentions, skill, use)
        if group.names_skill
    }


def _mean(values: dict[str, float], entries: list[str], shares: dict[str, float]) -> float:
    total = sum(shares[entry] for entry in entries)
    return round(sum(values[entry] * shares[entry] for entry in entries) / total, 4)


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

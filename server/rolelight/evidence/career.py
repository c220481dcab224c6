"""How much each part of a profile counts for the career: positions by length and recency, others by kind."""

from __future__ import annotations

import math
from datetime import date

from rolelight.evidence.attribution import EntryMentions
from rolelight.evidence.timeline import UNKNOWN_MONTHS, later_work, months_of
from rolelight.page.model import Profile

# Judgement, to be fitted later: positions count by their weighted mean; what people say of themselves or list
# counts less than what they say they did.
POSITIONS = 1.2
SECTIONS = {"headline": 0.25, "about": 0.25, "skills": 0.2, "education": 0.25, "projects": 0.2}
OTHER_SECTION = 0.1
HALF_LIFE = 84  # months of later work after which a position counts half
SILENT = 0.25  # a position that never names the skill says less about it


def career_shares(groups: list[EntryMentions], profile: Profile, today: date) -> dict[str, float]:
    """By group (position or section), the factor with which its weights count for the career."""
    months = {entry.id: months_of(entry, today) for entry in profile.positions}
    later = later_work(months)
    any_named = any(group.names_skill for group in groups if group.section == "experience")
    raw = {
        group.entry: _position_weight(months[group.entry], later[group.entry], any_named, group)
        for group in groups
        if group.section == "experience"
    }
    total = sum(raw.values())
    return {
        group.entry: POSITIONS * raw[group.entry] / total
        if group.entry in raw
        else SECTIONS.get(group.section, OTHER_SECTION)
        for group in groups
    }


def _position_weight(months: range, later: int, any_named: bool, group: EntryMentions) -> float:
    """Length counts by its square root: ten years are not ten times the evidence of one."""
    length = math.sqrt(len(months) or UNKNOWN_MONTHS)
    silent = SILENT if any_named and not group.names_skill else 1.0
    return length * silent * math.pow(0.5, later / HALF_LIFE)

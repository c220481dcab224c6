"""How much each part of a profile counts for the career: positions by length and recency, others by kind."""

from __future__ import annotations

import math
import re
from datetime import date

from rolelight.evidence.attribution import EntryMentions
from rolelight.evidence.timeline import UNKNOWN_MONTHS, later_work, months_of
from rolelight.page.model import Entry, Profile

# Positions count by their weighted mean; what people say of themselves or list counts less than what they say
# they did. Fitted on 63 careers that two readers graded, pulled towards judgement (docs/accuracy.md).
POSITIONS = 1.15
SECTIONS = {"headline": 0.3, "about": 0.3, "skills": 0.28, "education": 0.25, "projects": 0.2}
OTHER_SECTION = 0.17
HALF_LIFE = 82  # months of later work after which a position counts half
_BREAK = re.compile(
    r"(?:career|planned|personal|family) (?:break|gap|leave)|sabbatical|gap year|bereavement|homemaker"
    r"|(?:extended )?(?:parental|maternity|paternity|medical|sick|carer'?s) leave|caregiv(?:er|ing)"
    r"|full[- ]time (?:parent|carer|mother|father|mum|dad)|stay[- ]at[- ]home|unemployed|between jobs"
    r"|retire(?:d|ment)$|travell?ing$|health and well-?being",
    re.IGNORECASE,
)
SILENT = 0.3  # a position that never names the skill says less about it


def career_shares(groups: list[EntryMentions], profile: Profile, today: date) -> dict[str, float]:
    """By group (position or section), the factor with which its weights count for the career."""
    months = {
        entry.id: range(0) if is_break(entry) else months_of(entry, today) for entry in profile.positions
    }
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


def is_break(entry: Entry) -> bool:
    """Whether a position is a gap that the page tells: time without work, and so no later work of others."""
    return bool(_BREAK.match(entry.title or ""))


def weight_in_time(months: range, later: int) -> float:
    """What a position counts by its months and by those of later work.

    Length counts by its square root: ten years are not ten times the evidence of one.
    """
    return math.sqrt(len(months) or UNKNOWN_MONTHS) * math.pow(0.5, later / HALF_LIFE)


def _position_weight(months: range, later: int, any_named: bool, group: EntryMentions) -> float:
    silent = SILENT if any_named and not group.names_skill else 1.0
    return silent * weight_in_time(months, later)

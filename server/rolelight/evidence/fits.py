"""The fit for a role: a balance sheet of lines that add up to its log-odds, and the verdict they allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from rolelight.evidence.attribution import group_of
from rolelight.evidence.mentions import Mention
from rolelight.evidence.model import Fit, FitLine, SkillUses
from rolelight.evidence.questions import missing_of, open_questions_of, questions_of
from rolelight.evidence.uses import probability
from rolelight.evidence.weights import Contribution, WeighedEntry, capped
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role, Skill
from rolelight.page.model import Profile

# However much one position says, it is one position: beyond this many log-odds it counts no further.
POSITION_CAP = 3.0
DECIMALS = 4  # weights are rounded before they are added, so that what is shown adds up exactly


@dataclass(frozen=True, slots=True)
class WeighedRole:
    """A role and what each mention adds for it."""

    role: Role
    contributions: tuple[Contribution, ...]

    @property
    def log_odds(self) -> float:
        """The sum of all lines."""
        return math.fsum([self.role.start, *(each.weight for each in self.contributions)])

    def families(self, sign: int) -> set[str]:
        """The families of what speaks for (sign 1) or against (sign -1) the role."""
        return {each.mention.signal.family for each in self.contributions if each.weight * sign > 0}


def weigh_role(role: Role, entries: Sequence[WeighedEntry]) -> WeighedRole:
    """Every mention's weight for a role, in log-odds, scaled by how much its place counts for the career."""
    contributions = (
        Contribution(each.mention, round(each.weight * entry.share, DECIMALS), each.says, each.reason)
        for entry in entries
        for each in capped(entry.by_use.get(role.use, []), POSITION_CAP)
    )
    return WeighedRole(role, tuple(contributions))


def fits_of(
    profile: Profile,
    weighed: Sequence[WeighedRole],
    skill: Skill | None,
    uses: SkillUses | None,
    highlight_ids: dict[Mention, str],
) -> dict[str, Fit]:
    """The fits in words by role: verdict, lines by place and signal, what is missing, questions to ask.

    ``skill`` is the one that the fits are for, ``uses`` are its uses.
    """
    coverage, missing = _coverage(profile), missing_of(profile, skill)
    open_questions = open_questions_of(profile, skill, uses)
    fits = {}
    for each in weighed:
        p = probability(each.log_odds)
        held_back = _held_back(each, p, profile.text_language)
        fits[each.role.id] = Fit(
            verdict=_verdict(p, each, is_held_back=bool(held_back)),
            probability=p,
            coverage=coverage,
            skill=skill.id if skill else None,
            lines=_lines(each, highlight_ids),
            missing=(held_back, *missing) if held_back else missing,
            questions=questions_of(each.role, skill, open_questions),
        )
    return fits


def _held_back(weighed: WeighedRole, p: float, language: str) -> str:
    """Why a fit of high probability is not called strong; empty where nothing speaks against it."""
    limits = load_lexicon().thresholds
    if p < limits.strong:
        return ""
    families = weighed.families(1)
    if len(families) < limits.families:
        return "Only one kind of evidence speaks for the role, so the fit is not called strong."
    if weighed.role.core and not families.intersection(weighed.role.core):
        return weighed.role.core_missing
    if language not in ("en", ""):
        return "The text is not in English, so only names of technologies and titles were read."
    return ""


def _verdict(p: float, weighed: WeighedRole, *, is_held_back: bool) -> str:
    limits = load_lexicon().thresholds
    evidence = sum(abs(each.weight) for each in weighed.contributions)
    if evidence < limits.evidence:
        return "not_enough_evidence"
    if p >= limits.strong:
        return "possible" if is_held_back else "strong"
    if p <= limits.unlikely:
        enough = len(weighed.families(-1)) >= limits.families
        return "unlikely" if enough else "not_enough_evidence"
    return "possible" if weighed.families(1) else "not_enough_evidence"


def _coverage(profile: Profile) -> float:
    """The share of positions that say more than a title."""
    entries = profile.positions
    if not entries:
        return 0.0
    return round(sum(1 for entry in entries if entry.text_of("description")) / len(entries), DECIMALS)


def _lines(weighed: WeighedRole, highlight_ids: dict[Mention, str]) -> tuple[FitLine, ...]:
    lines: dict[tuple[str, str], list[Contribution]] = {}
    for each in weighed.contributions:
        lines.setdefault((group_of(each.mention), each.mention.signal.id), []).append(each)
    evidence = [
        FitLine(
            text=line[0].mention.words,
            weight=round(math.fsum(each.weight for each in line), DECIMALS),
            highlights=tuple(highlight_ids[each.mention] for each in line),
        )
        for line in lines.values()
    ]
    return (FitLine("Starting point", weighed.role.start), *evidence)

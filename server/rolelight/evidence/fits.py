"""The fit for a role: a balance sheet of lines that add up to its log-odds, and the verdict they allow."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rolelight.evidence.attribution import group_by_entry
from rolelight.evidence.career import career_shares
from rolelight.evidence.mentions import Mention
from rolelight.evidence.model import Fit, FitLine, SkillUses
from rolelight.evidence.questions import missing_of, questions_of
from rolelight.evidence.uses import probability
from rolelight.evidence.weights import capped, weigh_entry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role, Skill
from rolelight.page.model import Profile

# However much one position says, it is one position: beyond this many log-odds it counts no further.
POSITION_CAP = 3.0
# Below this, what a mention says where it stands is counted in the sums but shown as unclear: even odds move
# to 53 in 100 at most.
UNCLEAR = 0.12
DECIMALS = 4  # weights are rounded before they are added, so that what is shown adds up exactly


@dataclass(frozen=True, slots=True)
class WeighedRole:
    """A role's fit before it is put in words: what each mention adds, from where, why not more.

    ``directions`` holds for or against; a mention without one is unclear.
    """

    role: Role
    skill: Skill | None
    weights: dict[Mention, float]
    groups: dict[Mention, str]
    reasons: dict[Mention, str]
    directions: dict[Mention, str]

    @property
    def log_odds(self) -> float:
        """The sum of all lines."""
        return math.fsum([self.role.start, *self.weights.values()])

    def families(self, sign: int) -> set[str]:
        """The families of what speaks for (sign 1) or against (sign -1) the role."""
        return {mention.signal.family for mention, weight in self.weights.items() if weight * sign > 0}


def weigh_role(
    profile: Profile, mentions: Sequence[Mention], role: Role, skill: Skill | None, today: date
) -> WeighedRole:
    """Every mention's weight for a role, in log-odds, scaled by how much its place counts for the career."""
    groups = group_by_entry(mentions, skill, role.use)
    shares = career_shares(groups, profile, today)
    weighed = WeighedRole(role, skill, {}, {}, {}, {})
    for group in groups:
        for each in capped(weigh_entry(group, skill, role.use), POSITION_CAP):
            weighed.weights[each.mention] = round(each.weight * shares[group.entry], DECIMALS)
            weighed.groups[each.mention] = group.entry
            weighed.reasons[each.mention] = each.reason
            if abs(each.says) >= UNCLEAR and not each.mention.signal.ambiguous:
                weighed.directions[each.mention] = "for" if each.says > 0 else "against"
    return weighed


def fit_of(
    profile: Profile, weighed: WeighedRole, uses: SkillUses | None, highlight_ids: dict[Mention, str]
) -> Fit:
    """The fit in words: verdict, lines by place and signal, what is missing, questions to ask.

    ``uses`` are those of the skill that the fit is for.
    """
    p = probability(weighed.log_odds)
    held_back = _held_back(weighed, profile.text_language) if p >= load_lexicon().thresholds.strong else ""
    return Fit(
        verdict=_verdict(p, weighed, is_held_back=bool(held_back)),
        probability=p,
        coverage=_coverage(profile),
        skill=weighed.skill.id if weighed.skill else None,
        lines=_lines(weighed, highlight_ids),
        missing=(*([held_back] if held_back else []), *missing_of(profile, weighed.skill)),
        questions=questions_of(profile, weighed.role, weighed.skill, uses),
    )


def _held_back(weighed: WeighedRole, language: str) -> str:
    """Why a fit of high probability is not called strong; empty where nothing speaks against it."""
    families = weighed.families(1)
    if len(families) < load_lexicon().thresholds.families:
        return "Only one kind of evidence speaks for the role, so the fit is not called strong."
    if weighed.role.core and not families.intersection(weighed.role.core):
        return weighed.role.core_missing
    if language not in ("en", ""):
        return "The text is not in English, so only names of technologies and titles were read."
    return ""


def _verdict(p: float, weighed: WeighedRole, *, is_held_back: bool) -> str:
    limits = load_lexicon().thresholds
    evidence = sum(abs(weight) for weight in weighed.weights.values())
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
    lines: dict[tuple[str, str], list[Mention]] = {}
    for mention in weighed.weights:
        lines.setdefault((weighed.groups[mention], mention.signal.id), []).append(mention)
    evidence = [
        FitLine(
            text=mentions[0].words,
            weight=round(math.fsum(weighed.weights[mention] for mention in mentions), DECIMALS),
            highlights=tuple(highlight_ids[mention] for mention in mentions),
        )
        for mentions in lines.values()
    ]
    return (FitLine("Starting point", weighed.role.start), *evidence)

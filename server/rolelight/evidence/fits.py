"""The fit for a role: a balance sheet of lines that add up to its log-odds, and the verdict they allow."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from rolelight.evidence.attribution import line_of
from rolelight.evidence.mentions import Mention
from rolelight.evidence.missing import missing_of, missing_skill
from rolelight.evidence.model import Fit, FitLine
from rolelight.evidence.questions import questions_of
from rolelight.evidence.subject import Subject
from rolelight.evidence.uses import NO_PRIORS, Priors, probability, start_of_use
from rolelight.evidence.weights import Contribution, WeighedEntry, squashing
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role, Skill
from rolelight.lexicon.weights import start_of
from rolelight.page.model import Profile

# However much one position says, it is one position: its log-odds approach this bound, and never pass it.
# Fitted on 63 graded careers, with the shares of career.py.
POSITION_CAP = 5.7
DECIMALS = 4  # weights are rounded before they are added, so that what is shown adds up exactly


class Shown(NamedTuple):
    """Where a mention is shown, the same for every role: its line's number, its words, its highlight."""

    line: int
    words: str
    highlights: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WeighedRole:
    """A role and what each mention adds for it."""

    role: Role
    start: float
    contributions: tuple[Contribution, ...]

    @property
    def log_odds(self) -> float:
        """The sum of all lines."""
        return math.fsum([self.start, *[each.weight for each in self.contributions]])

    def families(self, sign: int) -> set[str]:
        """The families of what speaks for (sign 1) or against (sign -1) the role."""
        return {each.mention.signal.family for each in self.contributions if each.weight * sign > 0}


def weigh_role(
    role: Role, entries: Sequence[WeighedEntry], skill: Skill | None, priors: Priors = NO_PRIORS
) -> WeighedRole:
    """Every mention's weight for a role, in log-odds, scaled by how much its place counts for the career.

    Where the page names a skill of which the role's work is a use, that use is what counts, and of what
    speaks of the role as such the role's own share.
    """
    uses = [use for use in role.uses if skill and use in skill.uses]
    most_first = sorted(uses, key=lambda use: -role.uses[use])
    contributions = tuple([each for entry in entries for each in _weighed(role, entry, most_first)])
    weights = load_lexicon().weights
    start = (
        start_of_use(weights, skill.uses[uses[0]], priors) + role.shift
        if skill and uses
        else start_of(weights, role)
    )
    return WeighedRole(role, round(start, DECIMALS), contributions)


def _weighed(role: Role, entry: WeighedEntry, uses: Sequence[str]) -> list[Contribution]:
    """What an entry's mentions add for the role in the career, where they add anything."""
    added, share = _added(role, entry, uses), entry.share
    scale = squashing(added, POSITION_CAP)
    return [
        Contribution(each.mention, weight, each.says, each.reason, each.closeness)
        for each in added
        if (weight := round(each.weight * scale * share, DECIMALS))
    ]


def _added(role: Role, entry: WeighedEntry, uses: Sequence[str]) -> Sequence[Contribution]:
    """What an entry's mentions add for the role, those of one mention added up.

    What speaks for the role's work is never counted against it, whatever else it speaks for.
    """
    own = entry.by_role.get(role.id, ())
    if not uses:  # A mention says a thing of a role once.
        return own
    added: dict[Mention, Contribution] = {}
    shares = [(entry.by_use.get(use, ()), role.uses[use]) for use in uses]
    for contributions, share in (*shares, (own, role.own)):
        for each in contributions if share else ():
            before = added.get(each.mention)
            more, said = each.weight * share, each.says * share
            if before is None:
                added[each.mention] = Contribution(each.mention, more, said, each.reason, each.closeness)
            elif more > 0 or before.weight <= 0:
                more, said = before.weight + more, before.says + said
                added[each.mention] = Contribution(each.mention, more, said, before.reason, before.closeness)
    return list(added.values())


def fits_of(
    subject: Subject, weighed: Sequence[WeighedRole], highlight_ids: dict[Mention, str]
) -> dict[str, Fit]:
    """The fits in words by role: verdict, lines by place and signal, what is missing, questions to ask."""
    coverage, missing = _coverage(subject.profile), missing_of(subject)
    shown = _shown(subject.mentions, highlight_ids)
    fits = {}
    for each in weighed:
        p = probability(each.log_odds)
        held_back = _held_back(each, p, subject.profile.text_language)
        skill = subject.skill_for(each.role)
        in_full = (*missing_skill(subject, each.role), *missing)
        fits[each.role.id] = Fit(
            verdict=_verdict(p, each, was_held=subject.held_work_of(each.role), is_held_back=bool(held_back)),
            probability=p,
            coverage=coverage,
            skill=skill.id if skill else None,
            lines=_lines(each, shown),
            missing=(held_back, *in_full) if held_back else in_full,
            questions=questions_of(subject, each.role, each.contributions),
        )
    return fits


def _shown(mentions: Sequence[Mention], highlight_ids: Mapping[Mention, str]) -> dict[Mention, Shown]:
    numbers: dict[tuple[str, str], int] = {}
    return {
        each: Shown(
            numbers.setdefault(line_of(each), len(numbers)),
            each.words,
            (highlight_ids[each],) if each in highlight_ids else (),
        )
        for each in mentions
    }


def _held_back(weighed: WeighedRole, p: float, language: str) -> str:
    """Why a fit of high probability is not called strong; empty where nothing speaks against it."""
    limits = load_lexicon().thresholds
    if p < limits.strong or not (families := weighed.families(1)):
        return ""
    if len(families) < limits.families:
        return "Only one kind of evidence speaks for the role, so the fit is not called strong."
    if weighed.role.core and not families.intersection(weighed.role.core):
        return weighed.role.core_missing
    if language not in ("en", ""):
        return "The text is not in English, so only names of technologies and titles were read."
    return ""


def _verdict(p: float, weighed: WeighedRole, *, was_held: bool, is_held_back: bool) -> str:
    limits = load_lexicon().thresholds
    evidence = sum([abs(each.weight) for each in weighed.contributions])
    if evidence < limits.evidence:
        return "not_enough_evidence"
    if p > limits.unlikely and not weighed.families(1):
        return "not_enough_evidence"
    if p >= limits.strong:
        return "possible" if is_held_back else "strong"
    if p <= limits.unlikely and not was_held:
        enough = len(weighed.families(-1)) >= limits.families
        return "unlikely" if enough else "not_enough_evidence"
    return "possible"


def _coverage(profile: Profile) -> float:
    """The share of positions that say more than a title."""
    entries = profile.positions
    if not entries:
        return 0.0
    return round(sum(1 for entry in entries if entry.text_of("description")) / len(entries), DECIMALS)


def _lines(weighed: WeighedRole, shown: Mapping[Mention, Shown]) -> tuple[FitLine, ...]:
    lines: dict[int, list[Contribution]] = {}
    for each in weighed.contributions:
        lines.setdefault(shown[each.mention].line, []).append(each)
    return (FitLine("Starting point", weighed.start), *[_line(each, shown) for each in lines.values()])


def _line(line: Sequence[Contribution], shown: Mapping[Mention, Shown]) -> FitLine:
    _, words, highlights = shown[line[0].mention]
    if len(line) == 1:  # As most are; its weight is rounded already.
        return FitLine(words, line[0].weight, highlights)
    return FitLine(
        words,
        round(math.fsum([each.weight for each in line]), DECIMALS),
        tuple(chain.from_iterable([shown[each.mention].highlights for each in line])),
    )

"""What an ambiguous skill was used for: in each position, over the career, and over time."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date

from rolelight.evidence.model import SkillUses
from rolelight.evidence.timeline import timeline_of
from rolelight.evidence.weights import Contribution, WeighedEntry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill, Use, Weights
from rolelight.lexicon.weights import start_of
from rolelight.page.model import Profile

# By use, the share of candidates whose work with the skill is of that use, before any evidence.
Priors = Mapping[str, float]
NO_PRIORS: Priors = {}


def probability(log_odds: float) -> float:
    """The probability of some log-odds; safe at both ends."""
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, log_odds))))


def log_odds_of(p: float) -> float:
    """The log-odds of a probability between 0 and 1."""
    return math.log(p / (1 - p))


def skill_uses(
    profile: Profile, skill: Skill, entries: Sequence[WeighedEntry], today: date, priors: Priors = NO_PRIORS
) -> SkillUses:
    """The uses of a skill that the profile names; the entries are weighed for it.

    Each position that names the skill gets a probability for each use; uses do not exclude each other. The
    career's are the means of the positions' (or, where none names it, of the other sections') weighted by
    length and recency. ``today`` ends the positions that last.
    """
    named = [each for each in entries if each.names_skill]
    positions = [each for each in named if each.entry.startswith("experience-")]
    probabilities = {each.entry: use_probabilities(each, skill, priors) for each in named}
    career = {use: _mean(use, probabilities, positions or named) for use in skill.uses}
    per_entry = {each.entry: probabilities[each.entry] for each in positions}
    timeline = timeline_of(profile.positions, per_entry, today, load_lexicon().thresholds.clear_use)
    return SkillUses(career, per_entry, timeline, _main(career) if positions else ())


def use_probabilities(entry: WeighedEntry, skill: Skill, priors: Priors = NO_PRIORS) -> dict[str, float]:
    """The probability of each use of the skill in one entry; uses do not exclude each other."""
    scores = use_scores(entry.by_use, skill, load_lexicon().weights, priors)
    return {use: round(probability(score), 4) for use, score in scores.items()}


def use_scores(
    by_use: Mapping[str, Sequence[Contribution]], skill: Skill, weights: Weights, priors: Priors = NO_PRIORS
) -> dict[str, float]:
    """The log-odds of each use of the skill: its starting point and what the mentions add."""
    return {
        use.id: start_of_use(weights, use, priors) + math.fsum(each.weight for each in by_use.get(use.id, ()))
        for use in skill.uses.values()
    }


def start_of_use(weights: Weights, use: Use, priors: Priors = NO_PRIORS) -> float:
    """A use's starting point, in log-odds, for candidates of whom the priors' share has done such work.

    Without a prior they are like those whose entries the weights were fitted on.
    """
    start = start_of(weights, use)
    return start + log_odds_of(priors[use.id]) - log_odds_of(use.share) if use.id in priors else start


def _mean(use: str, probabilities: dict[str, dict[str, float]], entries: list[WeighedEntry]) -> float:
    total = sum(each.share for each in entries)
    return round(sum(probabilities[each.entry][use] * each.share for each in entries) / total, 4)


def _main(career: dict[str, float]) -> tuple[str, ...]:
    least = max(load_lexicon().thresholds.main_use, max(career.values()) / 2)
    clear = [use for use in career if career[use] >= least]
    return tuple(sorted(clear, key=lambda use: -career[use]))

"""Fits what each signal says for each use of a skill: near the skill, and elsewhere in the position."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rolelight.evaluation.corpus import CODES, LabelledEntry
from rolelight.evaluation.texts import entry_profile
from rolelight.evaluation.training.fit import (
    Judgement,
    features_of,
    fit_bounded,
    fit_sigmoid,
    fit_temperature,
)
from rolelight.evidence.attribution import EntryMentions, group_by_entry, nearness_of
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.uses import use_scores
from rolelight.evidence.weights import REPEATED, weigh_uses
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill, Weights
from rolelight.lexicon.weights import BOUNDS, ELSEWHERE

# Judgement's pull, as so many entries' worth of evidence: from 1 to 8 the out-of-fold accuracy stays within
# its uncertainty; without any judgement it falls by 3 points.
STRENGTH = 3.0
# The uses that tell the outcome: web work, and data work of either kind.
OUTCOME_USES = ("web", "analysis", "engineering")
HIGHEST, LOWEST = 3.0, -3.0  # nothing on a page is surer than twenty to one
LEAST = 0.05  # a smaller weight is left out of the file
# A signal that judgement is silent on speaks against a use only where so many entries hold it: below,
# chance does.
COMMON = 15


@dataclass(frozen=True, slots=True)
class Example:
    """A labelled entry, its mentions seen from the skill, and whether it is an additional reading."""

    entry: LabelledEntry
    mentions: EntryMentions | None
    is_additional: bool


def example_of(entry: LabelledEntry, skill: Skill, *, is_additional: bool = False) -> Example:
    """An entry made ready for fitting."""
    groups = group_by_entry(find_mentions(entry_profile(entry.text)), skill)
    return Example(entry, groups[0] if groups else None, is_additional)


def fit_uses(examples: Sequence[Example], skill: Skill) -> Weights:
    """The weights for every use of the skill, not yet calibrated."""
    starts, uses = {}, {}
    for use in skill.uses:
        starts[use], uses[use] = _fit_use(examples, skill, use)
    return Weights(starts, uses, {}, frozenset())


def calibrate(weights: Weights, held_out: Sequence[tuple[Example, dict[str, float]]]) -> Weights:
    """The weights with a sigmoid folded in, fitted on scores of examples that they were not fitted on."""
    labels = {
        use: np.array([code in (example.entry.uses or ()) for example, _ in held_out])
        for code, use in CODES.items()
    }
    scores = {use: np.array([scores[use] for _, scores in held_out]) for use in labels}
    sigmoids = {use: fit_sigmoid(scores[use], labels[use].astype(float)) for use in labels}
    calibrated = [scores[use] * sigmoids[use][0] + sigmoids[use][1] for use in OUTCOME_USES]
    is_data = labels["analysis"] | labels["engineering"]
    temperature = fit_temperature(np.stack(calibrated, axis=1), labels["web"], is_data)
    for use in OUTCOME_USES:
        sigmoids[use] = sigmoids[use][0] * temperature, sigmoids[use][1] * temperature
    return _scaled(weights, sigmoids)


def _scaled(weights: Weights, sigmoids: dict[str, tuple[float, float]]) -> Weights:
    """The weights times each use's slope, its shift in the starting point."""
    starts, uses, bounds = {}, {}, {}
    for use, (slope, shift) in sigmoids.items():
        starts[use] = weights.starts[use] * slope + shift
        uses[use] = {
            signal: (near * slope, elsewhere * slope)
            for signal, (near, elsewhere) in weights.uses[use].items()
        }
        bounds[use] = (BOUNDS[0] * slope, BOUNDS[1] * slope)
    return Weights(starts, uses, weights.roles, weights.fitted_roles, bounds)


def score(example: Example, skill: Skill, weights: Weights) -> dict[str, float]:
    """The log-odds of each use, by the very code that the server runs."""
    weighed = weigh_uses(example.mentions, skill, weights) if example.mentions else {}
    return use_scores(weighed, skill, weights)


def _fit_use(
    examples: Sequence[Example], skill: Skill, use: str
) -> tuple[float, dict[str, tuple[float, float]]]:
    rows = [_features(example, skill, use) for example in examples]
    held_by = Counter(signal for row in rows for signal in row)
    names = sorted(held_by)
    additional = np.array([example.is_additional for example in examples], float)
    code = next(code for code, name in CODES.items() if name == use)
    labels = np.array([code in (example.entry.uses or ()) for example in examples], float)
    features = features_of(rows, names, width=2)  # near the skill, and elsewhere
    start, fitted = fit_bounded(features, additional, labels, _judgement(held_by, use), BOUNDS)
    weights = {
        name: (round(float(fitted[2 * place]), 3), round(float(fitted[2 * place + 1]), 3))
        for place, name in enumerate(names)
    }
    unseen = {
        signal.id: (signal.uses[use], signal.uses[use] * ELSEWHERE)
        for signal in load_lexicon().signals.values()
        if use in signal.uses and signal.id not in weights
    }
    kept = {name: pair for name, pair in {**weights, **unseen}.items() if max(map(abs, pair)) >= LEAST}
    return start, kept


def _features(example: Example, skill: Skill, use: str) -> dict[str, tuple[float, float]]:
    """By signal, how much it stands near the skill and elsewhere, counted as the server counts."""
    found: dict[str, list[tuple[float, float]]] = {}
    entry, lexicon = example.mentions, load_lexicon()
    for mention in entry.mentions if entry else ():
        if entry and mention.keep:
            nearness = lexicon.nearness[nearness_of(mention, entry, skill, entry.rivals.get(use))]
            pair = (nearness.near * mention.keep, nearness.elsewhere * mention.keep)
            found.setdefault(mention.signal.id, []).append(pair)
    return {signal: _counted(pairs) for signal, pairs in found.items()}


def _counted(pairs: list[tuple[float, float]]) -> tuple[float, float]:
    """The closest mention in full, the others at the share that a repetition keeps."""
    first, *others = sorted(pairs, key=lambda pair: -(pair[0] + pair[1] / 2))
    near = first[0] + REPEATED * sum(pair[0] for pair in others)
    return near, first[1] + REPEATED * sum(pair[1] for pair in others)


def _judgement(held_by: Counter[str], use: str) -> Judgement:
    """What the lexicon says, with its sign; what it is silent on may only speak against, if common."""
    names, signals = sorted(held_by), load_lexicon().signals
    judged = np.array([signals[name].uses.get(use, 0.0) for name in names])
    weights = np.stack([judged, judged * ELSEWHERE], axis=1).ravel()
    rare = np.repeat([held_by[name] < COMMON for name in names], 2)
    low = np.where((weights > 0) | ((weights == 0) & rare), 0.0, LOWEST)
    return Judgement(weights, low, np.where(weights > 0, HIGHEST, 0.0), STRENGTH)

"""Scores every labelled entry with weights that were fitted and calibrated without it and its like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolelight.evaluation.training.folds import clusters_of, folds_of
from rolelight.evaluation.training.uses import Example, calibrate, fit_uses, score
from rolelight.lexicon.model import Skill, Weights

OUTER, INNER = 5, 4

Scored = tuple[Example, dict[str, float]]


def cross_fit(examples: Sequence[Example], skill: Skill) -> list[Scored]:
    """The log-odds of each labelled example, out of fold; additional readings help to fit, and are not
    scored.

    An entry's own fold, with its near-duplicates and the rest of its resume, takes part neither in the fit
    nor in the calibration, which is made in folds within the other folds.
    """
    folds = folds_of(clusters_of([example.entry for example in examples]), OUTER)
    scored: list[Scored] = []
    for fold in range(OUTER):
        inside = [example for example, own in zip(examples, folds, strict=True) if own != fold]
        outside = [example for example, own in zip(examples, folds, strict=True) if own == fold]
        weights = calibrated_fit(inside, skill)
        scored += [(each, score(each, skill, weights)) for each in outside if not each.is_additional]
    return scored


def calibrated_fit(examples: Sequence[Example], skill: Skill) -> Weights:
    """Weights fitted on all the examples, calibrated on their scores out of inner folds."""
    folds = folds_of(clusters_of([example.entry for example in examples]), INNER)
    held_out = list(_held_out(examples, folds, skill))
    return calibrate(fit_uses(examples, skill), held_out)


def _held_out(examples: Sequence[Example], folds: Sequence[int], skill: Skill) -> Iterator[Scored]:
    for fold in range(INNER):
        weights = fit_uses([each for each, own in zip(examples, folds, strict=True) if own != fold], skill)
        for each, own in zip(examples, folds, strict=True):
            if own == fold and not each.is_additional:
                yield each, score(each, skill, weights)

"""The figures by which predictions of outcomes are judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rolelight.evaluation.metrics import (
    Answer,
    Figure,
    accuracy,
    calibration_error,
    coverage_at,
    macro_f1,
    precision_at,
    roc_auc,
    with_interval,
)
from rolelight.evaluation.predictions import Prediction

# Answering only when sure: the coverage and the precision that are asked of it.
COVERAGE, PRECISION = 0.80, 0.95


def answers_of(predictions: Sequence[Prediction]) -> list[Answer]:
    """The predictions of entries whose outcome is known, as answers with their confidence."""
    return [
        Answer(each.outcome, each.outcomes[each.outcome], each.entry.outcome)
        for each in predictions
        if each.entry.outcome
    ]


def figures_of(predictions: Sequence[Prediction]) -> dict[str, float]:
    """Every figure by its name, over the entries whose outcome is known."""
    return {name: measure(predictions) for name, measure in MEASURES.items()}


def intervals_of(predictions: Sequence[Prediction]) -> dict[str, Figure]:
    """Every figure with its 95% interval."""
    known = [each for each in predictions if each.entry.outcome]
    return {
        name: with_interval(lambda picked, measure=measure: measure([known[n] for n in picked]), len(known))  # type: ignore[misc]
        for name, measure in MEASURES.items()
    }


def _auc(
    chance: Callable[[Prediction], float], outcomes: tuple[str, str]
) -> Callable[[Sequence[Prediction]], float]:
    def measure(predictions: Sequence[Prediction]) -> float:
        known = [each for each in predictions if each.entry.outcome]
        return roc_auc([chance(each) for each in known], [each.entry.outcome in outcomes for each in known])

    return measure


MEASURES: dict[str, Callable[[Sequence[Prediction]], float]] = {
    "accuracy": lambda predictions: accuracy(answers_of(predictions)),
    "macro F1": lambda predictions: macro_f1(answers_of(predictions)),
    "ROC AUC web": _auc(lambda each: each.web, ("web", "both")),
    "ROC AUC data": _auc(lambda each: each.data, ("data", "both")),
    "precision at 0.80 coverage": lambda predictions: precision_at(answers_of(predictions), COVERAGE),
    "coverage at 0.95 precision": lambda predictions: coverage_at(answers_of(predictions), PRECISION),
    "calibration error": lambda predictions: calibration_error(answers_of(predictions)),
}

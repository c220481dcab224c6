"""The figures by which predictions are judged, over the entries whose outcome is known."""

from __future__ import annotations

import pytest

from rolelight.evaluation import metrics
from rolelight.evaluation.corpus import LabelledEntry
from rolelight.evaluation.figures_of_uses import MEASURES, answers_of, figures_of, intervals_of
from rolelight.evaluation.predictions import Prediction


def prediction(web: float, data: float, outcome: str | None) -> Prediction:
    uses = {"W": web, "D": data, "E": 0.0, "A": 0.0, "O": 0.0, "U": 0.0}
    return Prediction(LabelledEntry("e", "text", outcome=outcome), uses)


SOME = [
    prediction(0.9, 0.0, "web"),
    prediction(0.2, 0.9, "data"),
    prediction(0.8, 0.0, "neither"),
    prediction(0.3, 0.0, "both"),
    prediction(0.9, 0.9, None),
]


def test_entries_without_an_outcome_are_no_answers() -> None:
    assert [(each.predicted, each.truth) for each in answers_of(SOME)] == [
        ("web", "web"),
        ("data", "data"),
        ("web", "neither"),
        ("neither", "both"),
    ]
    assert [each.confidence for each in answers_of(SOME)] == pytest.approx([0.9, 0.72, 0.8, 0.7])


def test_figures_by_hand() -> None:
    figures = figures_of(SOME)
    assert list(figures) == list(MEASURES)
    assert figures["accuracy"] == 0.5
    # Web work is true of 0.9 and 0.3, and false of 0.2 and 0.8: three of four pairs are in order.
    assert figures["ROC AUC web"] == 0.75
    # Data work is true of 0.9 and 0.0, and false of 0.0 twice: two pairs in order, two even.
    assert figures["ROC AUC data"] == 0.75
    assert figures["precision at 0.80 coverage"] == 0.5
    assert figures["coverage at 0.95 precision"] == 0.25


def test_every_figure_has_an_interval_that_is_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "RESAMPLES", 40)
    intervals = intervals_of(SOME)
    assert {name: each.value for name, each in intervals.items()} == figures_of(SOME)
    assert all(each.low <= each.high for each in intervals.values())

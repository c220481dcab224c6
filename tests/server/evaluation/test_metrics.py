"""The figures of merit, by hand and against scikit-learn."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn import metrics as sklearn_metrics

from rolelight.evaluation.metrics import (
    Answer,
    accuracy,
    calibration,
    calibration_error,
    coverage_at,
    macro_f1,
    precision_at,
    risk_coverage,
    roc_auc,
    weighted_kappa,
    with_interval,
)

NAMES = ("web", "data", "both", "neither")
ANSWERS = st.lists(
    st.builds(Answer, st.sampled_from(NAMES), st.floats(0.25, 1), st.sampled_from(NAMES)),
    min_size=1,
    max_size=40,
)
FOUR = [
    Answer("web", 0.9, "web"),
    Answer("web", 0.8, "data"),
    Answer("data", 0.7, "data"),
    Answer("web", 0.6, "web"),
]


def test_figures_counted_by_hand() -> None:
    assert accuracy(FOUR) == 3 / 4
    # web: 2 right, named 3 times, true 2 times; data: 1 right, named once, true 2 times.
    assert macro_f1(FOUR) == pytest.approx((4 / 5 + 2 / 3) / 2)
    assert risk_coverage(FOUR) == [(0.25, 1.0), (0.5, 0.5), (0.75, 2 / 3), (1.0, 0.75)]
    assert coverage_at(FOUR, 0.7) == 1.0
    assert coverage_at(FOUR, 0.76) == 0.25
    assert precision_at(FOUR, 0.5) == 0.5
    assert precision_at(FOUR, 0.51) == 2 / 3
    assert coverage_at([Answer("web", 0.9, "data")], 0.5) == 0.0


def test_calibration_by_hand() -> None:
    unsure, sure = calibration(FOUR, bins=2)
    assert unsure == pytest.approx((0.65, 1.0, 2))
    assert sure == pytest.approx((0.85, 0.5, 2))
    # Ten bins of four answers hold one answer each.
    assert calibration_error(FOUR) == pytest.approx((0.4 + 0.3 + 0.8 + 0.1) / 4)


@given(ANSWERS)
def test_bins_are_of_equal_mass_and_hold_every_answer(answers: list[Answer]) -> None:
    counts = [count for _, _, count in calibration(answers)]
    assert sum(counts) == len(answers)
    assert len(counts) == min(10, len(answers))
    assert max(counts) - min(counts) <= 1
    assert 0 <= calibration_error(answers) <= 1


@given(ANSWERS)
def test_accuracy_and_macro_f1_are_those_of_scikit_learn(answers: list[Answer]) -> None:
    truths, predicted = [each.truth for each in answers], [each.predicted for each in answers]
    assert accuracy(answers) == pytest.approx(sklearn_metrics.accuracy_score(truths, predicted))
    theirs = sklearn_metrics.f1_score(
        truths, predicted, labels=sorted(set(truths)), average="macro", zero_division=0
    )
    assert macro_f1(answers) == pytest.approx(theirs)


@given(st.lists(st.tuples(st.sampled_from([0.1, 0.2, 0.5, 0.9]), st.booleans()), min_size=2, max_size=40))
def test_the_roc_area_is_that_of_scikit_learn(pairs: list[tuple[float, bool]]) -> None:
    scores, truths = [score for score, _ in pairs], [truth for _, truth in pairs]
    if len(set(truths)) == 1:
        assert roc_auc(scores, truths) == 0.5
    else:
        assert roc_auc(scores, truths) == pytest.approx(sklearn_metrics.roc_auc_score(truths, scores))


GRADES = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), min_size=1, max_size=40)


@given(GRADES)
def test_the_weighted_kappa_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    ours = weighted_kappa(pairs)
    if len({grade for pair in pairs for grade in pair}) == 1:
        assert ours == 1.0
        return
    theirs = sklearn_metrics.cohen_kappa_score(
        *zip(*pairs, strict=True), labels=[0, 1, 2], weights="quadratic"
    )
    assert ours == pytest.approx(theirs)


def test_the_weighted_kappa_by_hand() -> None:
    assert weighted_kappa([(0, 0), (1, 1), (2, 2)]) == 1.0
    assert weighted_kappa([(0, 2), (2, 0)]) == -1.0
    # Observed: one pair at a quarter of the distance; expected: (0+1/4+1/4+0 + ...) over all pairings.
    assert weighted_kappa([(0, 0), (2, 1)]) == pytest.approx(1 - (0.25 / 2) / ((0 + 0.25 + 1 + 0.25) / 4))


@given(ANSWERS)
def test_the_curve_ends_with_all_answers(answers: list[Answer]) -> None:
    curve = risk_coverage(answers)
    assert curve[-1] == (1.0, accuracy(answers))
    assert precision_at(answers, 1.0) == accuracy(answers)
    assert coverage_at(answers, accuracy(answers)) == 1.0


def test_an_interval_holds_the_figure_and_is_the_same_every_time() -> None:
    values = [0.0, 1.0] * 50
    figure = with_interval(lambda picked: sum(values[number] for number in picked) / len(picked), 100)
    assert figure.value == 0.5
    # The standard error of the mean of 100 coins is 0.05.
    assert 0.37 < figure.low < 0.43
    assert 0.57 < figure.high < 0.63
    assert figure == with_interval(lambda picked: sum(values[number] for number in picked) / len(picked), 100)

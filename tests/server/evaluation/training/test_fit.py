"""Calibration by a sigmoid: slope and shift, with a light pull towards no change."""

from __future__ import annotations

import numpy as np
import pytest

from rolelight.evaluation.training.fit import fit_sigmoid

CHANCE = np.random.default_rng(1)
SCORES = CHANCE.normal(0, 2, 4_000)


@pytest.mark.parametrize(("slope", "shift"), [(1.0, 0.0), (0.5, 0.0), (1.5, 0.5), (1.0, -1.0)])
def test_the_sigmoid_that_made_the_labels_is_found(slope: float, shift: float) -> None:
    labels = (CHANCE.random(len(SCORES)) < 1 / (1 + np.exp(-(slope * SCORES + shift)))).astype(float)
    assert list(fit_sigmoid(SCORES, labels)) == pytest.approx([slope, shift], abs=0.2)


def test_a_few_entries_change_little() -> None:
    slope, shift = fit_sigmoid(np.array([1.0]), np.array([0.0]))
    assert abs(slope - 1) < 0.5
    assert abs(shift) < 0.5


def test_labels_that_scores_divide_cleanly_still_have_a_slope() -> None:
    slope, _ = fit_sigmoid(np.array([-1.0, -2.0, 1.0, 2.0]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert 1 < slope < 10

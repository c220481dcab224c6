"""Logistic regression that is regularised towards judgement, and the sigmoid that calibrates its scores."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from scipy.sparse import csr_matrix
from scipy.special import expit

Vector = Any  # numpy's arrays, which mypy need not know: the extra may be absent
MOST_STEPS = 400
# Two careful readers agree on the outcome in 96 of 100 (the data's README), so each errs in about two.
READER_ERROR = 0.02


@dataclass(frozen=True, slots=True)
class Judgement:
    """Where the weights start from and how far they may go: one number a feature in each.

    ``strength`` is the penalty on the squared distance from ``weights``.
    """

    weights: Vector
    low: Vector
    high: Vector
    strength: float

    def penalty(self, weights: Vector) -> tuple[float, Vector]:
        """The penalty on weights, and its slope."""
        away = weights - self.weights
        return 0.5 * self.strength * float(np.sum(away * away)), self.strength * away


def features_of(rows: Sequence[Mapping[str, Sequence[float]]], names: Sequence[str], width: int) -> Any:
    """A sparse matrix, a row an entry and ``width`` columns a signal, from the numbers of each by signal."""
    place_of = {name: place for place, name in enumerate(names)}
    cells = [
        (number, width * place_of[signal] + side, value)
        for number, row in enumerate(rows)
        for signal, values in row.items()
        for side, value in enumerate(values)
        if value
    ]
    numbers, columns, values = zip(*cells, strict=True)
    return csr_matrix((values, (numbers, columns)), shape=(len(rows), width * len(names)))


def fit_logistic(features: Any, labels: Vector, judgement: Judgement) -> tuple[float, Vector]:
    """The starting point and the weights of greatest penalised likelihood (L-BFGS-B).

    ``features`` is a sparse matrix, a row an entry.
    """

    def loss(parameters: Vector) -> tuple[float, Vector]:
        start, weights = parameters[0], parameters[1:]
        scores = features @ weights + start
        errors = expit(scores) - labels
        penalty, pull = judgement.penalty(weights)
        value = np.sum(np.logaddexp(0, scores) - labels * scores) + penalty
        return value, np.concatenate([[errors.sum()], features.T @ errors + pull])

    found = _minimise(loss, [-1.0], [(None, None)], judgement)
    return float(found[0]), found[1:]


def fit_bounded(
    features: Any, apart: Vector, labels: Vector, judgement: Judgement, bounds: tuple[float, float]
) -> tuple[float, Vector]:
    """The same, where all that speaks for the label, and all against it, nears a bound and never passes it.

    ``apart`` tells the entries that have a starting point of their own, which is not given back.
    """
    speaking_for = judgement.weights > 0
    towards, away = features[:, speaking_for], features[:, ~speaking_for]

    def loss(parameters: Vector) -> tuple[float, Vector]:
        start, own, weights = parameters[0], parameters[1], parameters[2:]
        up = np.tanh(towards @ weights[speaking_for] / bounds[0])
        down = np.tanh(away @ weights[~speaking_for] / bounds[1])
        scores = start + own * apart + bounds[0] * up + bounds[1] * down
        errors = expit(scores) - labels
        penalty, slope = judgement.penalty(weights)
        slope[speaking_for] += towards.T @ (errors * (1 - up * up))
        slope[~speaking_for] += away.T @ (errors * (1 - down * down))
        value = np.sum(np.logaddexp(0, scores) - labels * scores) + penalty
        return value, np.concatenate([[errors.sum(), (errors * apart).sum()], slope])

    found = _minimise(loss, [-1.0, 0.0], [(None, None), (-5.0, 5.0)], judgement)
    return float(found[0]), found[2:]


def _minimise(loss: Any, starts: list[float], free: list[Any], judgement: Judgement) -> Vector:
    first = np.concatenate([starts, judgement.weights])
    bounds = [*free, *zip(judgement.low, judgement.high, strict=True)]
    found = minimize(loss, first, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": MOST_STEPS})
    return found.x


def fit_sigmoid(scores: Vector, labels: Vector) -> tuple[float, float]:
    """Slope and shift that calibrate out-of-fold scores (Platt 1999), with a light pull towards no change."""

    def loss(parameters: Vector) -> tuple[float, Vector]:
        calibrated = parameters[0] * scores + parameters[1]
        away = parameters - np.array([1.0, 0.0])
        errors = expit(calibrated) - labels
        value = np.sum(np.logaddexp(0, calibrated) - labels * calibrated) + away @ away
        return float(value), np.array([errors @ scores, errors.sum()]) + 2 * away

    # Not Nelder-Mead: from a shift of 0 its first steps are so small that it stops before the end.
    found = minimize(loss, np.array([1.0, 0.0]), jac=True, method="L-BFGS-B")
    return float(found.x[0]), float(found.x[1])


def fit_temperature(scores: Vector, web: Vector, data: Vector) -> float:
    """By what to multiply calibrated scores so that the outcome's probability is right (Guo et al. 2017).

    ``scores`` has a column each for web, analysis and engineering; ``web`` and ``data`` are the reader's
    labels. Each use alone may be calibrated and their product, the outcome, still not. A reader is wrong now
    and then: without allowing for it, no probability could come near 1.
    """

    def loss(temperature: float) -> float:
        chances = expit(temperature * scores)
        is_web, is_data = chances[:, 0], 1 - (1 - chances[:, 1]) * (1 - chances[:, 2])
        outcome = np.where(web, is_web, 1 - is_web) * np.where(data, is_data, 1 - is_data)
        return -float(np.sum(np.log((1 - READER_ERROR) * outcome + READER_ERROR / 4)))

    return float(minimize_scalar(loss, bounds=(0.5, 3.0), method="bounded").x)

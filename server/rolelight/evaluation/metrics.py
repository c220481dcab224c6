"""The figures of merit of predictions: are they right, do they rank well, do they know how sure they are."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

BINS = 10  # of equal mass, for the calibration error
RESAMPLES = 1_000  # of the bootstrap; its 95% interval is stable to about half a point from 500 on


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its 95% interval, by the percentile bootstrap over entries."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What was predicted for an entry, how sure it was (a probability), and the truth."""

    predicted: str
    confidence: float
    truth: str

    @property
    def is_right(self) -> bool:
        """Whether the prediction is the truth."""
        return self.predicted == self.truth


def accuracy(answers: Sequence[Answer]) -> float:
    """The share of the answers that are right."""
    return sum(each.is_right for each in answers) / len(answers)


def macro_f1(answers: Sequence[Answer]) -> float:
    """The mean over the true classes of the harmonic mean of precision and recall."""
    classes = sorted({each.truth for each in answers})
    scores = []
    for name in classes:
        right = sum(each.is_right for each in answers if each.truth == name)
        named = sum(each.predicted == name for each in answers) + sum(each.truth == name for each in answers)
        scores.append(2 * right / named if named else 0.0)
    return sum(scores) / len(scores)


def roc_auc(scores: Sequence[float], truths: Sequence[bool]) -> float:
    """The chance that a true one scores above a false one (Mann-Whitney); 0.5 where one kind is missing."""
    ranks = _ranks(scores)
    positives = sum(truths)
    negatives = len(truths) - positives
    if not positives or not negatives:
        return 0.5
    total = sum(rank for rank, truth in zip(ranks, truths, strict=True) if truth)
    return (total - positives * (positives + 1) / 2) / (positives * negatives)


def _ranks(scores: Sequence[float]) -> list[float]:
    """The rank of each score from 1; equal scores share the mean of their ranks."""
    order = sorted(range(len(scores)), key=scores.__getitem__)
    ranks = [0.0] * len(scores)
    first = 0
    while first < len(order):
        last = first
        while last + 1 < len(order) and scores[order[last + 1]] == scores[order[first]]:
            last += 1
        for place in order[first : last + 1]:
            ranks[place] = (first + last) / 2 + 1
        first = last + 1
    return ranks


def calibration(answers: Sequence[Answer], bins: int = BINS) -> list[tuple[float, float, int]]:
    """Mean confidence, accuracy and number of answers in bins of equal mass, the least sure first."""
    ordered = sorted(answers, key=lambda each: each.confidence)
    edges = [round(len(ordered) * number / bins) for number in range(bins + 1)]
    groups = [ordered[low:high] for low, high in pairwise(edges) if high > low]
    return [
        (sum(each.confidence for each in group) / len(group), accuracy(group), len(group)) for group in groups
    ]


def calibration_error(answers: Sequence[Answer]) -> float:
    """The expected calibration error: the mean distance of confidence from accuracy, over the bins."""
    return sum(abs(sure - right) * count for sure, right, count in calibration(answers)) / len(answers)


def risk_coverage(answers: Sequence[Answer]) -> list[tuple[float, float]]:
    """Coverage and precision when only the surest answers are given, from the surest alone to all of them."""
    ordered = sorted(answers, key=lambda each: -each.confidence)
    right, curve = 0, []
    for number, each in enumerate(ordered, start=1):
        right += each.is_right
        curve.append((number / len(ordered), right / number))
    return curve


def coverage_at(answers: Sequence[Answer], precision: float) -> float:
    """The largest coverage at which the surest answers reach a precision."""
    return max((covered for covered, reached in risk_coverage(answers) if reached >= precision), default=0.0)


def precision_at(answers: Sequence[Answer], coverage: float) -> float:
    """The precision of the surest answers that make up a coverage."""
    return next(reached for covered, reached in risk_coverage(answers) if covered >= coverage)


def weighted_kappa(pairs: Sequence[tuple[int, int]], grades: int = 3) -> float:
    """Cohen's kappa of two readers' grades (0 to ``grades`` - 1) with quadratic weights (Cohen 1968)."""

    def distance(first: int, second: int) -> float:
        return ((first - second) / (grades - 1)) ** 2

    observed = sum(distance(*pair) for pair in pairs) / len(pairs)
    expected = sum(distance(one, other) for one, _ in pairs for _, other in pairs) / len(pairs) ** 2
    return 1 - observed / expected if expected else 1.0


def with_interval(measure: Callable[[list[int]], float], size: int, seed: int = 0) -> Figure:
    """A measure of a sample of that size, given as indices, with its bootstrap interval."""
    generator = random.Random(seed)  # noqa: S311 - no secret hangs on it
    values = sorted(measure(generator.choices(range(size), k=size)) for _ in range(RESAMPLES))
    return Figure(
        measure(list(range(size))), values[int(0.025 * RESAMPLES)], values[int(0.975 * RESAMPLES) - 1]
    )

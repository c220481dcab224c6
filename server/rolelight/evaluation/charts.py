"""Draws the risk-coverage curve and the reliability diagram of an evaluation (extra: matplotlib)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.figures_of_uses import answers_of
from rolelight.evaluation.metrics import calibration, risk_coverage
from rolelight.evaluation.predictions import Prediction


def draw_charts(file: Path, predictions: Sequence[Prediction]) -> None:
    """Write both charts to a PNG or SVG file; raises EvaluationError where that cannot be done."""
    try:
        from matplotlib.figure import Figure
    except ImportError as error:
        raise EvaluationError("Charts need matplotlib: pip install 'rolelight[train]'") from error
    answers = answers_of(predictions)
    figure = Figure(figsize=(10, 4.5), layout="constrained")
    risk, reliability = figure.subplots(1, 2)
    covered, precision = zip(*risk_coverage(answers), strict=True)
    risk.plot(covered, [1 - each for each in precision])
    risk.set(title="Risk and coverage", xlabel="share of entries answered", ylabel="share of answers wrong")
    sure, right, _ = zip(*calibration(answers), strict=True)
    reliability.plot([0, 1], [0, 1], linestyle=":", color="grey")
    reliability.plot(sure, right, marker="o")
    reliability.set(title="Reliability", xlabel="mean confidence", ylabel="share right")
    try:
        figure.savefig(file)
    except (OSError, ValueError) as error:
        raise EvaluationError(f"{file} cannot be written ({error}). Give a .png or .svg file.") from error

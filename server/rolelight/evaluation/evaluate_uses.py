"""`rolelight evaluate uses`: predictions, figures, baselines, charts and floors of one file of entries."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.baselines import keyword_rule, word_regression
from rolelight.evaluation.charts import draw_charts
from rolelight.evaluation.corpus import LabelledEntry, hash_of, read_entries
from rolelight.evaluation.figures_of_uses import figures_of
from rolelight.evaluation.gate import Gate, hold
from rolelight.evaluation.predictions import SKILL, Prediction, cut_round, predict, write_predictions
from rolelight.evaluation.report import render_uses
from rolelight.lexicon import load_lexicon

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be evaluated, and what is to be written beside the report.

    ``readings`` asks for predictions out of fold, fitted with these and the ``unlabelled`` entries they name.
    """

    file: Path
    readings: Path | None = None
    unlabelled: Path | None = None
    predictions: Path | None = None
    charts: Path | None = None
    show_text: bool = False


def evaluate_uses(request: Request, gate: Gate, say: Say) -> list[str]:
    """Say the report line by line; returns what fell below the floors. Raises EvaluationError."""
    entries = read_entries(request.file)
    sha256 = hash_of(request.file)
    if request.readings is None and sha256 in load_lexicon().weights.fitted_on:
        say("The weights were fitted on these very entries, so the figures flatter: use --out-of-fold.")
    predictions, baselines = _predictions(request, entries)
    if request.predictions:
        write_predictions(request.predictions, predictions)
    if not any(entry.outcome for entry in entries):
        say(f"{len(entries)} entries, none with a known outcome: there is nothing to compare.")
        return []
    short = [predict(cut_round(entry)) for entry in entries]
    for line in render_uses(predictions, baselines, short, request.show_text):
        say(line)
    if request.charts:
        draw_charts(request.charts, predictions)
    return hold(gate, sha256, figures_of(predictions))


def _predictions(
    request: Request, entries: list[LabelledEntry]
) -> tuple[list[Prediction], dict[str, Sequence[Prediction]]]:
    """The engine's predictions, and the baselines' of the entries whose outcome is known."""
    known = [entry for entry in entries if entry.outcome]
    baselines: dict[str, Sequence[Prediction]] = {"keyword rule": keyword_rule(known)}
    if request.readings is None:
        return [predict(entry) for entry in entries], baselines
    if request.unlabelled is None:
        raise EvaluationError(
            "--out-of-fold needs --unlabelled: the file of entries that the readings are of."
        )
    try:
        from rolelight.evaluation.training.crossfit import OUTER
        from rolelight.evaluation.training.folds import clusters_of, folds_of
        from rolelight.evaluation.training.readings import read_readings
        from rolelight.evaluation.training.train import predict_out_of_fold
        from rolelight.evaluation.training.uses import example_of
    except ImportError as error:
        raise EvaluationError(
            "Fitting needs scikit-learn and its kin: pip install 'rolelight[train]'"
        ) from error
    skill = load_lexicon().skills[SKILL]
    additional = read_readings(request.readings, request.unlabelled)
    examples = [example_of(entry, skill) for entry in entries if entry.uses is not None]
    examples += [example_of(entry, skill, is_additional=True) for entry in additional]
    folds = folds_of(clusters_of(known), OUTER)
    baselines["TF-IDF + logistic"] = word_regression(known, folds)
    return predict_out_of_fold(examples), baselines

"""`rolelight train`: from the measuring data to the weights file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.corpus import hash_of, read_entries, read_rows
from rolelight.evaluation.figures_of_uses import figures_of
from rolelight.evaluation.predictions import SKILL, Prediction, uses_of
from rolelight.evaluation.training.crossfit import calibrated_fit, cross_fit
from rolelight.evaluation.training.readings import read_readings
from rolelight.evaluation.training.roles import TitledEntry, fit_roles, titled_entry
from rolelight.evaluation.training.uses import Example, example_of
from rolelight.evaluation.training.write import Source, weights_file
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights

LABELLED = "python-usage-train.jsonl.gz"
UNLABELLED = "python-entries-unlabelled.jsonl.gz"
TITLED = "titled-entries-dev.jsonl.gz"
SURVEY = "role-by-technology-2023.csv"
SURVEY_PYTHON = "role-by-technology-2023-python-users.csv"


@dataclass(frozen=True, slots=True)
class Material:
    """What the weights are fitted on."""

    examples: list[Example]
    titled: list[TitledEntry]
    sources: list[Source]


def train(folder: Path, readings: Path, say: Callable[[str], None]) -> str:
    """The text of the weights file, fitted on the data in a folder; ``say`` gets a line at each step.

    Raises EvaluationError where a file is absent or cannot be read.
    """
    material = load_material(folder, readings)
    say(f"{len(material.examples)} labelled entries, {len(material.titled)} with titles.")
    skill = load_lexicon().skills[SKILL]
    out_of_fold = predict_out_of_fold(material.examples)
    figures = figures_of(out_of_fold)
    say("Out of fold: " + ", ".join(f"{name} {value:.3f}" for name, value in figures.items()))
    uses = calibrated_fit(material.examples, skill)
    roles = fit_roles(material.titled)
    weights = Weights(
        {**uses.starts, **roles.starts}, uses.uses, roles.roles, roles.fitted_roles, uses.bounds
    )
    return weights_file(weights, material.sources, figures, _seen(material))


def predict_out_of_fold(examples: list[Example]) -> list[Prediction]:
    """What is said of each labelled entry with weights that were fitted without it."""
    skill = load_lexicon().skills[SKILL]
    return [Prediction(example.entry, uses_of(scores)) for example, scores in cross_fit(examples, skill)]


def load_material(folder: Path, readings: Path) -> Material:
    """The labelled entries, the additional readings and the titled entries of a folder."""
    labelled, additional = read_entries(folder / LABELLED), read_readings(readings, folder / UNLABELLED)
    titled = read_rows(folder / TITLED)
    skill = load_lexicon().skills[SKILL]
    return Material(
        [example_of(entry, skill) for entry in labelled]
        + [example_of(entry, skill, is_additional=True) for entry in additional],
        [_titled(row, number, folder / TITLED) for number, row in enumerate(titled, start=1)],
        [
            _source(folder / LABELLED, len(labelled), "the uses: labelled by one reader"),
            _source(folder / UNLABELLED, len(additional), "the uses: the entries that the readings name"),
            _source(readings, len(additional), "the uses: additional readings, by another reader"),
            _source(folder / TITLED, len(titled), "the roles: titles as noisy labels"),
            _source(folder / SURVEY, 0, "judgement: shares of technologies by role"),
            _source(folder / SURVEY_PYTHON, 0, "judgement: the same among users of Python"),
        ],
    )


def _titled(row: dict[str, Any], number: int, file: Path) -> TitledEntry:
    if not isinstance(row.get("role"), str):
        raise EvaluationError(f'{file}, entry {number} has no "role".')
    return titled_entry(row["text"], row["role"])


def _source(file: Path, rows: int, used_for: str) -> Source:
    return Source(file.name, hash_of(file), rows, used_for)


def _seen(material: Material) -> Counter[str]:
    """In how many entries each signal occurs."""
    seen: Counter[str] = Counter()
    for example in material.examples:
        seen.update({each.signal.id for each in example.mentions.mentions} if example.mentions else set())
    for entry in material.titled:
        seen.update(set(entry.signals))
    return seen

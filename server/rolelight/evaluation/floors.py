"""Floors: figures in a file that a change may not lower."""

from __future__ import annotations

import json
import math
from pathlib import Path

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.files import write_text
from rolelight.evaluation.gate import Gate
from rolelight.evaluation.pages import Evaluation

# By shape, then by what was measured: "fixtures", "experience title precision", ...
Floors = dict[str, dict[str, float]]


def floors_of(evaluation: Evaluation) -> Floors:
    """The figures of an evaluation as floors, rounded down to four decimals."""
    floors: Floors = {}
    for shape, fields in evaluation.figures.items():
        floors[shape] = {"fixtures": evaluation.fixtures[shape]}
        for field, figure in fields.items():
            for name, value in (("precision", figure.precision), ("recall", figure.recall)):
                if value is not None:
                    floors[shape][f"{field} {name}"] = math.floor(value * 10_000) / 10_000
    return floors


def find_falls(floors: Floors, now: Floors) -> list[str]:
    """A sentence for each figure that is below its floor, or that is measured no more.

    A floor of 0 cannot fall: where all that was read was made up, reading nothing is better.
    """
    return [
        f"{shape}: {name} fell from {floor} to {now.get(shape, {}).get(name, 'nothing')}"
        for shape, names in floors.items()
        for name, floor in names.items()
        if now.get(shape, {}).get(name, 0) < floor
    ]


def hold(gate: Gate, evaluation: Evaluation) -> list[str]:
    """What fell below the gate's floors, or would by pinning; raises EvaluationError."""
    falls = compare_floors(gate.floors, evaluation) if gate.floors else []
    return falls + (pin_floors(gate.pin, evaluation, gate.allow_lower) if gate.pin else [])


def compare_floors(file: Path, evaluation: Evaluation) -> list[str]:
    """What fell below the floors of a file; raises EvaluationError where it holds none."""
    return find_falls(_read(file), floors_of(evaluation))


def pin_floors(file: Path, evaluation: Evaluation, allow_lower: bool = False) -> list[str]:
    """Write the floors, unless that would lower one: then the file stays, and the falls are returned."""
    now = floors_of(evaluation)
    falls = find_falls(_read(file), now) if file.exists() and not allow_lower else []
    if not falls:
        write_text(file, json.dumps(now, indent=2) + "\n")
    return falls


def _read(file: Path) -> Floors:
    try:
        return {shape: dict(names) for shape, names in json.loads(file.read_text("utf-8")).items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise EvaluationError(f"{file} holds no floors ({error}). --pin writes such a file.") from error

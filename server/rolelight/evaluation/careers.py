"""What the engine says of whole careers, beside what readers said: fits graded, and the uses of Python."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.corpus import CODES, hash_of, read_rows
from rolelight.evaluation.files import write_lines
from rolelight.evaluation.gate import Gate, hold
from rolelight.evaluation.metrics import Figure, weighted_kappa, with_interval
from rolelight.evaluation.predictions import SKILL
from rolelight.evaluation.resumes import resume_profile
from rolelight.evidence.mentions import find_mentions
from rolelight.reading import Reading, weigh

# The roles that readers graded, and the data's names of them.
ROLES = {"back-end-web-developer": "web", "data-analyst": "data"}
# The data's resumes are of about 2019; the day ends the positions that last.
TODAY = date(2020, 1, 1)
# Not enough evidence counts as unlikely, as the readers count it.
GRADES = {"strong": 2, "possible": 1, "unlikely": 0, "not_enough_evidence": 0, "S": 2, "P": 1, "U": 0, "N": 0}


@dataclass(frozen=True, slots=True)
class Career:
    """A career as the engine reads it, and what each reader said of it, by the data's name of the role."""

    id: str
    reading: Reading
    said: tuple[dict[str, Any], ...]


def evaluate_careers(
    file: Path, predictions: Path | None, gate: Gate, say: Callable[[str], None]
) -> list[str]:
    """Say the report line by line; returns what fell below the floors. Raises EvaluationError."""
    careers = read_careers(file)
    if predictions:
        write_lines(predictions, career_lines(careers))
    for line in render_careers(careers):
        say(line)
    return hold(gate, hash_of(file), figures_of_careers(careers))


def read_careers(file: Path) -> list[Career]:
    """The careers in a file, read; raises EvaluationError where it or a reader's grade cannot be read."""
    return [
        Career(str(row.get("id", number)), read_resume(row["text"]), _said(row, number, file))
        for number, row in enumerate(read_rows(file), start=1)
    ]


def _said(row: dict[str, Any], number: int, file: Path) -> tuple[dict[str, Any], ...]:
    """What the readers said of a career, the first reader first."""
    said = tuple(row[reader] for reader in ("a", "b") if isinstance(row.get(reader), dict))
    for grade in (each.get(role) for each in said for role in ROLES.values()):
        if grade not in ("S", "P", "U", "N"):
            raise EvaluationError(f"{file}, row {number} has a grade that is none of S, P, U, N: {grade}.")
    return said


def figures_of_careers(careers: Sequence[Career]) -> dict[str, float]:
    """The kappa with each reader for each role, and how often strong met unlikely, by name."""
    figures: dict[str, float] = {}
    for role in ROLES:
        for reader in range(max((len(each.said) for each in careers), default=0)):
            pairs = grades(careers, role, reader)
            figures[f"kappa {role} {'ab'[reader]}"] = weighted_kappa(pairs)
            figures[f"strong for unlikely {role} {'ab'[reader]}"] = pairs.count((2, 0))
    return figures


def read_resume(text: str) -> Reading:
    """The reading of a flattened resume, with fits for Python."""
    profile = resume_profile(text)
    return weigh(profile, find_mentions(profile), None, SKILL, TODAY)


def agreement(careers: Sequence[Career], role: str, reader: int) -> Figure:
    """The quadratic-weighted kappa of the engine's grades and a reader's."""
    pairs = grades(careers, role, reader)
    return with_interval(lambda picked: weighted_kappa([pairs[number] for number in picked]), len(pairs))


def grades(careers: Sequence[Career], role: str, reader: int) -> list[tuple[int, int]]:
    """The engine's grade and a reader's of each career: 0 unlikely, 1 possible, 2 strong."""
    return [
        (GRADES[each.reading.fits[role].verdict], GRADES[each.said[reader][ROLES[role]]])
        for each in careers
        if len(each.said) > reader
    ]


def render_careers(careers: Sequence[Career]) -> Iterator[str]:
    """Lines with the agreement for each role and reader, and a table of grades."""
    yield f"{len(careers)} careers."
    for role in ROLES:
        for reader in range(max((len(each.said) for each in careers), default=0)):
            yield from _agreement_lines(careers, role, reader)


def _agreement_lines(careers: Sequence[Career], role: str, reader: int) -> Iterator[str]:
    kappa = agreement(careers, role, reader)
    table = Counter(grades(careers, role, reader))
    yield ""
    yield f"{role}, reader {'ab'[reader]}: kappa {kappa.value:.3f} ({kappa.low:.3f} to {kappa.high:.3f})"
    yield f"  strong where the reader says unlikely: {table[2, 0]}"
    yield "  engine \\ reader  unlikely  possible    strong"
    for grade, name in ((0, "unlikely"), (1, "possible"), (2, "strong")):
        yield f"  {name:<15}" + "".join(f"{table[grade, other]:>10}" for other in range(3))


def career_lines(careers: Sequence[Career]) -> Iterator[str]:
    """A JSON line a career: id, fits by role with verdict and probability, uses by code."""
    for each in careers:
        fits = {
            role: {"verdict": fit.verdict, "probability": round(fit.probability, 4)}
            for role, fit in each.reading.fits.items()
        }
        named = each.reading.uses.get(SKILL)
        uses = {code: named.career.get(use, 0.0) if named else 0.0 for code, use in CODES.items()}
        yield json.dumps({"id": each.id, "fits": fits, "uses": uses})

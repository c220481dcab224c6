"""Additional readings: what a further reader says of unlabelled entries, named by the hash of their text."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.corpus import CODES, LabelledEntry, outcome_of, read_entries

DIGITS = 16  # of the SHA-256 of a text: enough that no two of a million collide


def read_readings(file: Path, unlabelled: Path) -> list[LabelledEntry]:
    """The unlabelled entries that a file of readings names, with their codes.

    A line of the file is the first digits of the SHA-256 of an entry's text, a tab, and the codes joined by
    commas. Raises EvaluationError where a line cannot be read or none of the texts is there.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{file} cannot be read ({error}). Give a file of readings.") from error
    codes = dict(_reading(line, number, file) for number, line in enumerate(lines, 1) if line[:1] != "#")
    entries = [
        LabelledEntry(name, entry.text, entry.resume, entry.title, codes[name], outcome_of(codes[name]))
        for entry in read_entries(unlabelled)
        if (name := name_of(entry.text)) in codes
    ]
    if not entries:
        raise EvaluationError(f"None of the texts that {file} names stands in {unlabelled}.")
    return entries


def name_of(text: str) -> str:
    """The name of a text: the first digits of its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def _reading(line: str, number: int, file: Path) -> tuple[str, tuple[str, ...]]:
    name, _, codes = line.partition("\t")
    uses = tuple(codes.split(","))
    if not re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", name) or not set(uses) <= {*CODES, "U"}:
        raise EvaluationError(f"{file}, line {number} is no reading: a hash, a tab, and codes are expected.")
    return name, uses

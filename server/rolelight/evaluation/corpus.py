"""Loads the measuring data: job entries and whole resumes, one JSON object a line, gzipped or not."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rolelight.evaluation import EvaluationError

# The readers' codes for what Python was used for, and the uses of the lexicon. U is "not knowable".
CODES = {"W": "web", "D": "analysis", "E": "engineering", "A": "automation", "O": "other"}
OUTCOMES = ("web", "data", "both", "neither")


@dataclass(frozen=True, slots=True)
class LabelledEntry:
    """A job entry; ``uses`` is what a reader says of it, strongest first, or None where nobody has read it.

    ``outcome`` is None where two readers differ. ``resume`` groups entries of one person.
    """

    id: str
    text: str
    resume: str = ""
    title: str = ""
    uses: tuple[str, ...] | None = None
    outcome: str | None = None


def read_entries(file: Path) -> list[LabelledEntry]:
    """The entries in a file; raises EvaluationError where it cannot be read or a line has no text."""
    return [_entry(row, number, file) for number, row in enumerate(read_rows(file), start=1)]


def read_rows(file: Path) -> list[dict[str, Any]]:
    """The JSON objects in a file; raises EvaluationError, which names the line, where one cannot be read."""
    try:
        content = file.read_bytes()
        text = (gzip.decompress(content) if file.suffix == ".gz" else content).decode("utf-8")
    except (OSError, EOFError, UnicodeDecodeError, zlib.error) as error:
        raise EvaluationError(f"{file} cannot be read ({error}). Give a file of JSON lines.") from error
    # Not splitlines(): a text may hold other line ends, such as U+2028, as they are.
    return [_row(line, number, file) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]


def hash_of(file: Path) -> str:
    """The SHA-256 of a file, by which figures name the data; raises EvaluationError where it is absent."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError as error:
        raise EvaluationError(f"{file} cannot be read ({error.strerror}).") from error


def outcome_of(uses: Sequence[str]) -> str:
    """The outcome of a list of codes: web, data, both or neither."""
    web, data = "W" in uses, "D" in uses or "E" in uses
    return "both" if web and data else "web" if web else "data" if data else "neither"


def _row(line: str, number: int, file: Path) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise EvaluationError(f"{file}, line {number} is not JSON ({error}).") from error
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise EvaluationError(f'{file}, line {number} is not an object with a "text".')
    return row


def _entry(row: dict[str, Any], number: int, file: Path) -> LabelledEntry:
    uses = row.get("uses_a")
    if uses is not None and not (isinstance(uses, list) and all(use in (*CODES, "U") for use in uses)):
        raise EvaluationError(f"{file}, line {number} has codes that are unknown: {uses}.")
    outcome = row.get("outcome", outcome_of(uses) if uses is not None else None)
    return LabelledEntry(
        id=str(row.get("id", number)),
        text=row["text"],
        resume=str(row.get("resume", "")),
        title=str(row.get("title") or ""),
        uses=tuple(uses) if uses is not None else None,
        outcome=outcome,
    )

"""Writes the files that an evaluation leaves; one that cannot be written is told in a sentence."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from rolelight.evaluation import EvaluationError


def write_text(file: Path, text: str) -> None:
    """Write a text to a file; raises EvaluationError where it cannot be written."""
    try:
        file.write_text(text, "utf-8")
    except OSError as error:
        raise EvaluationError(f"{file} cannot be written ({error.strerror}).") from error


def write_lines(file: Path, lines: Iterable[str]) -> None:
    """Write lines to a file; raises EvaluationError where it cannot be written."""
    write_text(file, "".join(f"{line}\n" for line in lines))

"""Floors of the figures of uses and careers: a file in the project that a change may not lower silently."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.files import write_text

# What the names of figures begin with of which a lower one is the better.
ERRORS = ("calibration error", "strong for unlikely")


@dataclass(frozen=True, slots=True)
class Gate:
    """Which floors to hold figures against, and where to pin them."""

    floors: Path | None = None
    pin: Path | None = None
    allow_lower: bool = False


def hold(gate: Gate, sha256: str, figures: Mapping[str, float]) -> list[str]:
    """What fell below the gate's floors, or would by pinning; raises EvaluationError."""
    falls = find_falls(gate.floors, sha256, figures) if gate.floors else []
    return falls + (pin(gate.pin, sha256, figures, gate.allow_lower) if gate.pin else [])


def find_falls(floors: Path, sha256: str, figures: Mapping[str, float]) -> list[str]:
    """A sentence for each figure that is worse than its floor; raises EvaluationError for another corpus."""
    pinned_on, pinned = _read(floors)
    if pinned_on != sha256:
        raise EvaluationError(f"{floors} was pinned on other data: its SHA-256 is {pinned_on}.")
    return [
        f"{name} fell from {floor} to {figures.get(name, 'nothing')}"
        for name, floor in pinned.items()
        if name not in figures or is_worse(name, figures[name], floor)
    ]


def pin(floors: Path, sha256: str, figures: Mapping[str, float], allow_lower: bool = False) -> list[str]:
    """Write the figures as floors, unless that would lower one: then return the falls."""
    falls = find_falls(floors, sha256, figures) if floors.exists() and not allow_lower else []
    if not falls:
        pinned = {
            "sha256": sha256,
            "figures": {name: _rounded(name, value) for name, value in figures.items()},
        }
        write_text(floors, json.dumps(pinned, indent=2) + "\n")
    return falls


def is_error(name: str) -> bool:
    """Whether a figure counts errors, so that a lower one is the better."""
    return name.startswith(ERRORS)


def is_worse(name: str, value: float, floor: float) -> bool:
    """Whether a figure is worse than its floor; what is no number is as bad as can be."""
    return not (value <= floor if is_error(name) else value >= floor)


def _rounded(name: str, value: float) -> float:
    """Rounded to three decimals so that the figure itself is no fall."""
    return round(value + (0.0005 if is_error(name) else -0.0005), 3)


def _read(file: Path) -> tuple[str, dict[str, float]]:
    """The hash of the data and the floors of a file."""
    try:
        pinned = json.loads(file.read_text("utf-8"))
        return str(pinned["sha256"]), {name: float(floor) for name, floor in pinned["figures"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f"{file} holds no floors ({error}). --pin writes such a file.") from error

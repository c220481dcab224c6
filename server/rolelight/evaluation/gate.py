"""Floors of the figures of predicted uses: a file in the project that a change may not lower silently."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from rolelight.evaluation import EvaluationError

# Of these figures a lower one is the better.
LOWER_IS_BETTER = frozenset(
    {
        "calibration error",
        *(
            f"{role} strong for unlikely {reader}"
            for role in ("back-end-web-developer", "data-analyst")
            for reader in "ab"
        ),
    }
)


def find_falls(floors: Path, sha256: str, figures: Mapping[str, float]) -> list[str]:
    """A sentence for each figure that is worse than its floor; raises EvaluationError for another corpus."""
    pinned_on, pinned = _read(floors)
    if pinned_on != sha256:
        raise EvaluationError(f"{floors} was pinned on other data: its SHA-256 is {pinned_on}.")
    return [
        f"{name} fell from {floor} to {figures.get(name, 'nothing')}"
        for name, floor in pinned.items()
        if name not in figures or _is_worse(name, figures[name], floor)
    ]


def pin(floors: Path, sha256: str, figures: Mapping[str, float], allow_lower: bool = False) -> list[str]:
    """Write the figures as floors, unless that would lower one: then return the falls."""
    falls = find_falls(floors, sha256, figures) if floors.exists() and not allow_lower else []
    if not falls:
        pinned = {
            "sha256": sha256,
            "figures": {name: _rounded(name, value) for name, value in figures.items()},
        }
        try:
            floors.write_text(json.dumps(pinned, indent=2) + "\n", "utf-8")
        except OSError as error:
            raise EvaluationError(f"{floors} cannot be written ({error.strerror}).") from error
    return falls


def _is_worse(name: str, value: float, floor: float) -> bool:
    return not (
        value <= floor if name in LOWER_IS_BETTER else value >= floor
    )  # nothing is as good as a floor


def _rounded(name: str, value: float) -> float:
    """Rounded to three decimals so that the figure itself is no fall."""
    return round(value + (0.0005 if name in LOWER_IS_BETTER else -0.0005), 3)


def _read(file: Path) -> tuple[str, dict[str, float]]:
    """The hash of the data and the floors of a file."""
    try:
        pinned = json.loads(file.read_text("utf-8"))
        return str(pinned["sha256"]), {name: float(floor) for name, floor in pinned["figures"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluationError(f"{file} holds no floors ({error}). --pin writes such a file.") from error

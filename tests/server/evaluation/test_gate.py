"""Floors hold a figure, name what fell, and are lowered by permission alone."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.gate import find_falls, pin

FIGURES = {"accuracy": 0.9, "calibration error": 0.05}


@pytest.fixture
def floors(tmp_path: Path) -> Path:
    assert pin(tmp_path / "floors.json", "abc", FIGURES) == []
    return tmp_path / "floors.json"


def test_figures_that_stay_or_get_better_hold(floors: Path) -> None:
    assert find_falls(floors, "abc", FIGURES) == []
    assert find_falls(floors, "abc", {"accuracy": 0.95, "calibration error": 0.01}) == []


@pytest.mark.parametrize(
    ("figures", "name"),
    [
        ({**FIGURES, "accuracy": 0.89}, "accuracy"),
        ({**FIGURES, "calibration error": 0.06}, "calibration error"),
        ({"accuracy": 0.9}, "calibration error"),
    ],
)
def test_a_figure_that_is_worse_or_gone_is_named(floors: Path, figures: dict[str, float], name: str) -> None:
    (fall,) = find_falls(floors, "abc", figures)
    assert fall.startswith(f"{name} fell from ")


def test_floors_of_other_data_are_refused(floors: Path) -> None:
    with pytest.raises(EvaluationError, match="was pinned on other data: its SHA-256 is abc"):
        find_falls(floors, "def", FIGURES)


def test_a_floor_is_lowered_by_permission_alone(floors: Path) -> None:
    before = floors.read_text("utf-8")
    lower = {**FIGURES, "accuracy": 0.5}
    assert len(pin(floors, "abc", lower)) == 1
    assert floors.read_text("utf-8") == before
    assert pin(floors, "abc", lower, allow_lower=True) == []
    assert json.loads(floors.read_text("utf-8"))["figures"]["accuracy"] == pytest.approx(0.5, abs=0.0011)


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_figure_that_was_pinned_is_no_fall(
    tmp_path_factory: pytest.TempPathFactory, one: float, two: float
) -> None:
    file = tmp_path_factory.getbasetemp() / "any-floors.json"
    figures = {"accuracy": one, "calibration error": two}
    assert pin(file, "abc", figures, allow_lower=True) == []
    assert find_falls(file, "abc", figures) == []


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"sha256": "abc", "figures": {"accuracy": "high"}}'])
def test_a_file_without_floors_gets_a_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "floors.json").write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match="holds no floors"):
        find_falls(tmp_path / "floors.json", "abc", FIGURES)


def test_a_file_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        pin(tmp_path / "absent" / "floors.json", "abc", FIGURES)

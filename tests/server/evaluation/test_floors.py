"""Floors: no figure is below its own, and a fall is noticed, named and not pinned."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.checks import Check
from rolelight.evaluation.figures import ALL, figures_of
from rolelight.evaluation.floors import compare_floors, find_falls, floors_of, pin_floors
from rolelight.evaluation.pages import Evaluation, evaluate_pages

PAGES = Path(__file__).parents[2] / "pages"


def evaluation(*read: str | None, fixtures: int = 1) -> Evaluation:
    """An evaluation of as many titles, of which each should be "a"."""
    checks = tuple(Check("pvs/case", "pvs", "experience title", "a", each) for each in read)
    return Evaluation(checks, figures_of(checks), {"pvs": fixtures, ALL: fixtures})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with the floors of two titles in three."""
    pin_floors(tmp_path / "floors.json", evaluation("a", "a", "x"))
    return tmp_path / "floors.json"


def test_no_figure_of_the_page_stage_is_below_its_floor() -> None:
    assert compare_floors(PAGES / "floors.json", evaluate_pages(PAGES)) == []


def test_every_shape_and_its_positions_have_floors() -> None:
    floors = json.loads((PAGES / "floors.json").read_text("utf-8"))
    assert set(floors) >= {"sdui", "pvs", "public", "generic", ALL}
    measures = {"fixtures", "experience title precision", "experience start recall", "skills name recall"}
    assert [shape for shape in ("sdui", "pvs", "public", "generic") if measures - set(floors[shape])] == []


def test_floors_are_rounded_down() -> None:
    floors = floors_of(evaluation("a", "a", "x", fixtures=2))
    measured = {"experience title precision": 0.6666, "experience title recall": 0.6666}
    assert floors["pvs"] == {"fixtures": 2, **measured, "all precision": 0.6666, "all recall": 0.6666}


def test_an_equal_or_better_figure_is_no_fall(file: Path) -> None:
    assert compare_floors(file, evaluation("a", "x", "a")) == []
    assert compare_floors(file, evaluation("a", "a", "a")) == []


def test_each_figure_that_fell_is_named(file: Path) -> None:
    falls = compare_floors(file, evaluation("a", None, "x"))
    assert "pvs: experience title precision fell from 0.6666 to 0.5" in falls
    assert "pvs: experience title recall fell from 0.6666 to 0.3333" in falls


def test_fewer_fixtures_are_a_fall(file: Path) -> None:
    assert compare_floors(file, evaluation("a", "a", "x", fixtures=0)) == [
        "pvs: fixtures fell from 1 to 0",
        "all: fixtures fell from 1 to 0",
    ]


def test_what_is_measured_no_more_is_a_fall() -> None:
    now = {"pvs": {"fixtures": 1.0}}
    assert find_falls({"pvs": {"skills name recall": 0.5}}, now) == [
        "pvs: skills name recall fell from 0.5 to nothing"
    ]
    assert find_falls({"ember": {"fixtures": 2}}, now) == ["ember: fixtures fell from 2 to nothing"]


def test_to_make_nothing_up_any_more_is_no_fall(tmp_path: Path) -> None:
    invented = Check("pvs/case", "pvs", "page warnings", None, "entry_unread")
    good = evaluation("a")
    checks = (*good.checks, invented)
    pin_floors(tmp_path / "floors.json", Evaluation(checks, figures_of(checks), good.fixtures))
    assert compare_floors(tmp_path / "floors.json", good) == []


def test_a_new_figure_has_no_floor_yet() -> None:
    assert find_falls({}, {"pvs": {"fixtures": 1.0}}) == []


def test_pinning_raises_floors(file: Path) -> None:
    assert pin_floors(file, evaluation("a", "a", "a")) == []
    assert json.loads(file.read_text("utf-8"))["pvs"]["experience title recall"] == 1.0


def test_pinning_lowers_a_floor_only_where_that_is_allowed(file: Path) -> None:
    before = file.read_text("utf-8")
    worse = evaluation("a", "x", "x")
    assert pin_floors(file, worse) != []
    assert file.read_text("utf-8") == before
    assert pin_floors(file, worse, allow_lower=True) == []
    assert json.loads(file.read_text("utf-8"))["pvs"]["experience title recall"] == 0.3333


def test_a_missing_file_holds_no_floors(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="holds no floors"):
        compare_floors(tmp_path / "none.json", evaluation("a"))


@pytest.mark.parametrize("content", ["{", "[]", '{"pvs": 1}'])
def test_a_damaged_file_is_neither_compared_nor_replaced(tmp_path: Path, content: str) -> None:
    file = tmp_path / "damaged.json"
    file.write_text(content, "utf-8")
    for use in (compare_floors, pin_floors):
        with pytest.raises(EvaluationError, match="holds no floors"):
            use(file, evaluation("a"))
    assert file.read_text("utf-8") == content


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"floors\.json cannot be written"):
        pin_floors(tmp_path / "nowhere" / "floors.json", evaluation("a"))

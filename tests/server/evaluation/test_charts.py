"""The charts say when they cannot be drawn."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.charts import draw_charts
from rolelight.evaluation.corpus import LabelledEntry
from rolelight.evaluation.predictions import Prediction

USES = {"W": 0.9, "D": 0.1, "E": 0.0, "A": 0.0, "O": 0.0, "U": 0.0}
ONE = [Prediction(LabelledEntry("e", "text", outcome="web"), USES)]


def test_one_entry_is_enough_for_both_charts(tmp_path: Path) -> None:
    draw_charts(tmp_path / "charts.svg", ONE)
    assert "</svg>" in (tmp_path / "charts.svg").read_text("utf-8")


def test_a_folder_that_is_absent_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        draw_charts(tmp_path / "absent" / "charts.svg", ONE)


def test_without_matplotlib_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(EvaluationError, match=r"rolelight\[train\]"):
        draw_charts(tmp_path / "charts.svg", ONE)

"""The report of predicted uses: counts, tables and the worst errors, as lines of text."""

from __future__ import annotations

import pytest

from rolelight.evaluation import metrics
from rolelight.evaluation.corpus import LabelledEntry
from rolelight.evaluation.predictions import Prediction
from rolelight.evaluation.report import SHOWN, WORST, render_uses


@pytest.fixture(autouse=True)
def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "RESAMPLES", 40)


def prediction(name: str, web: float, outcome: str | None, text: str = "Wove cloth.") -> Prediction:
    uses = {"W": web, "D": 0.0, "E": 0.0, "A": 0.0, "O": 0.0, "U": 1 - web}
    signals = (("django", "web", 1.25),)
    return Prediction(LabelledEntry(name, text, uses=("W",), outcome=outcome), uses, signals)


SOME = [
    prediction("right", 0.9, "web"),
    prediction("wrong", 0.8, "neither", "s" * 500),
    prediction("worse", 0.95, "neither", "w" * 700),
    prediction("unknown", 0.9, None),
]


def lines(show_text: bool = False) -> list[str]:
    return list(render_uses(SOME, {"rule": SOME}, SOME, show_text))


def test_entries_without_an_outcome_are_counted_alone() -> None:
    assert lines()[0] == "3 entries with a known outcome, of 4."
    assert list(render_uses(SOME[3:], {}, [])) == ["0 entries with a known outcome, of 1."]


def test_figures_stand_beside_their_interval_and_the_baseline() -> None:
    (line,) = [line for line in lines() if line.startswith("accuracy")]
    assert line.split()[1] == line.split()[-1] == "0.333"
    assert "to" in line


def test_the_confusion_table_counts_by_truth() -> None:
    (row,) = [line for line in lines() if line.startswith("neither")]
    assert row.split() == ["neither", "2", "0", "0", "0"]


def test_lengths_are_grouped() -> None:
    printed = [line.split() for line in lines()]
    assert ["0", "to", "300", "1", "1.000"] in printed
    assert ["300", "to", "600", "1", "0.000"] in printed
    assert ["cut", "to", "300", "3", "0.333"] in printed


def test_the_worst_errors_come_first_with_their_signals() -> None:
    start = lines().index("The 2 worst errors, by how sure the engine was:")
    assert lines()[start + 1 :] == [
        "worse: web at 0.95, but neither (W)",
        "    django web +1.25",
        "wrong: web at 0.80, but neither (W)",
        "    django web +1.25",
    ]


def test_no_text_is_shown_unless_it_is_asked_for_and_then_it_is_cut() -> None:
    assert not any("www" in line for line in lines())
    assert f"    {'w' * SHOWN}" in lines(show_text=True)


def test_no_more_than_the_worst_are_listed() -> None:
    many = [prediction(f"e{number}", 0.9, "neither") for number in range(WORST + 5)]
    printed = list(render_uses(many, {}, []))
    assert f"The {WORST} worst errors, by how sure the engine was:" in printed
    assert sum(line.startswith("e") and ": web at" in line for line in printed) == WORST

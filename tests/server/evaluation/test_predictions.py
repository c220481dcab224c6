"""Predictions: probabilities by use, the outcome that follows, and what is written of them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.corpus import CODES, LabelledEntry
from rolelight.evaluation.predictions import Prediction, cut_round, predict, uses_of, write_predictions

ENTRY = LabelledEntry("e1", "Wove cloth")


def prediction(web: float, data: float, engineering: float = 0.0) -> Prediction:
    return Prediction(ENTRY, {"W": web, "D": data, "E": engineering, "A": 0.0, "O": 0.0, "U": 0.0})


@pytest.mark.parametrize(
    ("web", "data", "engineering", "outcome"),
    [
        (0.9, 0.1, 0.1, "web"),
        (0.1, 0.9, 0.0, "data"),
        (0.1, 0.0, 0.9, "data"),
        (0.1, 0.5, 0.5, "data"),
        (0.9, 0.9, 0.0, "both"),
        (0.1, 0.1, 0.1, "neither"),
    ],
)
def test_the_likeliest_outcome_is_given(web: float, data: float, engineering: float, outcome: str) -> None:
    assert prediction(web, data, engineering).outcome == outcome


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_the_outcomes_add_up_to_one(web: float, data: float, engineering: float) -> None:
    outcomes = prediction(web, data, engineering).outcomes
    assert math.fsum(outcomes.values()) == pytest.approx(1)
    assert outcomes["web"] + outcomes["both"] == pytest.approx(web)


def test_log_odds_become_probabilities_and_u_is_that_of_none() -> None:
    uses = uses_of(dict.fromkeys(CODES.values(), 0.0))
    assert uses == {**dict.fromkeys(CODES, 0.5), "U": 0.5**5}


def test_an_entry_is_read_with_the_weights_that_are_shipped() -> None:
    web = predict(LabelledEntry("w", "Built web applications in Python with Django"))
    data = predict(LabelledEntry("d", "Analysed data in Python with pandas and NumPy"))
    assert (web.outcome, data.outcome) == ("web", "data")
    assert "django" in {signal for signal, _, _ in web.signals}
    assert predict(LabelledEntry("n", "")).signals == ()


@given(st.text(max_size=300))
def test_any_text_is_predicted(text: str) -> None:
    uses = predict(LabelledEntry("any", text)).uses
    assert set(uses) == {*CODES, "U"}
    assert all(0 <= p <= 1 for p in uses.values())


def test_lines_hold_id_outcome_and_uses(tmp_path: Path) -> None:
    write_predictions(tmp_path / "out.jsonl", [prediction(0.123456, 0.9), prediction(0.9, 0.1)])
    first, second = (json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines())
    assert first["id"] == "e1"
    assert (first["outcome"], second["outcome"]) == ("data", "web")
    assert first["uses"]["W"] == 0.1235


def test_a_file_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be written"):
        write_predictions(tmp_path / "absent" / "out.jsonl", [])


@given(st.integers(0, 500), st.integers(0, 500))
def test_an_entry_is_cut_round_the_skill(before: int, after: int) -> None:
    text = "a" * before + " Python " + "b" * after
    cut = cut_round(LabelledEntry("e", text)).text
    assert len(cut) == min(300, len(text))
    assert "Python" in cut
    assert cut in text


def test_an_entry_without_the_skill_is_cut_from_its_beginning() -> None:
    assert cut_round(LabelledEntry("e", "a" * 10 + "b" * 400)).text == "a" * 10 + "b" * 290

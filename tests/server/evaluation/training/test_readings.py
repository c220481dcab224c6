"""Additional readings name texts by their hash."""

from __future__ import annotations

from pathlib import Path

import pytest

from made_up_entries import made_up_rows, write_readings, write_rows
from rolelight.evaluation import EvaluationError
from rolelight.evaluation.training.readings import DIGITS, name_of, read_readings


def test_the_entries_that_are_named_come_with_codes_and_outcome(tmp_path: Path) -> None:
    rows = made_up_rows(5)
    unlabelled = write_rows(tmp_path / "a.jsonl", [{"text": row["text"]} for row in rows])
    read = read_readings(write_readings(tmp_path / "r.tsv", rows[:2]), unlabelled)
    assert [(each.text, each.uses, each.outcome) for each in read] == [
        (rows[0]["text"], ("W",), "web"),
        (rows[1]["text"], ("D",), "data"),
    ]
    assert {len(each.id) for each in read} == {DIGITS}


@pytest.mark.parametrize("line", ["abc\tW", "x" * 16 + "\tW", "a" * 16, "a" * 16 + "\tX", ""])
def test_a_line_that_is_no_reading_is_named(tmp_path: Path, line: str) -> None:
    unlabelled = write_rows(tmp_path / "a.jsonl", [{"text": "Wove"}])
    (tmp_path / "r.tsv").write_text(f"# Made up.\n{name_of('Wove')}\tW,D\n{line}\n", "utf-8")
    with pytest.raises(EvaluationError, match="line 3 is no reading"):
        read_readings(tmp_path / "r.tsv", unlabelled)


def test_readings_of_other_texts_are_refused(tmp_path: Path) -> None:
    unlabelled = write_rows(tmp_path / "a.jsonl", [{"text": "Wove"}])
    with pytest.raises(EvaluationError, match="None of the texts"):
        read_readings(write_readings(tmp_path / "r.tsv", made_up_rows(3)), unlabelled)


def test_a_file_that_is_absent_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_readings(tmp_path / "r.tsv", tmp_path / "a.jsonl")

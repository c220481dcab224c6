"""`rolelight evaluate careers`: whole resumes, held against what readers say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_up_entries import DATA_RESUME, WEB_RESUME, write_rows
from rolelight.cli import main
from rolelight.evaluation import metrics
from rolelight.evaluation.careers import ROLES, grades, read_careers, read_resume
from rolelight.lexicon import load_lexicon

ROWS = [
    {"id": "w", "text": WEB_RESUME, "a": {"web": "S", "data": "U"}, "b": {"web": "P", "data": "N"}},
    {"id": "d", "text": DATA_RESUME, "a": {"web": "U", "data": "S"}},
]


@pytest.fixture(autouse=True)
def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(metrics, "RESAMPLES", 40)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "careers.jsonl", ROWS)


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", "careers", *map(str, arguments)])


def test_a_resume_is_read_like_a_page() -> None:
    web, data = read_resume(WEB_RESUME), read_resume(DATA_RESUME)
    assert web.uses["python"].main[0] == "web"
    assert data.uses["python"].main[0] == "analysis"
    for role, more, less in (("back-end-web-developer", web, data), ("data-analyst", data, web)):
        assert more.fits[role].probability > less.fits[role].probability


def test_grades_pair_the_verdict_with_each_reader(file: Path) -> None:
    careers = read_careers(file)
    assert [pair[1] for pair in grades(careers, "back-end-web-developer", 0)] == [2, 0]
    assert [pair[1] for pair in grades(careers, "back-end-web-developer", 1)] == [1]
    assert [pair[1] for pair in grades(careers, "data-analyst", 1)] == [0]


def test_the_report_shows_agreement_and_grades_by_role_and_reader(file: Path) -> None:
    result = evaluate(file)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("2 careers.\n")
    for role in ROLES:
        for reader in "ab":
            assert f"{role}, reader {reader}: kappa " in result.stdout
    assert "strong where the reader says unlikely: 0" in result.stdout


def test_predictions_hold_fits_of_every_role_and_uses_by_code(file: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    assert evaluate(file, "--predictions", output).exit_code == 0
    web, data = (json.loads(line) for line in output.read_text("utf-8").splitlines())
    assert (web["id"], data["id"]) == ("w", "d")
    assert set(web["fits"]) == {role.id for role in load_lexicon().roles}
    assert set(web["fits"]["data-analyst"]) == {"verdict", "probability"}
    assert set(web["uses"]) >= {"W", "D", "E", "A", "O"}
    assert web["uses"]["W"] > data["uses"]["W"]


def test_resumes_that_nobody_graded_are_predicted(tmp_path: Path) -> None:
    rows = [{"text": WEB_RESUME}, {"text": "Nothing to tell."}, {"text": ""}]
    result = evaluate(write_rows(tmp_path / "a.jsonl", rows), "--predictions", tmp_path / "out.jsonl")
    assert (result.exit_code, result.stdout) == (0, "3 careers.\n"), result.output
    lines = (tmp_path / "out.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["1", "2", "3"]
    assert json.loads(lines[2])["fits"]["data-analyst"]["verdict"] == "not_enough_evidence"


def test_more_careers_strong_where_a_reader_says_unlikely_are_a_fall(file: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert evaluate(file, "--pin", floors).exit_code == 0
    assert evaluate(file, "--floors", floors).exit_code == 0
    better = floors.read_text("utf-8").replace('analyst a": 0.001', 'analyst a": -1')
    floors.write_text(better, "utf-8")
    result = evaluate(file, "--floors", floors)
    assert (result.exit_code, result.stderr.count(" fell from ")) == (1, 1)
    assert "strong for unlikely data-analyst a fell from -1.0 to 0" in result.stderr


def test_a_file_that_is_absent_gets_a_sentence(tmp_path: Path) -> None:
    result = evaluate(tmp_path / "nothing.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read" in result.stderr

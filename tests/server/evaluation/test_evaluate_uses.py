"""`rolelight evaluate uses`: predictions, figures, charts and floors of made-up entries."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from made_up_entries import made_up_rows, training_folder, write_rows
from rolelight.cli import main
from rolelight.evaluation import metrics

CODES = {"W", "D", "E", "A", "O", "U"}


@pytest.fixture(autouse=True)
def few_resamples(monkeypatch: pytest.MonkeyPatch) -> None:
    """Intervals of few resamples: their figures are tested where they are made."""
    monkeypatch.setattr(metrics, "RESAMPLES", 40)


@pytest.fixture
def entries(tmp_path: Path) -> Path:
    return write_rows(tmp_path / "entries.jsonl", made_up_rows(30))


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", "uses", *map(str, arguments)])


def test_the_report_shows_figures_tables_curves_and_errors(entries: Path) -> None:
    result = evaluate(entries)
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith("30 entries with a known outcome, of 30.\n")
    for heading in (
        "engine (95% interval)",
        "keyword rule",
        "accuracy",
        "ROC AUC web",
        "calibration error",
        "true \\ predicted",
        "coverage   precision of the surest answers",
        "mean confidence   right   entries",
        "cut to 300",
        "worst errors, by how sure the engine was",
    ):
        assert heading in result.stdout


def test_predictions_are_written_for_entries_of_id_and_text_alone(tmp_path: Path) -> None:
    rows = [{"id": row["id"], "text": row["text"]} for row in made_up_rows(5)] + [{"id": "none", "text": ""}]
    output = tmp_path / "out.jsonl"
    result = evaluate(write_rows(tmp_path / "texts.jsonl", rows), "--predictions", output)
    assert result.exit_code == 0, result.output
    assert "none with a known outcome" in result.stdout
    lines = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert [line["id"] for line in lines] == [row["id"] for row in rows]
    for line in lines:
        assert set(line) == {"id", "outcome", "uses"}
        assert line["outcome"] in {"web", "data", "both", "neither"}
        assert set(line["uses"]) == CODES
        assert all(0 <= p <= 1 for p in line["uses"].values())
    web, data = lines[0]["uses"], lines[1]["uses"]
    assert web["W"] > data["W"]
    assert data["D"] > web["D"]


def test_predictions_are_written_beside_the_report_where_outcomes_are_known(
    entries: Path, tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    assert "30 entries" in evaluate(entries, "--predictions", output).stdout
    assert len(output.read_text("utf-8").splitlines()) == 30


def test_texts_are_shown_where_they_are_asked_for_alone(tmp_path: Path) -> None:
    row = {**made_up_rows(1)[0], "outcome": "data"}
    file = write_rows(tmp_path / "wrong.jsonl", [row])
    assert row["text"][:40] not in evaluate(file).stdout
    shown = evaluate(file, "--show-text").stdout
    assert "e0: web at " in shown
    assert row["text"][:40] in shown


def test_floors_are_pinned_hold_and_fall(entries: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    assert evaluate(entries, "--pin", floors).exit_code == 0
    assert evaluate(entries, "--floors", floors).exit_code == 0
    pinned = json.loads(floors.read_text("utf-8"))
    pinned["figures"]["accuracy"] = 1.5
    floors.write_text(json.dumps(pinned), "utf-8")
    for option in ("--floors", "--pin"):
        result = evaluate(entries, option, floors)
        assert result.exit_code == 1
        assert result.stderr.startswith("accuracy fell from 1.5 to ")
    assert evaluate(entries, "--pin", floors, "--allow-lower").exit_code == 0
    assert evaluate(entries, "--floors", floors).exit_code == 0


def test_floors_of_other_data_end_the_command(entries: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    evaluate(entries, "--pin", floors)
    write_rows(entries, made_up_rows(29))
    result = evaluate(entries, "--floors", floors)
    assert result.exit_code == 2
    assert "was pinned on other data" in result.stderr


@pytest.mark.parametrize(("name", "start"), [("charts.svg", b"<?xml"), ("charts.png", b"\x89PNG")])
def test_charts_are_drawn(entries: Path, tmp_path: Path, name: str, start: bytes) -> None:
    assert evaluate(entries, "--charts", tmp_path / name).exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(start)


def test_charts_of_an_unknown_kind_get_a_sentence(entries: Path, tmp_path: Path) -> None:
    result = evaluate(entries, "--charts", tmp_path / "charts.poem")
    assert result.exit_code == 2
    assert "Give a .png or .svg file" in result.stderr


def test_out_of_fold_shows_the_word_regression_beside_it(tmp_path: Path) -> None:
    folder, readings = training_folder(tmp_path)
    labelled = folder / "python-usage-train.jsonl.gz"
    unlabelled = folder / "python-entries-unlabelled.jsonl.gz"
    result = evaluate(labelled, "--out-of-fold", readings, "--unlabelled", unlabelled)
    assert result.exit_code == 0, result.output
    assert "TF-IDF + logistic" in result.stdout
    assert result.stdout.startswith("40 entries with a known outcome, of 40.")


def test_out_of_fold_without_the_entries_gets_a_sentence(entries: Path, tmp_path: Path) -> None:
    result = evaluate(entries, "--out-of-fold", tmp_path / "readings.tsv")
    assert result.exit_code == 2
    assert "--out-of-fold needs --unlabelled" in result.stderr


@pytest.mark.parametrize("content", [None, b"{", b"\xff"])
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "a.jsonl").write_bytes(content)
    result = evaluate(tmp_path / "a.jsonl")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "a.jsonl" in result.stderr

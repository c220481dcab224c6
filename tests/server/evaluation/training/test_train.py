"""`rolelight train`: from a made-up folder to a weights file that anyone can read."""

from __future__ import annotations

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from made_up_entries import training_folder, write_rows
from rolelight.cli import main
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.weights import weights_of


def train(folder: Path, readings: Path, output: Path) -> Result:
    arguments = ["train", str(folder), "--readings", str(readings), "--output", str(output)]
    return CliRunner().invoke(main, arguments)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return training_folder(tmp_path_factory.mktemp("data"))[0]


@pytest.fixture(scope="module")
def trained(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Result, str]:
    """What the command said, and the file that it wrote; run once."""
    output = tmp_path_factory.mktemp("weights") / "weights.toml"
    result = train(folder, folder / "readings.tsv", output)
    assert result.exit_code == 0, result.output
    return result, output.read_text("utf-8")


@pytest.fixture
def table(trained: tuple[Result, str]) -> dict[str, Any]:
    return tomllib.loads(trained[1])


def test_the_command_says_what_it_does(trained: tuple[Result, str]) -> None:
    first, *_, last = trained[0].stdout.splitlines()
    assert first.startswith("60 labelled entries, 32 with titles")
    assert "Out of fold: accuracy " in trained[0].stdout
    assert last.startswith("The weights are in ")


def test_the_file_holds_weights_of_every_use_and_role(table: dict[str, Any]) -> None:
    weights, lexicon = weights_of(table), load_lexicon()
    assert set(weights.uses) == set(lexicon.skills["python"].uses)
    assert set(weights.starts) == {*weights.uses, *weights.fitted_roles}
    assert {"data-analyst", "web-developer"} <= weights.fitted_roles <= {role.id for role in lexicon.roles}
    assert {signal for use in weights.uses.values() for signal in use} <= set(lexicon.signals)


def test_the_weights_keep_the_signs_of_judgement(table: dict[str, Any]) -> None:
    signals, compared = load_lexicon().signals, 0
    for use, by_signal in weights_of(table).uses.items():
        for signal, pair in by_signal.items():
            judged = signals[signal].uses.get(use, 0.0)
            compared += bool(judged)
            assert all(weight * judged >= 0 for weight in pair), (use, signal)
    assert compared > 100


def test_what_the_entries_tell_moves_the_weights(table: dict[str, Any]) -> None:
    near, _ = weights_of(table).uses["web"]["django"]
    assert near > 0
    near, _ = weights_of(table).uses["analysis"]["pandas"]
    assert near > 0


def test_the_provenance_names_data_versions_and_figures(table: dict[str, Any], folder: Path) -> None:
    provenance = table["provenance"]
    assert {"date", "python", "numpy", "scipy", "judgement_alone", "sources", "figures"} <= set(provenance)
    for source in provenance["sources"]:
        assert source["sha256"] == hashlib.sha256((folder / source["name"]).read_bytes()).hexdigest()
    assert [source["rows"] for source in provenance["sources"][:4]] == [40, 20, 20, 32]
    assert 0 <= provenance["figures"]["accuracy"] <= 1
    assert weights_of(table).fitted_on == {source["sha256"] for source in provenance["sources"]}


def test_judgement_alone_names_the_signals_that_no_entry_holds(table: dict[str, Any]) -> None:
    judged = set(table["provenance"]["judgement_alone"])
    assert "django" not in judged
    assert judged <= set(load_lexicon().signals)
    assert len(judged) > len(load_lexicon().signals) / 2


def test_no_text_of_the_data_stands_in_the_file(trained: tuple[Result, str]) -> None:
    assert "number 1" not in trained[1]
    assert "Open Database License" in trained[1]


@pytest.mark.parametrize("name", ["python-usage-train.jsonl.gz", "role-by-technology-2023.csv"])
def test_a_file_that_is_absent_gets_a_sentence(tmp_path: Path, name: str) -> None:
    folder, readings = training_folder(tmp_path, 10)
    (folder / name).unlink()
    result = train(folder, readings, tmp_path / "weights.toml")
    assert result.exit_code == 2
    assert name in result.stderr
    assert not (tmp_path / "weights.toml").exists()


def test_a_titled_entry_without_a_role_gets_a_sentence(tmp_path: Path) -> None:
    folder, readings = training_folder(tmp_path, 10)
    write_rows(folder / "titled-entries-dev.jsonl.gz", [{"text": "Wove"}])
    result = train(folder, readings, tmp_path / "weights.toml")
    assert result.exit_code == 2
    assert 'has no "role"' in result.stderr

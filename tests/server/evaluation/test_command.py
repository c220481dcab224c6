"""`rolelight evaluate pages`: the tables, JSON, floors, and a sentence where something is wrong."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolelight.cli import main

PAGE = """<main><h1>Asha</h1><p>Weaver of cloth</p><section><h2>Experience</h2><ul>
<li><h3>Weaver</h3><p>Loom &amp; Co</p><p>Jan 2020 - Mar 2021</p></li></ul></section></main>"""
POSITION = {"title": "Weaver", "start": "2020-01", "end": "2021-03"}


def evaluate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["evaluate", "pages", *map(str, arguments)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one fixture, whose page is read as it expects."""
    case = tmp_path / "pages" / "generic" / "weaver"
    case.mkdir(parents=True)
    (case / "page.html").write_text(PAGE, "utf-8")
    expect(tmp_path / "pages", POSITION)
    return tmp_path / "pages"


def expect(folder: Path, *positions: dict[str, str]) -> None:
    """Let the fixture expect these positions."""
    sections = {
        "headline": {"state": "present", "text": "Weaver of cloth"},
        "experience": {"state": "present", "entries": positions},
    }
    expected = {"page_state": "profile", "shape": "generic", "sections": sections}
    (folder / "generic" / "weaver" / "expected.json").write_text(json.dumps(expected), "utf-8")


def row(result: Result, name: str) -> list[list[str]]:
    """The cells of each row of that name."""
    return [line[len(name) :].split() for line in result.stdout.splitlines() if line.startswith(f"{name}  ")]


def test_the_tables_show_shares_by_shape_and_counts_over_all(folder: Path) -> None:
    expect(folder, POSITION, {"title": "Dyer"})
    result = evaluate(folder)
    assert result.exit_code == 0
    assert "All 1 fixtures: 1 generic" in result.stdout
    assert row(result, "experience title") == [["100/50"], ["2", "1", "1", "100", "50"]]
    assert row(result, "experience start") == [["100"], ["1", "1", "1", "100", "100"]]


def test_differences_are_shown_where_they_are_asked_for(folder: Path) -> None:
    expect(folder, POSITION | {"end": "2021-04"})
    line = "generic/weaver: experience end: expected '2021-04', read '2021-03'"
    assert line in evaluate(folder, "--differences").stdout.splitlines()
    assert line not in evaluate(folder).stdout


def test_json_holds_fixtures_figures_and_differences(folder: Path) -> None:
    expect(folder, POSITION | {"end": "2021-04"})
    data = json.loads(evaluate(folder, "--json").stdout)
    assert data["fixtures"] == {"generic": 1, "all": 1}
    assert data["figures"]["generic"]["experience end"] == {
        "expected": 1,
        "read": 1,
        "right": 0,
        "precision": 0.0,
        "recall": 0.0,
    }
    assert [(each["field"], each["read"]) for each in data["differences"]] == [("experience end", "2021-03")]


def test_floors_are_pinned_kept_and_lowered_by_permission_alone(folder: Path) -> None:
    floors = folder / "floors.json"
    assert evaluate(folder, "--pin", floors).exit_code == 0
    assert evaluate(folder, "--floors", floors).exit_code == 0
    expect(folder, POSITION | {"end": "2021-04"})
    for option in ("--floors", "--pin"):
        result = evaluate(folder, option, floors)
        assert result.exit_code == 1
        assert "generic: experience end recall fell from 1.0 to 0.0" in result.stderr.splitlines()
    assert evaluate(folder, "--pin", floors, "--allow-lower").exit_code == 0
    assert evaluate(folder, "--floors", floors).exit_code == 0


def test_captures_that_are_refused_are_a_misread_page(folder: Path) -> None:
    (folder / "generic" / "weaver" / "page.html").write_text("<main>" + "<p>a</p>" * 60_000, "utf-8")
    line = "generic/weaver: page state: expected 'profile', read 'page_too_complex'"
    assert line in evaluate(folder, "--differences").stdout.splitlines()


@pytest.mark.parametrize("option", ["--floors", "--pin"])
def test_a_file_that_holds_no_floors_gets_a_sentence(folder: Path, option: str) -> None:
    (folder / "floors.json").write_text("{", "utf-8")
    result = evaluate(folder, option, folder / "floors.json")
    assert result.exit_code == 2
    assert "holds no floors" in result.stderr


def test_a_folder_without_fixtures_gets_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = evaluate()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "tests/pages has no <shape>/<case>/expected.json" in result.stderr


def test_the_server_does_not_load_the_evaluation() -> None:
    script = "import sys, rolelight.cli, rolelight.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    names = loaded.stdout.split()
    assert "rolelight.cli" in names
    assert [name for name in names if name.startswith("rolelight.evaluation")] == []

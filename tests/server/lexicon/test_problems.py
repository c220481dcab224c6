"""A problem names its file and line, and says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from rolelight.lexicon.problems import LexiconError, Problem, line_of, lines_of

TOML = """# [[signal]] is the name of each table.
[[signal]]
id = "a"

  [[ signal ]]
id = "b"
[beside]
near = 1.0
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "file.toml").write_text(TOML, "utf-8")
    return tmp_path / "file.toml"


def test_a_problem_reads_as_compilers_write_them() -> None:
    problem = Problem("signals/a.toml", 3, "Add a note.")
    assert str(problem) == str(LexiconError(problem)) == "signals/a.toml:3: Add a note."


def test_tables_are_found_by_name_and_number(file: Path) -> None:
    assert lines_of(file, "signal") == [2, 5]
    assert [line_of(file, "signal", number) for number in range(2)] == [2, 5]
    assert line_of(file, "beside", 0) == 7


def test_a_table_that_is_not_found_stands_at_the_first_line(file: Path) -> None:
    assert line_of(file, "signal", 2) == line_of(file, "role", 0) == line_of(file, "", 0) == 1

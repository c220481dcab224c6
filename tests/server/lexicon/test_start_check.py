"""What is checked as the server starts: targets and patterns, without which a reading would break."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexicons import damage, small_lexicon
from rolelight.lexicon.lint import first_unusable

FILE = "signals/all.toml"


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ('implies = ["nobody"]\nuses =', "implies names nobody, which does not exist: correct it or add it"),
        ('excludes = ["(cloth"]\nuses =', "is not valid"),
    ],
)
def test_a_missing_target_or_a_bad_pattern_stops_the_start(tmp_path: Path, new: str, words: str) -> None:
    lexicon = small_lexicon(tmp_path)
    damage(lexicon, FILE, "uses =", new)
    problem = first_unusable(lexicon)
    assert problem
    assert (problem.file, problem.line) == (FILE, 3)
    assert words in problem.text


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("nearness.toml", "[in_list]", "[in_lists]"),
        ("questions.toml", "used {skill}", "used {skills}"),
        ("contexts.toml", 'before = ["', 'before = ["('),
    ],
)
def test_a_problem_of_another_file_stops_the_start(tmp_path: Path, file: str, old: str, new: str) -> None:
    lexicon = small_lexicon(tmp_path)
    damage(lexicon, file, old, new)
    problem = first_unusable(lexicon)
    assert problem
    assert problem.file == file


def test_a_lexicon_in_order_starts(tmp_path: Path) -> None:
    assert first_unusable(small_lexicon(tmp_path)) is None


def test_the_lexicon_that_is_shipped_starts() -> None:
    assert first_unusable() is None

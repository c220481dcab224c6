"""The lexicon loads into its data model; what does not fit stops it with file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from lexicons import damage, small_lexicon
from rolelight.cli import main
from rolelight.lexicon import load as module
from rolelight.lexicon.load import load_lexicon, read_lexicon, signal_files
from rolelight.lexicon.problems import LexiconError

FIRST_TABLE = 0  # stands for the line of the first table of a file


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    return small_lexicon(tmp_path)


def problem(lexicon: Path) -> str:
    """The problem that stops the lexicon from loading."""
    with pytest.raises(LexiconError) as raised:
        read_lexicon(lexicon)
    assert str(raised.value) == str(raised.value.problem)
    return str(raised.value)


def test_a_lexicon_in_order_is_data(lexicon: Path) -> None:
    loaded = read_lexicon(lexicon)
    assert list(loaded.signals) == ["xylotool", "weaving"]
    assert loaded.signals["weaving"].exact_forms == ("Loom",)
    assert loaded.skills["python"].uses["web"].rivals == ("weaving",)
    assert loaded.roles[0].core == ("weaving",)
    assert loaded.role("weaver") is loaded.roles[0]
    assert loaded.role("nobody") is None


def test_the_shipped_lexicon_is_read_once_a_process() -> None:
    assert load_lexicon() is load_lexicon()


def test_every_file_of_signals_is_read_by_name_and_nothing_else(lexicon: Path) -> None:
    (lexicon / "signals" / "notes.txt").write_text("not a file of signals", "utf-8")
    (lexicon / "signals" / "a.toml").write_text("", "utf-8")
    assert [file.name for file in signal_files(lexicon / "signals")] == ["a.toml", "all.toml"]


@pytest.mark.parametrize(
    ("file", "old", "new", "line", "words"),
    [
        ("signals/all.toml", "forms =", "form =", 3, "The key form is unknown: use one of id, kind"),
        ("signals/all.toml", 'family = "weaving"\n', "", 13, "The key family is missing: add it"),
        ("signals/all.toml", '"weaving"]', "3]", 13, "The key forms holds a value"),
        ("signals/all.toml", '["weaving"]', '"weaving"', 13, "The key forms holds something else than list"),
        ("signals/all.toml", "web = 0.5", 'web = "a lot"', 3, "The key uses holds a value"),
        ("signals/all.toml", 'id = "weaving"', 'id = "xylotool"', 13, "stands in the lexicon twice: rename"),
        ("signals/all.toml", 'kind = "phrase"', "kind = phrase", 15, "is not valid TOML"),
        ("signals/all.toml", '"a Loom for cloth"]\n', '"a Loom', 22, "is not valid TOML"),
        ("skills.toml", "start = -1.0", 'start = "low"', 1, "The key start holds something else"),
        ("skills.toml", "rivals", "rival", 1, "The key rival is unknown"),
        ("roles.toml", "label", "name", 1, "The key name is unknown"),
        ("roles.toml", "[[role]]", "[[rolle]]", 1, "There is no [[role]] in it: add one"),
        ("contexts.toml", "terminators =", "ends =", 1, "The key terminators is missing"),
        ("contexts.toml", "\nkeep = 0.0", "\nkept = 0.0", FIRST_TABLE, "The key kept is unknown"),
        ("verdicts.toml", "\nfamilies =", "\nfamily =", 1, "The key family is unknown"),
        ("nearness.toml", "\nelsewhere = 0.0", "\n", FIRST_TABLE, "The key elsewhere is missing"),
        ("weights.toml", "\n[starts]\n", '\n[starts]\nodd = "a"\n', 1, "fit the weights again"),
    ],
)
def test_what_does_not_fit_is_told_with_file_and_line(
    lexicon: Path, file: str, old: str, new: str, line: int, words: str
) -> None:
    damage(lexicon, file, old, new)
    told = problem(lexicon)
    lines = (lexicon / file).read_text("utf-8").splitlines()
    line = line or next(number for number, each in enumerate(lines, start=1) if each.startswith("["))
    assert told.startswith(f"{file}:{line}: ")
    assert words in told


def test_an_id_in_two_files_is_told_at_the_second(lexicon: Path) -> None:
    content = (lexicon / "signals/all.toml").read_text("utf-8")
    (lexicon / "signals/more.toml").write_text(content, "utf-8")
    assert problem(lexicon).startswith("signals/more.toml:3: The signal xylotool stands in the lexicon twice")


def test_a_file_that_is_absent_or_no_text_is_told(lexicon: Path) -> None:
    (lexicon / "roles.toml").write_bytes(b"\xff\xfe")
    assert problem(lexicon).startswith("roles.toml:1: It cannot be read")
    (lexicon / "roles.toml").unlink()
    assert problem(lexicon).startswith("roles.toml:1: It cannot be read")


@pytest.mark.parametrize("arguments", [["roles"], ["serve", "--port", "1"], ["lexicon", "explain", "Django"]])
def test_a_lexicon_that_cannot_be_used_stops_every_command(
    lexicon: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    damage(lexicon, "signals/all.toml", "forms =", "form =")
    monkeypatch.setattr(module, "DATA", lexicon)
    load_lexicon.cache_clear()
    monkeypatch.setattr("rolelight.lexicon.explain.load_matcher", lambda: load_lexicon())
    try:
        result = CliRunner(env={"ROLELIGHT_FOLDER": str(lexicon)}).invoke(main, arguments)
    finally:
        load_lexicon.cache_clear()
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("signals/all.toml:3: The key form is unknown: use one of ")

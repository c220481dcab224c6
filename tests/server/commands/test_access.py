"""`rolelight tokens` and `rolelight pairings`: giving, listing and taking back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from callers import ORIGIN
from rolelight.api.tokens import NO_ORIGIN, Tokens
from rolelight.cli import main

FIREFOX = "moz-extension://12345678-90ab-cdef-1234-567890abcdef"

Run = Callable[..., Result]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "folder"


@pytest.fixture
def run(folder: Path) -> Run:
    return lambda *words: CliRunner().invoke(main, words, env={"ROLELIGHT_FOLDER": str(folder)})


def test_a_token_is_printed_once_on_a_line_of_its_own(run: Run, folder: Path) -> None:
    given = run("tokens", "add", "Ann  Smith", "--days", "30")
    token = given.stdout.strip()
    holder = Tokens(folder).find(token)
    assert holder is not None
    assert holder.person == "Ann Smith"
    assert "Good for 30 days. Ann Smith enters it" in given.stderr
    assert token not in run("tokens", "list").output


def test_tokens_are_listed_and_revoked_by_id(run: Run, folder: Path) -> None:
    for person in ("Ann Smith", "Ben Ode"):
        run("tokens", "add", person)
    ann, ben = Tokens(folder).all()
    assert run("tokens", "revoke", ann.id).exit_code == 0
    assert ann.expires == ben.expires
    assert ann.expires is not None
    day = ann.expires[:10]
    assert run("tokens", "list").stdout.splitlines() == [
        f"{ann.id}  until {day}  revoked  Ann Smith",
        f"{ben.id}  until {day}  Ben Ode",
    ]


def test_an_id_that_is_no_tokens_is_named_and_the_others_are_revoked(run: Run, folder: Path) -> None:
    run("tokens", "add", "Ann Smith")
    ended = run("tokens", "revoke", "nothing", Tokens(folder).all()[0].id)
    assert ended.exit_code == 2
    assert "There is no such token in use: nothing." in ended.stderr
    assert Tokens(folder).all()[0].revoked


@pytest.mark.parametrize("person", ["", "  ", "a" * 101, "Ann\x1b[31m"])
def test_a_name_that_could_not_be_listed_is_refused(run: Run, folder: Path, person: str) -> None:
    ended = run("tokens", "add", person)
    assert (ended.exit_code, ended.stdout) == (2, "")
    assert "1 to 100 letters" in ended.stderr
    assert not folder.exists()


@pytest.mark.parametrize("words", [("list",), ("revoke", "x"), ("add", "Ann Smith")])
def test_a_file_that_cannot_be_used_is_told_in_a_sentence(run: Run, folder: Path, words: tuple[str]) -> None:
    folder.mkdir()
    (folder / "tokens.sqlite3").write_bytes(b"damaged, and not to be written over" * 40)
    ended = run("tokens", *words)
    assert ended.exit_code == 2
    assert f"{folder}/tokens.sqlite3 cannot be read or written (" in ended.stderr


def test_pairings_are_listed_and_revoked_by_id(run: Run, folder: Path) -> None:
    kept = Tokens(folder)
    tokens = [kept.pair(origin) for origin in (ORIGIN, FIREFOX, NO_ORIGIN)]
    chromium, firefox, program = kept.all()
    assert run("pairings", "revoke", firefox.id).exit_code == 0
    day = chromium.created[:10]
    assert run("pairings", "list").stdout.splitlines() == [
        f"{chromium.id}  since {day}  Chromium, Chrome, Edge or Brave",
        f"{program.id}  since {day}  a program",
    ]
    assert [bool(kept.find(token)) for token in tokens] == [True, False, True]


def test_an_id_that_is_no_pairings_is_named(run: Run) -> None:
    ended = run("pairings", "revoke", "nothing")
    assert ended.exit_code == 2
    assert "There is no such pairing in use: nothing." in ended.stderr


def test_a_wrong_setting_is_told_before_anything_is_done(folder: Path) -> None:
    environment = {"ROLELIGHT_FOLDER": "not/full"}
    for words in (["pairings", "list"], ["tokens", "list"]):
        ended = CliRunner().invoke(main, words, env=environment)
        assert ended.exit_code == 2
        assert "ROLELIGHT_FOLDER must be a full path" in ended.stderr


def test_where_there_is_nothing_to_list_it_is_said_where_was_looked(run: Run, folder: Path) -> None:
    for words, sentence in (("pairings", "No browser is paired"), ("tokens", "Nobody has a token")):
        ended = run(words, "list")
        assert (ended.exit_code, ended.stdout) == (0, "")
        assert ended.stderr == f"{sentence}, by {folder}/tokens.sqlite3.\n"


def test_another_folder_can_be_named(run: Run, folder: Path, tmp_path: Path) -> None:
    other = str(tmp_path / "other")
    given = run("tokens", "add", "Ann Smith", "--folder", other)
    assert f"Kept, as a hash: {other}/tokens.sqlite3" in given.stderr
    assert "Ann Smith" in run("tokens", "list", "--folder", other).stdout
    assert not folder.exists()


def test_a_token_whose_time_is_over_is_marked(run: Run, folder: Path) -> None:
    Tokens(folder).give("Ann Smith", -1)
    assert run("tokens", "list").stdout.endswith("expired  Ann Smith\n")

"""The tokens of paired browsers: what the file keeps, who may read it, and that several may write to it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from callers import ORIGIN
from rolelight.api.tokens import EXTENSION_ORIGIN, NO_ORIGIN, Token, Tokens
from rolelight.errors import Refusal

FIREFOX = "moz-extension://12345678-90ab-cdef-1234-567890abcdef"


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(tmp_path / "folder")


def found(tokens: Tokens, token: str) -> Token:
    kept = tokens.find(token)
    assert kept is not None
    return kept


def test_a_token_leads_to_its_pairing(tokens: Tokens) -> None:
    assert found(tokens, tokens.pair(ORIGIN)).origin == ORIGIN


@pytest.mark.parametrize("token", ["", "x", "\udcff", "' or 1 = 1 --", "a" * 10_000])
def test_another_token_leads_nowhere(tokens: Tokens, token: str) -> None:
    assert tokens.find(token) is None
    tokens.pair(ORIGIN)
    assert tokens.find(token) is None


def test_a_token_has_256_bits_and_the_file_has_only_its_hash(tokens: Tokens) -> None:
    pairs = {tokens.pair(ORIGIN) for _ in range(3)}
    assert {len(token) for token in pairs} == {43}
    assert len(pairs) == 3
    assert not [token for token in pairs if token.encode() in tokens.file.read_bytes()]


def test_only_the_owner_can_read_the_folder_and_the_file(tokens: Tokens, tmp_path: Path) -> None:
    tokens.pair(ORIGIN)
    folder = tmp_path / "folder"
    assert [path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())] == [0o700, 0o600]


def test_asking_writes_nothing(tokens: Tokens, tmp_path: Path) -> None:
    tokens.find("x")
    tokens.origins()
    assert list(tmp_path.iterdir()) == []


def test_several_browsers_are_paired_at_once(tokens: Tokens) -> None:
    pairs = [tokens.pair(origin) for origin in (ORIGIN, FIREFOX, NO_ORIGIN)]
    assert all(tokens.find(token) for token in pairs)
    assert tokens.origins() == [ORIGIN, FIREFOX]


def test_one_is_unpaired_at_once_and_the_others_are_as_before(tokens: Tokens, tmp_path: Path) -> None:
    first, second = tokens.pair(ORIGIN), tokens.pair(FIREFOX)
    another_process = Tokens(tmp_path / "folder")
    assert another_process.revoke(found(tokens, first).id)
    assert tokens.find(first) is None
    assert found(tokens, second)
    assert tokens.origins() == [FIREFOX]


def test_nothing_is_lost_where_several_write_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        pairs = list(pool.map(lambda _: Tokens(tmp_path).pair(ORIGIN), range(24)))
    assert all(Tokens(tmp_path).find(token) for token in pairs)


def test_every_pairing_ends_when_the_file_is_deleted(tokens: Tokens) -> None:
    token = tokens.pair(ORIGIN)
    tokens.file.unlink()
    assert tokens.find(token) is None


def test_an_empty_file_pairs_nobody_and_is_mended_by_pairing(tokens: Tokens) -> None:
    tokens.file.parent.mkdir()
    tokens.file.touch()
    assert tokens.find("x") is None
    assert found(tokens, tokens.pair(FIREFOX))


@pytest.mark.parametrize("damaged", [b"{}", b"SQLite format 3\0", b"\0" * 5000])
def test_a_damaged_file_is_told_and_not_written_over(tokens: Tokens, damaged: bytes) -> None:
    tokens.file.parent.mkdir()
    tokens.file.write_bytes(damaged)
    with pytest.raises(Refusal, match="not_ready"):
        tokens.find("x")
    with pytest.raises(sqlite3.Error):
        tokens.pair(ORIGIN)
    assert tokens.file.read_bytes() == damaged


# Ends in the middle of writing, when some of it is in the file and the rest is not.
WRITE_AND_DIE = """
import os, sqlite3, sys
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("pragma cache_size = 2")
database.execute("begin immediate")
for number in range(500):
    row = (f"{number}", f"{number}", "x" * 500, None, "", None, None)
    database.execute("insert into tokens values (?, ?, ?, ?, ?, ?, ?)", row)
os._exit(1)
"""


def test_a_writer_that_is_killed_leaves_what_was_there_before(tokens: Tokens) -> None:
    token = tokens.pair(ORIGIN)
    subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(tokens.file)], check=False)
    assert tokens.file.with_name("tokens.sqlite3-journal").exists()
    assert found(tokens, token)
    assert len(tokens.pairings()) == 1


def test_why_a_file_cannot_be_read_is_logged(tokens: Tokens, caplog: pytest.LogCaptureFixture) -> None:
    tokens.file.parent.mkdir()
    tokens.file.write_bytes(b"damaged")
    with pytest.raises(Refusal, match="not_ready"):
        tokens.find("x")
    assert caplog.messages == [f"{tokens.file} cannot be read: SQLITE_NOTADB"]


def test_a_persons_token_is_no_pairing(tokens: Tokens) -> None:
    tokens.give("Ann Smith", 90)
    assert tokens.pairings() == []


@pytest.mark.parametrize(
    ("origin", "is_known"),
    [(ORIGIN, True), (FIREFOX, False), (None, False), ("", False), ("https://evil.example", False)],
)
def test_only_the_origin_of_a_paired_browser_is_known(
    tokens: Tokens, origin: str | None, is_known: bool
) -> None:
    assert not tokens.knows(origin)
    tokens.pair(ORIGIN)
    tokens.pair(NO_ORIGIN)
    assert tokens.knows(origin) is is_known


@pytest.mark.parametrize(
    ("given_to", "origin", "is_admitted"),
    [(ORIGIN, ORIGIN, True), (ORIGIN, FIREFOX, False), (ORIGIN, None, False), (NO_ORIGIN, None, True),
     (NO_ORIGIN, ORIGIN, False), (NO_ORIGIN, "null", False)],
)  # fmt: skip
def test_a_pairing_is_good_for_its_own_origin_alone(
    tokens: Tokens, given_to: str, origin: str | None, is_admitted: bool
) -> None:
    assert found(tokens, tokens.pair(given_to)).admits(origin) is is_admitted


@pytest.mark.parametrize(
    "origin",
    ["https://example.com", "chrome-extension://", "chrome-extension://a.*", "xchrome-extension://abc",
     "chrome-extension://abc\n", "chrome-extension://abc/", "null", ""],
)  # fmt: skip
def test_only_extensions_have_an_extensions_origin(origin: str) -> None:
    assert EXTENSION_ORIGIN.fullmatch(origin) is None

"""A team's tokens: what the file keeps, who may read it, and when a token is good."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from callers import ORIGIN
from rolelight.errors import Refusal
from rolelight.shared.tokens import Token, Tokens

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


def found(tokens: Tokens, token: str) -> Token:
    holder = tokens.find(token)
    assert holder is not None
    return holder


def test_a_token_leads_to_its_person(tokens: Tokens) -> None:
    ann, ben = tokens.add("Ann Smith", 90), tokens.add("Ben Ode", 90)
    assert found(tokens, ann).person == "Ann Smith"
    assert found(tokens, ben).person == "Ben Ode"


@pytest.mark.parametrize("token", ["", "x", "\udcff", "' or 1 = 1 --", "a" * 10_000])
def test_another_token_leads_nowhere(tokens: Tokens, token: str) -> None:
    tokens.add("Ann Smith", 90)
    assert tokens.find(token) is None


def test_a_token_has_256_bits_and_the_file_has_only_its_hash(tokens: Tokens, tmp_path: Path) -> None:
    token = tokens.add("Ann Smith", 90)
    assert len(token) == 43
    assert token.encode() not in (tmp_path / "folder/tokens.sqlite3").read_bytes()


def test_only_the_owner_can_read_the_folder_and_the_file(tokens: Tokens, tmp_path: Path) -> None:
    tokens.add("Ann Smith", 90)
    folder = tmp_path / "folder"
    assert [path.stat().st_mode & 0o777 for path in (folder, *folder.iterdir())] == [0o700, 0o600]


@pytest.mark.parametrize(("days", "is_good"), [(0, True), (89, True), (90, False), (1000, False)])
def test_a_token_is_good_for_its_days(tmp_path: Path, days: int, is_good: bool) -> None:
    token = Tokens(tmp_path, lambda: DAY).add("Ann Smith", 90)
    later = Tokens(tmp_path, lambda: DAY + timedelta(days=days))
    if is_good:
        assert found(later, token).expires == "2027-02-21T12:00:00+00:00"
        return
    with pytest.raises(Refusal, match="token_expired"):
        later.find(token)


def test_a_clock_that_jumps_back_ends_no_token(tmp_path: Path) -> None:
    token = Tokens(tmp_path, lambda: DAY).add("Ann Smith", 90)
    assert found(Tokens(tmp_path, lambda: DAY - timedelta(days=5000)), token)


def test_a_revoked_token_is_nobodys_at_once_and_another_is_as_before(tokens: Tokens, tmp_path: Path) -> None:
    ann, ben = tokens.add("Ann Smith", 90), tokens.add("Ben Ode", 90)
    another_process = Tokens(tmp_path / "folder")
    assert another_process.revoke(found(tokens, ann).id)
    assert tokens.find(ann) is None
    assert found(tokens, ben)
    assert [bool(each.revoked) for each in tokens.all()] == [True, False]


def test_a_token_is_revoked_once(tokens: Tokens) -> None:
    token_id = found(tokens, tokens.add("Ann Smith", 90)).id
    assert [tokens.revoke(each) for each in (token_id, token_id, "nothing")] == [True, False, False]


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0"])
def test_without_a_file_to_read_nobody_is_told_that_a_token_is_wrong(
    tokens: Tokens, tmp_path: Path, content: bytes | None
) -> None:
    """Else an extension would forget a good token."""
    if content is not None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "folder/tokens.sqlite3").write_bytes(content)
    with pytest.raises(Refusal, match="not_ready"):
        tokens.find("any")


def test_a_read_only_file_is_enough_to_check_tokens(tokens: Tokens, tmp_path: Path) -> None:
    token = tokens.add("Ann Smith", 90)
    before = (tmp_path / "folder/tokens.sqlite3").read_bytes()
    found(tokens, token)
    assert (tmp_path / "folder/tokens.sqlite3").read_bytes() == before
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["tokens.sqlite3"]


def test_a_check_waits_for_nobody_who_only_reads(tokens: Tokens, tmp_path: Path) -> None:
    token = tokens.add("Ann Smith", 90)
    with sqlite3.connect(tmp_path / "folder/tokens.sqlite3") as reader:
        reader.execute("begin")
        reader.execute("select * from tokens").fetchall()
        assert found(tokens, token)
    reader.close()


@pytest.mark.parametrize(
    ("origin", "is_admitted"),
    [(None, True), (ORIGIN, True), ("moz-extension://1-2", True), ("https://evil.example", False),
     ("null", False), ("https://rolelight.example.com", False)],
)  # fmt: skip
def test_a_token_works_in_extensions_and_programs_but_not_from_a_web_page(
    tokens: Tokens, origin: str | None, is_admitted: bool
) -> None:
    assert found(tokens, tokens.add("Ann Smith", 90)).admits(origin) is is_admitted

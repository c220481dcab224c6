"""The tokens of a team's people: whose they are, and when they are good."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from callers import ORIGIN
from rolelight.api.tokens import Token, Tokens
from rolelight.errors import Refusal

DAY = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(tmp_path / "folder", needed=True)


def found(tokens: Tokens, token: str) -> Token:
    kept = tokens.find(token)
    assert kept is not None
    return kept


def test_a_token_leads_to_its_person(tokens: Tokens) -> None:
    ann, ben = tokens.give("Ann Smith", 90), tokens.give("Ben Ode", 90)
    assert found(tokens, ann).person == "Ann Smith"
    assert found(tokens, ben).person == "Ben Ode"


@pytest.mark.parametrize(("days", "is_good"), [(0, True), (89, True), (90, False), (1000, False)])
def test_a_token_is_good_for_its_days(tmp_path: Path, days: int, is_good: bool) -> None:
    token = Tokens(tmp_path, now=lambda: DAY).give("Ann Smith", 90)
    later = Tokens(tmp_path, now=lambda: DAY + timedelta(days=days))
    if is_good:
        assert found(later, token).expires == "2027-02-21T12:00:00+00:00"
        return
    with pytest.raises(Refusal, match="token_expired"):
        later.find(token)


def test_a_clock_that_jumps_back_ends_no_token(tmp_path: Path) -> None:
    token = Tokens(tmp_path, now=lambda: DAY).give("Ann Smith", 90)
    assert found(Tokens(tmp_path, now=lambda: DAY - timedelta(days=5000)), token)


def test_a_token_is_revoked_once(tokens: Tokens) -> None:
    token_id = found(tokens, tokens.give("Ann Smith", 90)).id
    assert [tokens.revoke(each) for each in (token_id, token_id, "nothing")] == [True, False, False]


@pytest.mark.parametrize("content", [None, b"", b"no database", b"SQLite format 3\0"])
def test_without_a_file_to_read_nobody_is_told_that_a_token_is_wrong(
    tokens: Tokens, content: bytes | None
) -> None:
    """Else an extension would forget a good token."""
    if content is not None:
        tokens.file.parent.mkdir()
        tokens.file.write_bytes(content)
    with pytest.raises(Refusal, match="not_ready"):
        tokens.find("any")


def test_a_check_writes_nothing(tokens: Tokens) -> None:
    token = tokens.give("Ann Smith", 90)
    before = tokens.file.read_bytes()
    found(tokens, token)
    assert tokens.file.read_bytes() == before
    assert [path.name for path in tokens.file.parent.iterdir()] == [tokens.file.name]


@pytest.mark.parametrize(
    ("origin", "is_admitted"),
    [(None, True), (ORIGIN, True), ("moz-extension://1-2", True), ("https://evil.example", False),
     ("null", False), ("https://rolelight.example.com", False)],
)  # fmt: skip
def test_a_token_works_in_extensions_and_programs_but_not_from_a_web_page(
    tokens: Tokens, origin: str | None, is_admitted: bool
) -> None:
    assert found(tokens, tokens.give("Ann Smith", 90)).admits(origin) is is_admitted

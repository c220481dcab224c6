"""A team's tokens: who holds one, until when, and whether it was taken back, in one SQLite file.

The server only reads the file, so that it serves from a read-only or full disk; `rolelight tokens` writes it.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rolelight.api.access import EXTENSION_ORIGIN, sha256_of
from rolelight.errors import Refusal

TABLE = """create table if not exists tokens (
    id text primary key, person text not null, sha256 text not null unique,
    created text not null, expires text not null, revoked text)"""

# How long a reader waits for `rolelight tokens` to finish writing, in seconds.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: not itself, only its hash. The times are in ISO's form, in UTC."""

    id: str
    person: str
    sha256: str
    created: str
    expires: str
    revoked: str | None

    def admits(self, origin: str | None) -> bool:
        """Whether the request comes from an extension, or from no browser: a person may use several."""
        return origin is None or bool(EXTENSION_ORIGIN.fullmatch(origin))


class Tokens:
    """The tokens of a team. Every question reads the file anew, so that a revoked token is so at once."""

    def __init__(self, folder: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._file, self._now = folder / "tokens.sqlite3", now

    def find(self, token: str) -> Token | None:
        """What is kept of the token. Raises Refusal token_expired, and not_ready without a file to read."""
        try:
            found = self._select("where sha256 = ? and revoked is null", sha256_of(token))
        except sqlite3.Error:
            raise Refusal("not_ready") from None
        if found and found[0].expires <= _text(self._now()):
            raise Refusal("token_expired")
        return found[0] if found else None

    def all(self) -> list[Token]:
        """Every token that was ever given, oldest first. Raises sqlite3.Error where there is no file."""
        return self._select("order by rowid")

    def add(self, person: str, days: int) -> str:
        """A new token for that person, good for so many days; only its hash is kept."""
        token, now = secrets.token_urlsafe(32), self._now()
        times = (_text(now), _text(now + timedelta(days=days)))
        with self._writing() as database:
            database.execute(
                "insert into tokens values (?, ?, ?, ?, ?, null)",
                (secrets.token_hex(4), person, sha256_of(token), *times),
            )
        return token

    def revoke(self, token_id: str) -> bool:
        """Take that token back; False where there is none of that id, or it was taken back before."""
        with self._writing() as database:
            changed = database.execute(
                "update tokens set revoked = ? where id = ? and revoked is null",
                (_text(self._now()), token_id),
            )
            return changed.rowcount == 1

    def knows(self, origin: str | None) -> bool:
        """Whether it is an extension's: any may belong to the team."""
        return bool(EXTENSION_ORIGIN.fullmatch(origin or ""))

    def origins(self) -> list[str]:
        """None: an extension with permission for the team's address needs no CORS; nobody else gets it."""
        return []

    def _select(self, condition: str, *values: str) -> list[Token]:
        with _opened(f"{self._file.as_uri()}?mode=ro") as database:
            rows = database.execute(f"select * from tokens {condition}", values)  # noqa: S608 - our own words
            return [Token(*row) for row in rows]

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The file, made where it is missing, readable by its owner alone; all is written or nothing."""
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self._file, os.O_CREAT | os.O_WRONLY, 0o600))
        with _opened(self._file.as_uri()) as database, database:
            database.execute(TABLE)
            yield database


@contextmanager
def _opened(uri: str) -> Iterator[sqlite3.Connection]:
    """A connection that is closed again, which sqlite3's own context does not do."""
    database = sqlite3.connect(uri, timeout=PATIENCE, uri=True)
    try:
        yield database
    finally:
        database.close()


def _text(time: datetime) -> str:
    return time.isoformat(timespec="seconds")

"""Who may ask: the tokens of paired browsers, or of a team's people, in one SQLite file.

The server reads the file for each request, so that what is revoked is so at once. It writes it only to pair
a browser; the rest is done by `rolelight pairings` and `rolelight tokens`.
"""

from __future__ import annotations

import hashlib
import hmac
import logging
import os
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from rolelight.errors import Refusal

log = logging.getLogger(__name__)

FILE_NAME = "tokens.sqlite3"

# Exact, and free of characters with a meaning in a regular expression: flask-cors guesses from those.
EXTENSION_ORIGIN = re.compile(r"(?:chrome|moz)-extension://[a-z0-9-]{1,64}")

# What stands in the place of an origin for a program that is no browser: its requests have none.
NO_ORIGIN = ""

TABLE = """create table if not exists tokens (
    id text primary key, sha256 text not null unique, origin text, person text,
    created text not null, expires text, revoked text)"""

# How long a reader waits for a writer, in seconds.
PATIENCE = 5.0


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept: not itself, only its hash. The times are in ISO's form, in UTC.

    A pairing has the ``origin`` that it was given to, or NO_ORIGIN. A person's token has a ``person`` and the
    end of its time, and any extension of theirs may use it.
    """

    id: str
    sha256: str
    origin: str | None
    person: str | None
    created: str
    expires: str | None
    revoked: str | None

    def admits(self, origin: str | None) -> bool:
        """Whether the token may be used from that Origin; None is that of a program."""
        if self.origin is None:
            return origin is None or bool(EXTENSION_ORIGIN.fullmatch(origin))
        return self.origin == (origin or NO_ORIGIN)


class Tokens:
    """The tokens in a folder. Without a file nobody has one; where it is ``needed``, that is a failure."""

    def __init__(
        self, folder: Path, needed: bool = False, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self.file, self._needed, self._now = folder / FILE_NAME, needed, now

    def find(self, token: str) -> Token | None:
        """What is kept of the token. Raises Refusal token_expired; not_ready without a file to read."""
        found = self._for_request("where sha256 = ? and revoked is null", _sha256(token))
        if found and found[0].expires and found[0].expires <= _text(self._now()):
            raise Refusal("token_expired")
        return found[0] if found else None

    def proofs(self, challenge: str, address: str) -> list[str]:
        """For each pairing, what only its holder and we can work out: that we are no impostor.

        HMAC-SHA256 (RFC 2104) of challenge and address, by the token's hash. The address keeps an impostor on
        another port from passing the challenge on to us.
        """
        message = f"{challenge} {address}".encode()
        return [hmac.digest(bytes.fromhex(kept.sha256), message, "sha256").hex() for kept in self.pairings()]

    def knows(self, origin: str | None) -> bool:
        """Whether an Origin may be that of a holder, before there is a token to go by."""
        if not EXTENSION_ORIGIN.fullmatch(origin or ""):
            return False
        condition = "where revoked is null and (origin = ? or origin is null) limit 1"
        return bool(self._if_readable(condition, origin or ""))

    def origins(self) -> list[str]:
        """The origins of paired browsers, each once: those that get CORS. A person's extension needs none."""
        tokens = self._if_readable("where revoked is null and origin <> ?", NO_ORIGIN)
        return sorted({token.origin for token in tokens if token.origin})

    def pair(self, origin: str) -> str:
        """A new token for a browser with that origin, or a program. Raises sqlite3.Error, OSError."""
        return self._add(origin, None, None)

    def give(self, person: str, days: int) -> str:
        """A new token for that person, good for so many days. Raises as pair does."""
        return self._add(None, person, _text(self._now() + timedelta(days=days)))

    def revoke(self, token_id: str) -> bool:
        """Take that token back; False where there is none of that id, or it was taken back before."""
        with self._writing() as database:
            changed = database.execute(
                "update tokens set revoked = ? where id = ? and revoked is null",
                (_text(self._now()), token_id),
            )
            return changed.rowcount == 1

    def pairings(self) -> list[Token]:
        """The tokens of browsers and programs that are paired now, oldest first. Raises Refusal not_ready."""
        return self._for_request("where revoked is null and origin is not null order by rowid")

    def all(self) -> list[Token]:
        """Every token that there ever was, oldest first. Raises sqlite3.Error without a file to read."""
        return self._select("order by rowid")

    def _for_request(self, condition: str, *values: str) -> list[Token]:
        """Not told as "not paired" where it cannot be known, else an extension would forget a good token."""
        try:
            return self._select(condition, *values)
        except sqlite3.Error as error:
            log.error("%s cannot be read: %s", self.file, getattr(error, "sqlite_errorname", "damaged"))
            raise Refusal("not_ready") from None

    def _if_readable(self, condition: str, *values: str) -> list[Token]:
        """For what every request asks, that of whoever has no token too: nobody, where it cannot be known."""
        try:
            return self._select(condition, *values)
        except sqlite3.Error:
            return []

    def _select(self, condition: str, *values: str) -> list[Token]:
        if not (self._needed or self._has_content()):
            return []
        try:
            return self._query("ro", condition, values)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                raise
            # A writer was killed: opened for writing, the file takes back what that one had begun.
            return self._query("rw", condition, values)

    def _query(self, mode: str, condition: str, values: tuple[str, ...]) -> list[Token]:
        with _opened(f"{self.file.as_uri()}?mode={mode}") as database:
            rows = database.execute(f"select * from tokens {condition}", values)  # noqa: S608 - our own words
            return [Token(*row) for row in rows]

    def _has_content(self) -> bool:
        return self.file.exists() and self.file.stat().st_size > 0

    def _add(self, origin: str | None, person: str | None, expires: str | None) -> str:
        token = secrets.token_urlsafe(32)
        kept = Token(secrets.token_hex(4), _sha256(token), origin, person, _text(self._now()), expires, None)
        with self._writing() as database:
            database.execute("insert into tokens values (?, ?, ?, ?, ?, ?, ?)", astuple(kept))
        return token

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """The file, made where it is missing, readable by its owner alone; all is written or nothing."""
        self.file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(self.file, os.O_CREAT | os.O_WRONLY, 0o600))
        with _opened(self.file.as_uri()) as database, database:
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


def _sha256(token: str) -> str:
    """The hash that is kept in a token's place: with 256 bits of chance, it needs no slow one."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _text(time: datetime) -> str:
    return time.isoformat(timespec="seconds")

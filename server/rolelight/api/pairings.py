"""The paired browsers: their origins and the hashes of their tokens, in one small file."""

from __future__ import annotations

import hmac
import json
import os
import re
import secrets
import tempfile
import threading
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from rolelight.api.access import EXTENSION_ORIGIN, sha256_of

SHA256 = re.compile(r"[0-9a-f]{64}")

# What stands in the place of an origin for a program that is no browser: such a request has none.
NO_ORIGIN = ""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One paired browser: the hash of its token, the extension's origin, and when it was paired.

    A program that is no browser has NO_ORIGIN.
    """

    token_sha256: str
    origin: str
    created: str

    @property
    def id(self) -> str:
        """What lists and logs call it: the beginning of the hash, which tells nothing of the token."""
        return self.token_sha256[:8]

    @property
    def person(self) -> None:
        """Nobody: one's own machine knows no names."""

    @property
    def expires(self) -> None:
        """Never: a pairing lasts until it is revoked."""

    def admits(self, origin: str | None) -> bool:
        """Whether that is the origin which the token was given to."""
        return (origin or NO_ORIGIN) == self.origin


class Pairings:
    """The paired browsers, kept in one file that several processes may share."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "pairings.json"
        self._lock = threading.Lock()
        self._stamp: tuple[int, int, int] | None = None
        self._pairings: tuple[Pairing, ...] = ()

    def all(self) -> tuple[Pairing, ...]:
        """The pairings of now: the file is read again whenever it has changed."""
        with self._lock:
            stamp = _stamp(self._file)
            if stamp != self._stamp:
                self._stamp, self._pairings = stamp, _read(self._file)
            return self._pairings

    def add(self, origin: str) -> str:
        """Pair the browser with that origin and return its token, of which only the hash is kept."""
        token = secrets.token_urlsafe(32)
        created = datetime.now(UTC).isoformat(timespec="seconds")
        pairing = Pairing(sha256_of(token), origin, created)
        with self._lock:
            _write(self._file, (*_read(self._file), pairing))
        return token

    def find(self, token: str) -> Pairing | None:
        """The pairing that the token belongs to, or None."""
        digest = sha256_of(token)
        matches = [each for each in self.all() if hmac.compare_digest(each.token_sha256, digest)]
        return matches[0] if matches else None

    def revoke(self, pairing_id: str) -> bool:
        """Take back the token of that pairing, at once; False where there is no such pairing."""
        with self._lock:
            pairings = _read(self._file)
            kept = tuple(pairing for pairing in pairings if pairing.id != pairing_id)
            if len(kept) < len(pairings):
                _write(self._file, kept)
            return len(kept) < len(pairings)

    def knows(self, origin: str | None) -> bool:
        """Whether a browser with that origin is paired."""
        return origin in self.origins()

    def origins(self) -> list[str]:
        """The origins of the paired browsers, each once."""
        return sorted({pairing.origin for pairing in self.all() if pairing.origin != NO_ORIGIN})


def _stamp(file: Path) -> tuple[int, int, int] | None:
    """What changes when the file does: an atomic replacement is a new inode even within one clock tick."""
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino


def _read(file: Path) -> tuple[Pairing, ...]:
    """The pairings in the file; none where it is missing or damaged, so that pairing anew mends it."""
    try:
        pairings = [Pairing(**each) for each in json.loads(file.read_text("utf-8"))["pairings"]]
        return tuple(each for each in pairings if _is_sound(each))
    except (OSError, ValueError, TypeError, KeyError):
        return ()


def _is_sound(pairing: Pairing) -> bool:
    has_origin = pairing.origin == NO_ORIGIN or EXTENSION_ORIGIN.fullmatch(pairing.origin)
    return bool(has_origin and SHA256.fullmatch(pairing.token_sha256))


def _write(file: Path, pairings: tuple[Pairing, ...]) -> None:
    """Replace the file in one step, readable by its owner alone."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = json.dumps({"pairings": [asdict(pairing) for pairing in pairings]}, indent=2)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix="pairings-")  # mode 0600
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(content)
    Path(name).replace(file)

"""The paired browsers: their origins and the hashes of their tokens, in one small file."""

from __future__ import annotations

import hashlib
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

# Exact, and free of characters with a meaning in a regular expression: flask-cors guesses from those.
EXTENSION_ORIGIN = re.compile(r"(?:chrome|moz)-extension://[a-z0-9-]{1,64}")
SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pairing:
    """One paired browser: the hash of its token, the extension's origin, and when it was paired."""

    token_sha256: str
    origin: str
    created: str


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
        pairing = Pairing(_sha256(token), origin, created)
        with self._lock:
            _write(self._file, (*_read(self._file), pairing))
        return token

    def find(self, token: str) -> Pairing | None:
        """The pairing that the token belongs to, or None."""
        digest = _sha256(token)
        matches = [each for each in self.all() if hmac.compare_digest(each.token_sha256, digest)]
        return matches[0] if matches else None

    def origins(self) -> list[str]:
        """The origins of the paired browsers, each once."""
        return sorted({pairing.origin for pairing in self.all()} - {""})


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


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
    origin = pairing.origin
    return bool(
        (origin == "" or EXTENSION_ORIGIN.fullmatch(origin)) and SHA256.fullmatch(pairing.token_sha256)
    )


def _write(file: Path, pairings: tuple[Pairing, ...]) -> None:
    """Replace the file in one step, readable by its owner alone."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    content = json.dumps({"pairings": [asdict(pairing) for pairing in pairings]}, indent=2)
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix="pairings-")  # mode 0600
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        stream.write(content)
    Path(name).replace(file)

"""The start link: whoever opens it is the person who started the server, and sees the pairing code."""

from __future__ import annotations

import hmac
import secrets
import threading
from collections.abc import Callable
from contextlib import suppress


class StartLink:
    """A secret that can be exchanged once for the owner's cookie; then there is a new one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cookie = secrets.token_urlsafe(32)
        self._tell: Callable[[str], None] = lambda _: None
        self.secret = secrets.token_urlsafe(16)

    def follow(self, tell: Callable[[str], None]) -> None:
        """Have ``tell`` told the secret, now and whenever it is a new one."""
        with self._lock:
            self._tell = tell
            tell(self.secret)

    def redeem(self, secret: str) -> str | None:
        """The cookie for the browser that brings the secret first; None for any other."""
        with self._lock:
            if not _equal(secret, self.secret):
                return None
            self.secret = secrets.token_urlsafe(16)
            with suppress(OSError):  # Where the disk is full, this browser is let in all the same.
                self._tell(self.secret)
            return self._cookie

    def is_opened_by(self, cookie: str) -> bool:
        """Whether the cookie is the one that is handed out for the link."""
        return _equal(cookie, self._cookie)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

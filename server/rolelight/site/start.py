"""The start link: whoever opens it is the person who started the server, and sees the pairing code."""

from __future__ import annotations

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress

# Browsers send a cookie to every port of this machine, another user's too: it is soon worth nothing.
COOKIE_SECONDS = 3600


class StartLink:
    """A secret that can be exchanged once for the owner's cookie; then there is a new one."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._lock, self._now = threading.Lock(), now
        self._cookie, self._expires = "", 0.0
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
            if not self._is_fresh():
                self._cookie = secrets.token_urlsafe(32)
            self._expires = self._now() + COOKIE_SECONDS
            with suppress(OSError):  # Where the disk is full, this browser is let in all the same.
                self._tell(self.secret)
            return self._cookie

    def is_opened_by(self, cookie: str) -> bool:
        """Whether the cookie is the one that was handed out for the link, in the hour before."""
        return self._is_fresh() and _equal(cookie, self._cookie)

    def _is_fresh(self) -> bool:
        return self._now() < self._expires


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

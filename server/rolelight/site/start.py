"""The start link: whoever opens it first is the person who started the server, and sees the pairing code."""

from __future__ import annotations

import hmac
import secrets
import threading


class StartLink:
    """A secret that can be exchanged once for a browser's own secret. Both live in memory alone."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cookie = secrets.token_urlsafe(32)
        self._unused = True
        self.secret = secrets.token_urlsafe(16)

    def redeem(self, secret: str) -> str | None:
        """The cookie for the first browser that brings the link's secret; None for any other."""
        with self._lock:
            if not (self._unused and _equal(secret, self.secret)):
                return None
            self._unused = False
            return self._cookie

    def is_opened_by(self, cookie: str) -> bool:
        """Whether the cookie is the one that was handed out for the link."""
        return not self._unused and _equal(cookie, self._cookie)


def _equal(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode("utf-8", "replace"))

"""The pairing code: short, shown on the start page alone, good once and for a few minutes."""

from __future__ import annotations

import hmac
import re
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from rolelight.errors import PAUSE_SECONDS, Refusal

# No 0, 1, I, L or O: a code is read from one window and typed into another.
CODE_CHARACTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
CODE_LENGTH = 8
CODE_TRIES = 5


@dataclass(frozen=True, slots=True)
class Code:
    """The present pairing code as it is shown, or None and the seconds to wait for the next one."""

    text: str | None
    seconds_left: int


class PairingCodes:
    """The present one-time code. It expires, allows few tries, and is never written anywhere."""

    def __init__(self, seconds: float, now: Callable[[], float] = time.monotonic) -> None:
        self._seconds, self._now = seconds, now
        self._lock = threading.Lock()
        self._text, self._expires, self._tries, self._paused_until = "", 0.0, 0, 0.0

    def show(self) -> Code:
        """The code to show; a new one where the last was used, tried too often or is out of date."""
        with self._lock:
            now = self._now()
            if now < self._paused_until:
                return Code(None, round(self._paused_until - now))
            if not self._text or now >= self._expires:
                self._renew(now)
            return Code(f"{self._text[:4]}-{self._text[4:]}", round(self._expires - now))

    def redeem(self, attempt: str) -> None:
        """Use the code up. Raises Refusal wrong_code; for a minute after five wrong tries, too_many_tries."""
        with self._lock:
            now = self._now()
            if now < self._paused_until:
                raise Refusal("too_many_tries")
            if self._matches(attempt) and now < self._expires:
                self._text = ""
                return
            self._count_try(now)
            raise Refusal("wrong_code")

    def _renew(self, now: float) -> None:
        self._text = "".join(secrets.choice(CODE_CHARACTERS) for _ in range(CODE_LENGTH))
        self._expires, self._tries = now + self._seconds, 0

    def _matches(self, attempt: str) -> bool:
        typed = re.sub(r"[\s-]", "", attempt).upper()
        return bool(self._text) and hmac.compare_digest(typed.encode(), self._text.encode())

    def _count_try(self, now: float) -> None:
        self._tries += 1
        if self._tries >= CODE_TRIES:
            self._text, self._tries, self._paused_until = "", 0, now + PAUSE_SECONDS

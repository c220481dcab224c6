"""Who holds a token: what the guard asks, whether pairings on one machine or a team's tokens answer it."""

from __future__ import annotations

import hashlib
import re
from typing import Protocol

# Exact, and free of characters with a meaning in a regular expression: flask-cors guesses from those.
EXTENSION_ORIGIN = re.compile(r"(?:chrome|moz)-extension://[a-z0-9-]{1,64}")


class Holder(Protocol):
    """Whose a token is. ``expires`` is a date and time in ISO's form, or None."""

    @property
    def id(self) -> str:
        """What lists and logs call it: it tells nothing of the token."""

    @property
    def person(self) -> str | None:
        """The person whom a team gave the token to; None on one's own machine."""

    @property
    def expires(self) -> str | None:
        """The end of the token's time, in UTC."""

    def admits(self, origin: str | None) -> bool:
        """Whether the token may be used from that Origin; None is a program that is no browser."""


class Access(Protocol):
    """Those who may ask for readings. Each method sees what has changed since the server started."""

    def find(self, token: str) -> Holder | None:
        """The holder of the token, or None. Raises Refusal token_expired, and not_ready if it cannot tell."""

    def knows(self, origin: str | None) -> bool:
        """Whether an Origin may be one of theirs, before there is a token to go by."""

    def origins(self) -> list[str]:
        """The origins that browsers may be told to let through (CORS)."""


def sha256_of(token: str) -> str:
    """The hash that is kept in a token's place: a token has 256 bits of chance, and needs no slow hash."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()

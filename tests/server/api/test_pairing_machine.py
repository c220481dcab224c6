"""Pairing in any order of events: only a fresh, right code gives a token, good for who sent it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule
from werkzeug.test import TestResponse

from callers import ADDRESS, ORIGIN
from rolelight.api.codes import CODE_TRIES, PairingCodes
from rolelight.api.tokens import Tokens
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.errors import PAUSE_SECONDS
from rolelight.site.start import StartLink
from rolelight.state import LocalState

CODE_SECONDS = 600.0
ORIGINS = (ORIGIN, "moz-extension://12345678-90ab-cdef-1234-567890abcdef", None)
PAGES = ("https://evil.example", "null", "http://127.0.0.1:8765")
WRONG = "AAAA-0000"  # no code has a 0


def origin_header(origin: str | None) -> dict[str, str]:
    """As a browser sends it; a program sends none."""
    return {"Origin": origin} if origin else {}


class Pairing(RuleBasedStateMachine):
    """A server with a clock of its own, beside a model of what should be: the code, the tries, the tokens."""

    tokens = Bundle("tokens")

    def __init__(self) -> None:
        super().__init__()
        self.clock = 1000.0
        self._folder = tempfile.TemporaryDirectory()
        chosen = Settings(folder=Path(self._folder.name))
        codes = PairingCodes(CODE_SECONDS, lambda: self.clock)
        self.state = LocalState(chosen, Tokens(chosen.folder), codes, StartLink())
        self.client = create_app(chosen, self.state).test_client()
        self.code, self.expires, self.tries, self.paused_until = "", 0.0, 0, 0.0
        self.good: dict[str, str | None] = {}
        self.revoked: set[str] = set()

    def teardown(self) -> None:
        """Remove the folder."""
        self._folder.cleanup()

    def ask(self, token: str, origin: str | None) -> TestResponse:
        """The reply to asking whose the token is."""
        headers = {"Authorization": f"Bearer {token}"} | origin_header(origin)
        return self.client.get("/api/v1/pairing", base_url=ADDRESS, headers=headers)

    def pair(self, origin: str | None, code: str) -> TestResponse:
        """The reply to pairing with that code."""
        headers = origin_header(origin)
        return self.client.post("/api/v1/pairings", base_url=ADDRESS, headers=headers, json={"code": code})

    @rule(seconds=st.sampled_from([1.0, PAUSE_SECONDS, CODE_SECONDS, 1e6]))
    def wait(self, seconds: float) -> None:
        """Time goes by."""
        self.clock += seconds

    @rule()
    def look_at_the_start_page(self) -> None:
        """A code is shown, the same as long as it is good; none while there is a pause."""
        shown = self.state.codes.show().text
        if self.clock < self.paused_until:
            assert shown is None
            return
        assert shown is not None
        if self.code and self.clock < self.expires:
            assert shown == self.code
        else:
            self.code, self.expires, self.tries = shown, self.clock + CODE_SECONDS, 0

    @rule(origin=st.sampled_from(ORIGINS))
    def enter_a_wrong_code(self, origin: str | None) -> None:
        """It is refused; after a few, everybody is."""
        reply = self.pair(origin, WRONG)
        if self.clock < self.paused_until:
            assert reply.status_code == 429
            return
        assert reply.status_code == 403
        self.tries += 1
        if self.tries >= CODE_TRIES:
            self.code, self.tries, self.paused_until = "", 0, self.clock + PAUSE_SECONDS

    @precondition(lambda self: self.code)
    @rule(target=tokens, origin=st.sampled_from(ORIGINS))
    def enter_the_code(self, origin: str | None) -> str:
        """It gives a token if it is fresh, and is used up."""
        reply = self.pair(origin, self.code.lower().replace("-", " "))
        if self.clock < self.paused_until:
            assert reply.status_code == 429
            return ""
        if self.clock >= self.expires:
            assert reply.status_code == 403
            self.tries += 1
            if self.tries >= CODE_TRIES:
                self.code, self.tries, self.paused_until = "", 0, self.clock + PAUSE_SECONDS
            return ""
        assert reply.status_code == 201
        assert reply.json is not None
        token = str(reply.json["token"])
        self.code, self.good[token] = "", origin
        return token

    @rule(page=st.sampled_from(PAGES))
    def enter_the_code_on_a_web_page(self, page: str) -> None:
        """It is refused before the code is looked at: it costs no try."""
        assert self.pair(page, self.code or WRONG).status_code == 403

    @rule(token=tokens, origin=st.sampled_from((*ORIGINS, *PAGES)))
    def use_a_token(self, token: str, origin: str | None) -> None:
        """It works from its own origin alone, until it is revoked."""
        reply = self.ask(token, origin)
        if token not in self.good or token in self.revoked:
            assert reply.status_code == 401
        else:
            assert reply.status_code == (200 if origin == self.good[token] else 403)

    @rule(token=tokens)
    def revoke_a_token(self, token: str) -> None:
        """As `rolelight pairings revoke` does, in another process."""
        if token not in self.good or token in self.revoked:
            return
        kept = Tokens(self.state.settings.folder)
        holder = kept.find(token)
        assert holder is not None
        assert kept.revoke(holder.id)
        self.revoked.add(token)

    @invariant()
    def cors_is_for_the_paired_browsers_alone(self) -> None:
        """Whoever is paired now, and nobody else."""
        paired = {origin for token, origin in self.good.items() if token not in self.revoked and origin}
        assert set(self.state.tokens.origins()) == paired


TestPairing = Pairing.TestCase
TestPairing.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)

"""How the server proves that it gave a token, before anything is sent to it."""

from __future__ import annotations

import hashlib
import hmac

import pytest
from flask.testing import FlaskClient

from callers import Browser
from rolelight.state import LocalState

CHALLENGE = "0123456789abcdef0123456789abcdef"
ADDRESS = "127.0.0.1:8765"


def expected(token: str, address: str = ADDRESS) -> str:
    """As the extension works it out (extension/lib/proof.js)."""
    key = hashlib.sha256(token.encode()).digest()
    return hmac.new(key, f"{CHALLENGE} {address}".encode(), "sha256").hexdigest()


def token_of(browser: Browser) -> str:
    return str(browser.headers["Authorization"]).removeprefix("Bearer ")


def proofs(client: FlaskClient, headers: dict[str, str | None] | None = None) -> list[str]:
    reply = Browser(client).call("POST", "proofs", headers, json={"challenge": CHALLENGE})
    assert reply.json is not None
    return list(reply.json["proofs"])


def test_a_proof_is_the_one_that_the_holder_expects(browser: Browser, client: FlaskClient) -> None:
    assert proofs(client) == [expected(token_of(browser))]


def test_a_proof_is_worth_nothing_at_another_address(browser: Browser, client: FlaskClient) -> None:
    """An impostor who passes the challenge on to us has to name our Host, which is not its own."""
    own = proofs(client, {"Host": "localhost:8765"})
    assert own == [expected(token_of(browser), "localhost:8765")]
    assert own != proofs(client)


def test_every_browser_finds_its_own_and_a_revoked_one_does_not(
    browser: Browser, client: FlaskClient, state: LocalState
) -> None:
    other = Browser(client, "moz-extension://1-2").pair(state)
    assert proofs(client) == [expected(token_of(each)) for each in (browser, other)]
    state.tokens.revoke(state.tokens.pairings()[0].id)
    assert proofs(client) == [expected(token_of(other))]


def test_a_proof_tells_nothing_of_the_token_and_is_another_each_time(
    browser: Browser, client: FlaskClient
) -> None:
    first = proofs(client)[0]
    reply = browser.call("POST", "proofs", json={"challenge": CHALLENGE[::-1]})
    assert token_of(browser) not in reply.text
    assert reply.json != {"proofs": [first]}


@pytest.mark.parametrize(
    "challenge", ["", "short", "x" * 129, "a b" * 8, "é" * 20, CHALLENGE + "\n", 7, None]
)
def test_a_challenge_that_is_none_is_refused(browser: Browser, challenge: object) -> None:
    reply = browser.call("POST", "proofs", json={"challenge": challenge})
    assert reply.status_code == 422


def test_a_web_page_gets_no_proof(browser: Browser) -> None:
    headers: dict[str, str | None] = {"Origin": "https://evil.example"}
    reply = browser.call("POST", "proofs", headers, json={"challenge": CHALLENGE})
    assert reply.status_code == 403

"""Which browsers may read a reply across origins: the paired ones of this moment, and no other."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from callers import ADDRESS, ORIGIN, Browser
from rolelight.state import LocalState

PREFLIGHT: dict[str, str | None] = {
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-encoding,content-type,x-other",
    "Authorization": None,
    "Sec-Fetch-Site": "cross-site",
}
ALLOWED = "Access-Control-Allow-Origin"


def test_a_paired_origin_may_read_the_reply(browser: Browser) -> None:
    reply = browser.call("GET", "roles")
    assert reply.headers[ALLOWED] == ORIGIN
    assert "Origin" in reply.headers["Vary"]
    assert {"ETag", "Retry-After", "X-Request-Id"} <= set(
        reply.headers["Access-Control-Expose-Headers"].split(", ")
    )


def test_a_paired_origin_may_read_a_refusal(browser: Browser) -> None:
    assert browser.read(data="").headers[ALLOWED] == ORIGIN


def test_the_preflight_of_a_paired_origin_is_granted(browser: Browser) -> None:
    reply = browser.call("OPTIONS", "readings", PREFLIGHT)
    assert reply.status_code == 200
    assert reply.headers[ALLOWED] == ORIGIN
    assert reply.headers["Access-Control-Allow-Headers"] == "authorization, content-encoding, content-type"
    assert "POST" in reply.headers["Access-Control-Allow-Methods"]
    assert "Access-Control-Allow-Credentials" not in reply.headers


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "null", "*", ORIGIN + "x", "chrome-extension://other", None]
)
def test_no_other_origin_may(browser: Browser, origin: str | None) -> None:
    for reply in (
        browser.call("GET", "roles", {"Origin": origin}),
        browser.call("OPTIONS", "readings", PREFLIGHT | {"Origin": origin}),
    ):
        assert not [name for name in reply.headers.keys() if name.startswith("Access-Control")]  # noqa: SIM118


def test_a_pairing_counts_at_once_and_ends_at_once(client: FlaskClient, state: LocalState) -> None:
    browser = Browser(client)
    assert ALLOWED not in browser.call("GET", "health").headers
    browser.pair(state)
    assert browser.call("GET", "health").headers[ALLOWED] == ORIGIN
    (state.settings.folder / "tokens.sqlite3").unlink()
    assert ALLOWED not in browser.call("GET", "health").headers


def test_pages_are_for_no_other_origin(browser: Browser, client: FlaskClient) -> None:
    reply = client.get("/", base_url=ADDRESS, headers={"Origin": ORIGIN})
    assert ALLOWED not in reply.headers

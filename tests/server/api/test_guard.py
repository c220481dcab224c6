"""Who may ask: each way in which a request is refused before anything of it is read."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from callers import ADDRESS, ORIGIN, Browser
from rolelight.state import LocalState

PAGE = {"captures": [{"html": "<main><p>Nothing to read</p></main>"}]}
FIREFOX = "moz-extension://12345678-90ab-cdef-1234-567890abcdef"


def code(reply: object) -> tuple[int, str]:
    return reply.status_code, reply.json["code"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "host",
    ["evil.example", "127.0.0.1", "127.0.0.1:80", "localhost", "127.0.0.1:8765.evil.example", "[::1]:8765",
     "localhost:87650", "127.0.0.1:8765, evil.example", "", "LOCALHOST:8765", "localhost.:8765",
     "user@127.0.0.1:8765", "127.0.0.1:08765", "127.1:8765", "2130706433:8765", "0.0.0.0:8765"],
)  # fmt: skip
@pytest.mark.parametrize(
    "path", ["/", "/api/v1/health", "/static/site.css", "/demos/web-developer", "/nothing"]
)
def test_any_other_host_is_refused_everywhere(client: FlaskClient, host: str, path: str) -> None:
    reply = client.get(path, headers={"Host": host})
    assert reply.status_code == 400
    assert "X-Rolelight-Server" in reply.headers


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost:8765"])
def test_this_machine_is_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


def test_a_forwarded_host_does_not_count(client: FlaskClient) -> None:
    headers = {"Host": "evil.example", "X-Forwarded-Host": "127.0.0.1:8765"}
    assert code(client.get("/api/v1/health", headers=headers)) == (400, "bad_host")


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", ["health", "roles", "docs", "openapi.json", "readings", "nothing"])
def test_another_web_site_is_refused_by_the_api(client: FlaskClient, site: str, path: str) -> None:
    headers = {"Sec-Fetch-Site": site, "Origin": "https://evil.example"}
    assert code(client.get(f"/api/v1/{path}", ADDRESS, headers=headers)) == (403, "cross_site")


@pytest.mark.parametrize("dest", ["image", "script", "style", "iframe", "empty", None])
@pytest.mark.parametrize(
    "path", ["/", "/static/icon.svg", "/extension/content/texts.js", "/demos/web-developer/reading"]
)
def test_another_web_site_can_neither_embed_nor_fetch_our_pages(
    client: FlaskClient, path: str, dest: str | None
) -> None:
    headers = {"Sec-Fetch-Site": "cross-site"} | ({"Sec-Fetch-Dest": dest} if dest else {})
    assert client.get(path, base_url=ADDRESS, headers=headers).status_code == 403
    assert client.get(path, base_url=ADDRESS, headers={"Sec-Fetch-Site": "same-origin"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/demos/web-developer"])
def test_a_link_from_another_web_site_leads_to_our_pages_but_not_into_the_api(
    client: FlaskClient, path: str
) -> None:
    """The file that `rolelight open` shows is another site, too."""
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "document"}
    assert client.get(path, base_url=ADDRESS, headers=headers).status_code == 200
    for way_in in ("/api/v1/roles", "/%2fapi/v1/roles"):
        assert code(client.get(way_in, base_url=ADDRESS, headers=headers)) == (403, "cross_site")


def test_an_unpaired_extension_is_another_site_where_the_browser_says_so(stranger: Browser) -> None:
    reply = stranger.read(json=PAGE, headers={"Sec-Fetch-Site": "cross-site"})
    assert code(reply) == (403, "cross_site")


def test_a_paired_extension_without_the_hosts_permission_is_let_through(browser: Browser) -> None:
    assert browser.call("GET", "roles", {"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_a_reading_needs_a_token(stranger: Browser) -> None:
    reply = stranger.read(json=PAGE)
    assert code(reply) == (401, "not_paired")
    assert reply.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("sent", ["Bearer", "Bearer ", "Bearer x", "Basic eDp5", "x", "Bearer é"])
def test_a_wrong_token_is_no_token(browser: Browser, sent: str) -> None:
    assert code(browser.read(json=PAGE, headers={"Authorization": sent})) == (401, "not_paired")


@pytest.mark.parametrize(
    "origin", [FIREFOX, ORIGIN + "x", ORIGIN.upper(), "https://evil.example", "null", None]
)
def test_a_token_works_from_its_own_origin_alone(browser: Browser, origin: str | None) -> None:
    assert code(browser.read(json=PAGE, headers={"Origin": origin})) == (403, "wrong_origin")


def test_a_token_of_one_browser_does_not_work_in_another_that_is_paired_too(
    browser: Browser, client: FlaskClient, state: LocalState
) -> None:
    other = Browser(client, FIREFOX).pair(state)
    other.headers["Origin"] = ORIGIN
    assert code(other.read(json=PAGE)) == (403, "wrong_origin")


def test_nobody_is_let_in_by_the_start_pages_cookie(client: FlaskClient, state: LocalState) -> None:
    client.get(f"/?start={state.start_link.secret}", base_url=ADDRESS)
    stranger = Browser(client)
    assert code(stranger.read(json=PAGE)) == (401, "not_paired")


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://127.0.0.1:8765", "null", "chrome-extension://"]
)
def test_no_web_page_may_pair(stranger: Browser, state: LocalState, origin: str | None) -> None:
    right = {"code": state.codes.show().text}
    assert code(stranger.call("POST", "pairings", {"Origin": origin}, json=right)) == (403, "cross_site")
    assert stranger.call("POST", "pairings", json=right).status_code == 201


def test_a_program_without_an_origin_may_pair_and_stays_without_one(
    client: FlaskClient, state: LocalState
) -> None:
    program = Browser(client)
    del program.headers["Origin"]
    assert program.pair(state).read(json=PAGE).status_code == 200
    assert code(program.read(json=PAGE, headers={"Origin": ORIGIN})) == (403, "wrong_origin")
    assert state.tokens.origins() == []


def test_a_wrong_code_pairs_nobody(stranger: Browser, state: LocalState) -> None:
    state.codes.show()
    assert code(stranger.call("POST", "pairings", json={"code": "AAAA-0000"})) == (403, "wrong_code")
    assert state.tokens.pairings() == []


def test_guessing_codes_is_stopped(stranger: Browser, state: LocalState) -> None:
    right = {"code": state.codes.show().text}
    for _ in range(5):
        stranger.call("POST", "pairings", json={"code": "AAAA-0000"})
    reply = stranger.call("POST", "pairings", json=right)
    assert code(reply) == (429, "too_many_tries")
    assert reply.headers["Retry-After"] == "60"

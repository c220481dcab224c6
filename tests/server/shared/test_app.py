"""The application of a team's server: who may ask it, and what its start page says."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from callers import ORIGIN
from rolelight.api.tokens import Tokens
from rolelight.lexicon import load_lexicon
from rolelight.site import demos
from rolelight.site.demos import FOLDER

ADDRESS = "https://rolelight.example.com"
BODY = {"captures": [{"html": (FOLDER / "web-developer.html").read_text("utf-8")}]}


class Caller:
    """Asks as an extension does that has the token of a person."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self._client = client
        self._headers = {"Authorization": f"Bearer {token}", "Origin": ORIGIN, "Sec-Fetch-Site": "none"}

    def ask(
        self, method: str, path: str, headers: dict[str, str] | None = None, **options: Any
    ) -> TestResponse:
        sent = self._headers | (headers or {})
        return self._client.open(f"/api/v1/{path}", ADDRESS, method=method, headers=sent, **options)


@pytest.fixture
def ann(client: FlaskClient, tokens: Tokens) -> Caller:
    return Caller(client, tokens.give("Ann Smith", 90))


def code(reply: TestResponse) -> tuple[int, str]:
    assert reply.json is not None
    return reply.status_code, reply.json["code"]


def test_a_token_lets_its_person_read(ann: Caller) -> None:
    reply = ann.ask("POST", "readings", json=BODY)
    assert (reply.status_code, reply.json["profile"]["page_state"]) == (200, "profile")  # type: ignore[index]


def test_a_token_tells_whose_it_is_and_until_when(ann: Caller, tokens: Tokens) -> None:
    reply = ann.ask("GET", "pairing")
    assert reply.json == {"person": "Ann Smith", "expires": tokens.all()[0].expires}


def test_a_revoked_token_is_refused_at_once(ann: Caller, tokens: Tokens) -> None:
    tokens.revoke(tokens.all()[0].id)
    assert code(ann.ask("POST", "readings", json=BODY)) == (401, "not_paired")


def test_an_expired_token_is_told_from_a_wrong_one(client: FlaskClient, tokens: Tokens) -> None:
    caller = Caller(client, tokens.give("Ann Smith", -1))
    assert code(caller.ask("GET", "pairing")) == (401, "token_expired")
    assert code(Caller(client, "wrong").ask("GET", "pairing")) == (401, "not_paired")


def test_a_web_page_may_not_use_a_token(ann: Caller) -> None:
    headers = {"Origin": "https://evil.example"}
    assert code(ann.ask("POST", "readings", headers, json=BODY)) == (403, "wrong_origin")
    crossing = headers | {"Sec-Fetch-Site": "cross-site"}
    assert code(ann.ask("POST", "readings", crossing, json=BODY)) == (403, "cross_site")


def test_any_extension_may_ask_from_another_site_as_its_token_is_checked(ann: Caller) -> None:
    assert ann.ask("GET", "pairing", {"Sec-Fetch-Site": "cross-site"}).status_code == 200


def test_no_origin_gets_cors_headers(ann: Caller) -> None:
    reply = ann.ask("GET", "roles")
    assert not [name for name, _ in reply.headers if name.startswith("Access-Control-Allow")]


def test_there_are_no_pairing_codes(ann: Caller) -> None:
    assert code(ann.ask("POST", "pairings", json={"code": "AAAA-BBBB"})) == (403, "no_codes")
    assert code(ann.ask("POST", "proofs", json={"challenge": "x" * 32})) == (403, "no_codes")


@pytest.mark.parametrize("host", ["rolelight.example.com", "127.0.0.1:8765", "localhost:8765"])
def test_the_teams_address_and_this_machine_are_answered(client: FlaskClient, host: str) -> None:
    assert client.get("/api/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "rolelight.example.com.evil.example", "0.0.0.0:8765"])
def test_any_other_name_is_refused(client: FlaskClient, host: str) -> None:
    assert code(client.get("/api/v1/health", headers={"Host": host})) == (400, "bad_host")


def test_it_is_ready_when_it_can_check_tokens(client: FlaskClient, tokens: Tokens, tmp_path: Path) -> None:
    assert code(client.get("/api/v1/ready", base_url=ADDRESS)) == (503, "not_ready")
    tokens.give("Ann Smith", 90)
    assert client.get("/api/v1/ready", base_url=ADDRESS).status_code == 200
    (tmp_path / "folder/tokens.sqlite3").write_bytes(b"damaged")
    assert code(client.get("/api/v1/ready", base_url=ADDRESS)) == (503, "not_ready")
    assert client.get("/api/v1/health", base_url=ADDRESS).status_code == 200


def test_the_start_page_tells_a_recruiter_what_to_enter_and_that_pages_leave_the_machine(
    client: FlaskClient,
) -> None:
    page = client.get("/", base_url=ADDRESS).text
    assert f"<code>{ADDRESS}</code>" in page
    assert "it leaves your machine" in page
    for local in ("running on your machine", "pairing code", "this machine alone", "Load unpacked"):
        assert local not in page


def test_strangers_get_each_reading_of_a_demo_from_memory_and_no_other(client: FlaskClient) -> None:
    """Else anybody could keep the workers busy: these addresses need no token."""
    demos._read.cache_clear()
    addresses = [
        f"/demos/{demo.id}/reading?set_aside=&role={role}"
        for demo in demos.list_demos()
        for role in ("", *(role.id for role in load_lexicon().roles))
    ]
    for address in (*addresses, *addresses):
        assert client.get(address, base_url=ADDRESS).status_code == 200
    for more in ("&set_aside=h1", "&set_aside=h0,h2", "&role=x", "&set_aside=,&x=y"):
        client.get(f"{addresses[0]}{more}", base_url=ADDRESS)
    assert demos._read.cache_info().misses == demos._read.cache_info().currsize == len(addresses)
    one = f"/demos/{demos.list_demos()[0].id}/reading?set_aside="
    assert code(client.get(f"{one}h1", base_url=ADDRESS)) == (404, "not_found")
    assert code(client.get(f"{one}&role=x", base_url=ADDRESS)) == (422, "unknown_role")


def test_the_start_link_of_ones_own_machine_means_nothing(client: FlaskClient) -> None:
    assert client.get("/?start=x", base_url=ADDRESS).status_code == 403

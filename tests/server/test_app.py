"""The application as a whole: what every reply carries, and that applications do not share a state."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask.testing import FlaskClient

from callers import ADDRESS
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.state import create_state


@pytest.mark.parametrize(
    "address", ["/", "/nothing", "/api/v1/health", "/api/v1/nothing", "/static/site.css"]
)
def test_every_reply_names_server_and_request(client: FlaskClient, address: str) -> None:
    replies = [client.get(address, base_url=ADDRESS) for _ in range(2)]
    assert all(reply.headers["X-Rolelight-API"] == "1.0" for reply in replies)
    assert len({reply.headers["X-Request-Id"] for reply in replies}) == 2
    assert all(reply.headers["X-Content-Type-Options"] == "nosniff" for reply in replies)


@pytest.mark.parametrize("address", ["/", "/static/site.css", "/demos/web-developer", "/api/v1/roles"])
def test_no_reply_may_be_embedded_by_another_site(client: FlaskClient, address: str) -> None:
    """Else a page could tell from a picture of ours that loads that Rolelight is here."""
    reply = client.get(address, base_url=ADDRESS)
    assert reply.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "frame-ancestors 'none'" in reply.headers["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/api//v1/roles", "/api/v1//roles", "/static//site.css", "/demos//x"])
def test_an_odd_address_is_not_found_and_redirected_nowhere(client: FlaskClient, address: str) -> None:
    """Behind a team's proxy the server does not know of TLS: a redirect would lead out of it."""
    reply = client.get(address, base_url=ADDRESS)
    assert (reply.status_code, reply.headers.get("Location")) == (404, None)


def test_two_servers_have_secrets_of_their_own(tmp_path: Path) -> None:
    one, other = (create_state(Settings(folder=tmp_path)) for _ in range(2))
    assert one.start_link.secret != other.start_link.secret
    assert one.codes.show().text != other.codes.show().text


def test_the_port_that_is_set_is_the_one_that_is_answered(tmp_path: Path) -> None:
    client = create_app(Settings(port=9000, folder=tmp_path)).test_client()
    assert client.get("/api/v1/health", base_url="http://127.0.0.1:9000").status_code == 200
    assert client.get("/api/v1/health", base_url=ADDRESS).status_code == 400


def test_making_an_application_writes_nothing(tmp_path: Path) -> None:
    create_app(Settings(folder=tmp_path / "folder"))
    assert list(tmp_path.iterdir()) == []

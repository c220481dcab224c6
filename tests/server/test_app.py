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

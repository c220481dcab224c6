"""What a client may keep: the roles, as long as they are the same; nothing else."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from callers import ADDRESS, Browser
from rolelight.api import routes
from rolelight.lexicon import load_lexicon

PAGE = {"captures": [{"html": "<main><p>Nothing to read</p></main>"}]}


@pytest.fixture
def etag(stranger: Browser) -> str:
    """The name of the roles as they are."""
    return stranger.call("GET", "roles").headers["ETag"]


def test_the_roles_may_be_kept_and_are_asked_for_anew(stranger: Browser) -> None:
    reply = stranger.call("GET", "roles")
    assert reply.headers["Cache-Control"] == "private, no-cache"
    tag, is_weak = reply.get_etag()
    assert (bool(tag), is_weak) == (True, False)


@pytest.mark.parametrize(
    "sent", ["{}", "W/{}", '"other", {}', '"other",W/{} , "more"', "*"], ids=lambda sent: str(sent)
)
def test_roles_that_are_the_same_are_not_sent_again(stranger: Browser, etag: str, sent: str) -> None:
    reply = stranger.call("GET", "roles", {"If-None-Match": sent.format(etag)})
    assert (reply.status_code, reply.data) == (304, b"")
    assert (reply.headers["ETag"], reply.headers["Cache-Control"]) == (etag, "private, no-cache")
    assert reply.headers["X-Request-Id"]
    assert reply.headers["Vary"] == "Origin"


@pytest.mark.parametrize("sent", ['"other"', 'W/"other"', "", "x", '"', "{}x"])
def test_other_roles_are_sent(stranger: Browser, etag: str, sent: str) -> None:
    reply = stranger.call("GET", "roles", {"If-None-Match": sent.format(etag)})
    assert (reply.status_code, reply.headers["ETag"]) == (200, etag)
    assert reply.json == stranger.call("GET", "roles").json


def test_the_name_is_that_of_the_content(
    stranger: Browser, etag: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Fewer:
        roles = load_lexicon().roles[:2]

    assert stranger.call("GET", "roles").headers["ETag"] == etag
    monkeypatch.setattr(routes, "load_lexicon", Fewer)
    reply = stranger.call("GET", "roles", {"If-None-Match": etag})
    assert reply.status_code == 200
    assert reply.headers["ETag"] != etag


def test_head_tells_the_name_as_well(stranger: Browser, etag: str) -> None:
    assert stranger.call("HEAD", "roles").headers["ETag"] == etag
    assert stranger.call("HEAD", "roles", {"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "path", ["/", "/api/v1/health", "/api/v1/docs", "/api/v1/openapi.json", "/static/site.css", "/nothing"]
)
def test_nothing_else_may_be_kept(client: FlaskClient, path: str) -> None:
    reply = client.get(path, ADDRESS)
    assert reply.headers["Cache-Control"] == "no-store"


def test_neither_a_reading_nor_a_refusal_may_be_kept(browser: Browser) -> None:
    for reply in (browser.read(json=PAGE), browser.read(json={}), browser.call("POST", "roles")):
        assert reply.headers["Cache-Control"] == "no-store"
        assert "ETag" not in reply.headers

"""Bad input: each kind gets a code of its own in the one shape, never a traceback, and the server goes on."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from callers import Browser
from rolelight.config import MAX_PAGE_CHARACTERS
from rolelight.errors import REFUSALS

JSON = {"Content-Type": "application/json"}
CAPTURE = {"html": "<main><p>Nothing to read</p></main>"}
PROFILE = {
    "html": "<main><h1>Robin</h1><h2>Experience</h2><ul><li><h3>Web Developer</h3><p>Acme</p>"
    "<p>Jan 2020 - Dec 2021</p></li></ul></main>"
}


def refused(reply: Any) -> tuple[int, str]:
    """The status and code of a refusal, of which the shape is checked."""
    assert set(reply.json) == {"code", "message", "fields", "request_id"}
    assert reply.json["request_id"] == reply.headers["X-Request-Id"]
    status, message = REFUSALS[reply.json["code"]]
    assert (reply.status_code, reply.json["message"]) == (status, message)
    return status, reply.json["code"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b"", (400, "empty_body")),
        (b" \n", (400, "empty_body")),
        (b"{", (400, "not_json")),
        (b"captures=1", (400, "not_json")),
        (b"\xff\xfe\x00", (400, "not_json")),
        (b'{"captures": NaN}', (400, "not_json")),
        (b"1" * 5000, (400, "not_json")),
        (b"[" * 200_000, (400, "json_too_deep")),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, (400, "json_too_deep")),
        (b"null", (422, "invalid_fields")),
        (b"[]", (422, "invalid_fields")),
        (b'"text"', (422, "invalid_fields")),
        (b"x" * 9_000_000, (413, "page_too_large")),
    ],
    ids=lambda value: value[:12].decode("latin-1") if isinstance(value, bytes) else value[1],
)
def test_a_body_that_is_no_request(browser: Browser, body: bytes, expected: tuple[int, str]) -> None:
    assert refused(browser.read(data=body, headers=JSON)) == expected
    assert browser.read(json={"captures": [CAPTURE]}).status_code == 200


@pytest.mark.parametrize(
    ("asked", "code", "field"),
    [
        ({}, "no_captures", "captures"),
        ({"captures": []}, "no_captures", "captures"),
        ({"captures": None}, "no_captures", "captures"),
        ({"captures": "text"}, "invalid_fields", "captures"),
        ({"captures": {"html": "x"}}, "invalid_fields", "captures"),
        ({"captures": ["text"]}, "invalid_fields", "captures.0"),
        ({"captures": [CAPTURE] * 9}, "invalid_fields", "captures"),
        ({"captures": [CAPTURE, {}]}, "invalid_fields", "captures.1.html"),
        ({"captures": [{"html": 3}]}, "invalid_fields", "captures.0.html"),
        ({"captures": [{"html": None}]}, "invalid_fields", "captures.0.html"),
        ({"captures": [{"html": "", "url": "x" * 5000}]}, "invalid_fields", "captures.0.url"),
        ({"captures": [CAPTURE | {"more": 1}]}, "invalid_fields", "captures.0.more"),
        ({"captures": [CAPTURE], "role": 3}, "invalid_fields", "role"),
        ({"captures": [CAPTURE], "role": ["x"]}, "invalid_fields", "role"),
        ({"captures": [CAPTURE], "set_aside": "h1"}, "invalid_fields", "set_aside"),
        ({"captures": [CAPTURE], "set_aside": None}, "invalid_fields", "set_aside"),
        ({"captures": [CAPTURE], "set_aside": {"h1": True}}, "invalid_fields", "set_aside"),
        ({"captures": [CAPTURE], "set_aside": ["h1", 2]}, "invalid_fields", "set_aside.1"),
        ({"captures": [CAPTURE], "set_aside": [None]}, "invalid_fields", "set_aside.0"),
        ({"captures": [CAPTURE], "set_aside": ["h" * 21]}, "invalid_fields", "set_aside.0"),
        ({"captures": [CAPTURE], "set_aside": ["h1"] * 501}, "invalid_fields", "set_aside"),
        ({"captures": [PROFILE], "set_aside": ["h1", "h999"]}, "unknown_highlight", "set_aside"),
        ({"captures": [CAPTURE], "more": 1}, "invalid_fields", "more"),
        ({"captures": [CAPTURE], "role": "astronaut"}, "unknown_role", "role"),
        ({"captures": [CAPTURE], "skill": "cooking"}, "unknown_skill", "skill"),
    ],
)
def test_wrong_fields_are_named(browser: Browser, asked: Any, code: str, field: str) -> None:
    reply = browser.read(json=asked)
    assert refused(reply) == (422, code)
    assert list(reply.json["fields"]) == [field]  # type: ignore[index]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "Robin Example", "x" * 41, "__proto__é", ""])
def test_a_name_that_a_client_made_up_is_not_echoed(browser: Browser, name: str) -> None:
    reply = browser.read(json={"captures": [CAPTURE], name: "Robin Example"})
    assert refused(reply) == (422, "invalid_fields")
    assert list(reply.json["fields"]) == ["unknown"]  # type: ignore[index]
    assert "Robin" not in reply.text


def test_hundreds_of_wrong_fields_make_a_short_reply(browser: Browser) -> None:
    reply = browser.read(json={"captures": [CAPTURE], **{f"a{'b' * i}": 1 for i in range(30)}})
    assert refused(reply) == (422, "invalid_fields")
    assert len(reply.json["fields"]) == 20  # type: ignore[index]


@pytest.mark.parametrize(
    "sent",
    [
        "text/plain",
        "text/html",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "",
        "application/jsonx",
    ],
)
def test_only_the_content_type_of_json_is_taken(browser: Browser, sent: str) -> None:
    body = json.dumps({"captures": [CAPTURE]})
    assert refused(browser.read(data=body, headers={"Content-Type": sent})) == (415, "not_json_type")


def test_json_with_a_charset_is_json(browser: Browser) -> None:
    body = json.dumps({"captures": [CAPTURE]})
    reply = browser.read(data=body, headers={"Content-Type": "application/json; charset=utf-8"})
    assert reply.status_code == 200


def test_five_million_characters_in_all_is_the_most(browser: Browser) -> None:
    half = {"html": "a" * (MAX_PAGE_CHARACTERS // 2 + 1)}
    assert refused(browser.read(json={"captures": [half, half]})) == (413, "page_too_large")
    assert refused(browser.read(json={"captures": [{"html": "a" * (MAX_PAGE_CHARACTERS + 1)}]}))[0] == 413


def test_too_many_tags_are_no_profile(browser: Browser) -> None:
    reply = browser.read(json={"captures": [{"html": "<main>" + "<p>a</p>" * 60_000}]})
    assert refused(reply) == (422, "page_too_complex")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("path", ["readings", "pairings"])
def test_another_method_is_refused_and_the_right_one_named(browser: Browser, method: str, path: str) -> None:
    reply = browser.call(method, path)
    assert refused(reply) == (405, "method_not_allowed")
    assert set(reply.headers["Allow"].split(", ")) == {"POST", "OPTIONS"}


@pytest.mark.parametrize("path", ["", "nothing", "readings/1", "../../etc/passwd", "readings/"])
def test_an_unknown_address_is_refused_in_the_same_shape(browser: Browser, path: str) -> None:
    assert refused(browser.call("GET", path)) == (404, "not_found")


def test_a_lone_surrogate_is_answered(browser: Browser) -> None:
    body = b'{"captures": [{"html": "<main><p>\\ud83d</p></main>", "url": "\\ud800", "lang": "\\udfff"}]}'
    assert browser.read(data=body, headers=JSON).status_code == 200


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["captures", "html", "url", "role", "x"]), inner)
    ),
)


@given(value=json_values)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_no_json_makes_the_server_fail(browser: Browser, value: Any) -> None:
    assert browser.read(json=value).status_code < 500

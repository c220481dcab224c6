"""What the document says is valid, whole and true: the server answers its examples so."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from callers import ADDRESS, Browser
from rolelight import API_VERSION
from rolelight.api.description import EXAMPLES
from rolelight.api.errors import CODE_BY_STATUS
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.errors import HEADERS, REFUSALS
from rolelight.state import LocalState
from tools.examples import FILE, examples, shortened

DOCUMENT: dict[str, Any] = (
    create_app(Settings()).test_client().get("/api/v1/openapi.json", base_url=ADDRESS).get_json()
)
OPERATIONS = {
    f"{method.upper()} {path}": operation
    for path, operations in DOCUMENT["paths"].items()
    for method, operation in operations.items()
}
REPLIES = {
    f"{name} {status}": reply
    for name, operation in OPERATIONS.items()
    for status, reply in operation["responses"].items()
}


def described_bodies() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every body that the document describes, of requests and of replies."""
    bodies = {name: each["requestBody"] for name, each in OPERATIONS.items() if "requestBody" in each}
    for name, described in (bodies | REPLIES | DOCUMENT["components"]["responses"]).items():
        for content in described.get("content", {}).values():
            yield name, content


BODIES = list(described_bodies())


def values(content: dict[str, Any]) -> list[Any]:
    """The examples of a body."""
    single = [content["example"]] if "example" in content else []
    return single + [each["value"] for each in content.get("examples", {}).values()]


def test_the_document_is_valid_openapi() -> None:
    assert [error.message for error in OpenAPIV31SpecValidator(DOCUMENT).iter_errors()] == []


def test_the_document_names_its_version_and_licence() -> None:
    assert DOCUMENT["info"]["version"] == API_VERSION
    assert DOCUMENT["info"]["license"] == {"name": "MIT", "identifier": "MIT"}


@pytest.mark.parametrize(
    ("name", "content"), BODIES, ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_body_has_examples_that_fit_its_schema(name: str, content: dict[str, Any]) -> None:
    whole = content["schema"] | {"components": DOCUMENT["components"]}
    assert values(content), name
    for value in values(content):
        Draft202012Validator(whole).validate(value)


def test_an_example_that_does_not_fit_would_be_found() -> None:
    content = OPERATIONS["GET /api/v1/health"]["responses"]["200"]["content"]["application/json"]
    whole = content["schema"] | {"components": DOCUMENT["components"]}
    assert not Draft202012Validator(whole).is_valid({"name": "Rolelight"})


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_operation_tells_what_any_request_may_meet(name: str) -> None:
    operation = OPERATIONS[name]
    assert {"400", "403", "500"} <= set(operation["responses"])
    assert operation["summary"]
    assert operation["operationId"]


@pytest.mark.parametrize("name", [name for name, each in OPERATIONS.items() if "security" in each])
def test_an_operation_with_a_token_tells_of_401(name: str) -> None:
    reply = OPERATIONS[name]["responses"]["401"]
    assert "not_paired" in reply["content"]["application/json"]["examples"]
    assert "WWW-Authenticate" in reply["headers"]


@pytest.mark.parametrize("name", [name for name, each in OPERATIONS.items() if "requestBody" in each])
def test_an_operation_with_a_body_tells_of_413_415_and_422(name: str) -> None:
    replies = OPERATIONS[name]["responses"]
    told = {
        code for each in replies.values() for code in each["content"]["application/json"].get("examples", {})
    }
    assert {"bad_gzip", "page_too_large", "unsupported_encoding", "not_json_type", "invalid_fields"} <= told


def test_every_code_is_told_where_it_may_come() -> None:
    told = {code for _, content in BODIES for code in content.get("examples", {})}
    assert told == set(REFUSALS)


@pytest.mark.parametrize("name", REPLIES)
def test_every_reply_names_its_headers(name: str) -> None:
    reply = REPLIES[name]
    told = set(reply["headers"])
    codes = set(reply.get("content", {}).get("application/json", {}).get("examples", {}))
    assert {"X-Request-Id", "X-Rolelight-Server", "X-Rolelight-API", "Cache-Control"} <= told
    assert {header for code in codes for header in HEADERS.get(code, {})} <= told
    assert told <= set(DOCUMENT["components"]["headers"])


def test_the_errors_of_flask_have_codes_of_the_same_status() -> None:
    assert {status: REFUSALS[code][0] for status, code in CODE_BY_STATUS.items()} == {
        status: status for status in CODE_BY_STATUS
    }


def test_the_examples_are_what_this_code_answers() -> None:
    """Where they are not, as after new weights, tests/tools/examples.py tells how to write them anew."""
    assert json.loads(FILE.read_text("utf-8")) == json.loads(json.dumps(examples()))


def test_the_server_answers_its_examples_so(client: FlaskClient, state: LocalState) -> None:
    browser = Browser(client)
    paired = browser.call(
        "POST", "pairings", json=EXAMPLES["pairing_request"] | {"code": state.codes.show().text}
    )
    token = (paired.json or {})["token"]
    assert (paired.status_code, len(token)) == (201, len(EXAMPLES["pairing"]["token"]))
    browser.headers["Authorization"] = f"Bearer {token}"
    assert shortened(browser.read(json=EXAMPLES["reading_request"]).json) == EXAMPLES["reading"]
    assert shortened(browser.call("GET", "roles").json) == EXAMPLES["roles"]
    assert browser.call("GET", "health").json == EXAMPLES["health"]


@pytest.mark.parametrize(
    ("method", "path", "more", "code"),
    [
        ("POST", "readings", {"json": {"captures": [{"html": 3}]}}, "invalid_fields"),
        ("POST", "readings", {"data": "{}", "headers": {"Authorization": None}}, "not_paired"),
        ("POST", "readings", {"data": "{}", "headers": {"Content-Encoding": "br"}}, "not_json_type"),
        ("POST", "roles", {}, "method_not_allowed"),
        ("GET", "nothing", {}, "not_found"),
    ],
)
def test_a_refusal_is_the_example_but_for_the_request_id(
    browser: Browser, method: str, path: str, more: dict[str, Any], code: str
) -> None:
    reply = browser.call(method, path, **more).json
    example = next(
        content["examples"][code]["value"] for _, content in BODIES if code in content.get("examples", {})
    )
    assert reply is not None
    assert reply | {"request_id": ""} == example | {"request_id": ""}


SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
SENT = {"ProofRequest", "ReadingRequest", "Capture", "PairingRequest"}


@pytest.mark.parametrize("name", sorted(SENT))
def test_a_request_may_have_no_other_fields(name: str) -> None:
    assert SCHEMAS[name]["additionalProperties"] is False


@pytest.mark.parametrize("name", sorted(SCHEMAS.keys() - SENT))
def test_a_reply_has_all_its_fields_and_may_get_more(name: str) -> None:
    """As docs/api-stability.md promises."""
    assert SCHEMAS[name]["additionalProperties"] is True
    assert set(SCHEMAS[name]["required"]) == set(SCHEMAS[name]["properties"])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    fields = SCHEMAS[name]["properties"]
    assert [field for field, inner in fields.items() if not inner.get("description")] == []

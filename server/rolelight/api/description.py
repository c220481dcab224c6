"""What the API's document says besides routes and schemas: versions, headers, refusals and examples."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from flask_smorest import Blueprint

from rolelight import API_VERSION, __version__
from rolelight.api.schemas import ErrorSchema
from rolelight.errors import HEADERS, REFUSALS

P = ParamSpec("P")
R = TypeVar("R")

TEXT = {"type": "string"}

# The reading and the roles are real answers, shortened to two roles: tests/tools/examples.py writes them.
EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("examples.json").read_text("utf-8")) | {
    "pairing_request": {"code": "K7QM-4WXZ"},
    "pairing": {"token": "dGhpcy1pcy1ub3QtYS1yZWFsLXRva2VuLWJ1dC1sb25n"[:43]},
    "proof_request": {"challenge": "3f1b2c4d5e6f708192a3b4c5d6e7f809"},
    "proof": {"proofs": ["5b7d0c1f2a3e4d5c6b7a8f9e0d1c2b3a4f5e6d7c8b9a0f1e2d3c4b5a69788796"]},
    "token": {"person": "Ann Smith", "expires": "2027-02-21T12:00:00+00:00"},
    "health": {"name": "Rolelight", "server": __version__, "api": API_VERSION},
}

HEADER_MEANINGS = {
    "X-Request-Id": "The request's id, which stands in the server's log and in every error.",
    "X-Rolelight-Server": "The server's version.",
    "X-Rolelight-API": "The version of this API.",
    "Server-Timing": "The milliseconds of each stage: prune, parse, match, weigh.",
    "ETag": "Names this very content. Send it as If-None-Match to hear whether it has changed.",
    "Cache-Control": "no-store; of the roles: private, no-cache.",
    "Retry-After": "The seconds to wait.",
    "WWW-Authenticate": "Bearer.",
    "Accept-Encoding": "The coding that a body may be sent in: gzip.",
    "Allow": "The methods that the address takes.",
}
# Says which of the codes of its status it goes with.
SOMETIMES = {"Accept-Encoding"}
EVERY_REPLY = ("X-Request-Id", "X-Rolelight-Server", "X-Rolelight-API", "Cache-Control")

# By what is checked: of every request, and of every body.
OF_EVERY_REQUEST = ("bad_request", "bad_host", "cross_site", "internal")
OF_EVERY_BODY = (
    *("empty_body", "not_json", "json_too_deep", "bad_gzip"),
    *("page_too_large", "not_json_type", "unsupported_encoding", "invalid_fields"),
)
OF_EVERY_TOKEN = ("not_paired", "token_expired", "wrong_origin", "not_ready")
BODY = "It may be sent as one gzip stream, with Content-Encoding: gzip; the limits are of what is inside."
IF_NONE_MATCH = {
    "name": "If-None-Match",
    "in": "header",
    "description": "The ETag of the copy that the client has.",
    "schema": TEXT,
}

INFO = {
    "summary": "Shows recruiters what the evidence on a candidate's profile page really says.",
    "description": "Reads profile pages. Every reply is JSON; nothing of a page is kept.",
    "license": {"name": "MIT", "identifier": "MIT"},
}


def headers(*names: str) -> dict[str, Any]:
    """The headers of a reply: those that every reply has, and these."""
    return {name: {"$ref": f"#/components/headers/{name}"} for name in (*EVERY_REPLY, *names)}


def refusal(*codes: str) -> dict[str, Any]:
    """The reply of one status that refuses with one of these codes."""
    special = sorted({name for code in codes for name in HEADERS.get(code, {})})
    return {
        "description": "; ".join(f"`{code}`" for code in codes) + ".",
        "headers": headers(*special),
        "content": {
            "application/json": {
                "schema": ErrorSchema,
                "examples": {code: {"value": _example_of(code)} for code in codes},
            }
        },
    }


def described(*codes: str, **more: Any) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Put into the document with which of these codes the view refuses, besides those of every request."""
    by_status: dict[int, list[str]] = {}
    for code in (*OF_EVERY_REQUEST, *codes):
        by_status.setdefault(REFUSALS[code][0], []).append(code)
    responses = {status: refusal(*by_status[status]) for status in sorted(by_status)}

    def describe(view: Callable[P, R]) -> Callable[P, R]:
        document: dict[str, Any] = {"operationId": view.__name__, "responses": responses}
        described_view: Callable[P, R] = Blueprint.doc(**document, **more)(view)
        return described_view

    return describe


def _example_of(code: str) -> dict[str, Any]:
    fields = {"captures.0.html": ["Not a valid string."]} if code == "invalid_fields" else {}
    message = REFUSALS[code][1]
    return {"code": code, "message": message, "fields": fields, "request_id": "9f86d081884c7d65"}


def _component(response: dict[str, Any]) -> dict[str, Any]:
    """The reply as a component, which apispec takes as it is."""
    response["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Error"}
    return response


# No operation answers with these: other addresses and methods get them, or a team's proxy answers so.
NOT_FOUND = _component(refusal("not_found"))
METHOD_NOT_ALLOWED = _component(refusal("method_not_allowed") | {"headers": headers("Allow")})
TOO_MANY_REQUESTS = _component(refusal("too_many_requests"))
UNAVAILABLE = _component(refusal("unavailable"))

OPENAPI = {
    "API_TITLE": "Rolelight",
    "API_VERSION": API_VERSION,
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/api/v1",
    "API_SPEC_OPTIONS": {
        "info": INFO,
        "components": {
            "headers": {
                name: {
                    "description": meaning,
                    "required": name not in SOMETIMES,
                    "schema": TEXT,
                }
                for name, meaning in HEADER_MEANINGS.items()
            },
            "responses": {
                "NotFound": NOT_FOUND,
                "MethodNotAllowed": METHOD_NOT_ALLOWED,
                "TooManyRequests": TOO_MANY_REQUESTS,
                "Unavailable": UNAVAILABLE,
            },
            "securitySchemes": {
                "token": {
                    "type": "http",
                    "scheme": "bearer",
                    "description": "The token that pairing gave, from the origin that it was given to.",
                }
            },
        },
    },
}

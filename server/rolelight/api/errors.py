"""The one shape of every refusal and failure, and the page that people see instead of it."""

from __future__ import annotations

import logging
import re
from typing import Any

import flask_smorest
from flask import Flask, Response, g, jsonify, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from rolelight.api.schemas import ErrorSchema
from rolelight.errors import HEADERS, REFUSALS, Refusal

log = logging.getLogger(__name__)

CODE_BY_STATUS = {
    404: "not_found",
    405: "method_not_allowed",
    413: "page_too_large",
    415: "not_json_type",
    422: "invalid_fields",
    429: "too_many_tries",
}

# A field name that a client made up is repeated only if it is harmless; and not hundreds of them.
HARMLESS_NAME = re.compile(r"[a-z_]{1,40}")
MAX_FIELDS = 20


class Api(flask_smorest.Api):  # type: ignore[misc]
    """flask-smorest with our shape of errors in place of its own, which drops the Allow header."""

    ERROR_SCHEMA = ErrorSchema
    # Every operation tells each of its refusals.
    DEFAULT_ERROR_RESPONSE_NAME = None

    def _register_pagination_header(self) -> None:
        """Leave flask-smorest's pagination out of the document: no route of ours has pages."""

    def handle_http_exception(self, error: HTTPException) -> Response:
        """Answer an error of Flask's own, such as an unknown address."""
        status = error.code or 500
        code = CODE_BY_STATUS.get(status, "internal" if status >= 500 else "bad_request")
        response = answer(code, status, REFUSALS[code][1])
        for name, value in error.get_headers():
            if name not in ("Content-Type", "Content-Length"):
                response.headers[name] = value
        return response


def install_error_handlers(app: Flask) -> None:
    """Answer refusals and unforeseen failures; the Api answers Flask's own errors."""

    @app.errorhandler(Refusal)
    def refuse(refusal: Refusal) -> Response:
        response = answer(refusal.code, refusal.status, refusal.message, refusal.fields)
        response.headers.update(HEADERS.get(refusal.code, {}))
        return response

    @app.errorhandler(Exception)
    def fail(failure: Exception) -> Response:
        log.error("internal %s at %s, request %s", type(failure).__name__, _place(failure), g.request_id)
        return answer("internal", *REFUSALS["internal"])


def answer(code: str, status: int, message: str, fields: dict[str, list[str]] | None = None) -> Response:
    """A refusal as JSON under /api, and for a reading; elsewhere as a page."""
    g.code = code
    log.info("%s %s, request %s", status, code, g.request_id)
    if not f"{request.path}/".startswith("/api/") and not request.path.endswith("/reading"):
        return make_response(render_template("message.html", message=message), status)
    body = {"code": code, "message": message, "fields_": fields or {}, "request_id": g.request_id}
    response = jsonify(ErrorSchema().dump(body))
    response.status_code = status
    return response


def flatten(messages: Any, path: str = "") -> dict[str, list[str]]:
    """Marshmallow's nested messages as one level: {"captures.0.html": [...]}. Values are never in them."""
    if isinstance(messages, list):
        return {path or "body": messages}
    flat: dict[str, list[str]] = {}
    for name, inner in list(messages.items())[:MAX_FIELDS]:
        flat.update(flatten(inner, _join(path, name)))
    return dict(list(flat.items())[:MAX_FIELDS])


def _join(path: str, name: object) -> str:
    """The path with one more step. ``_schema`` is marshmallow's name for the whole."""
    if name == "_schema":
        return path
    step = str(name)
    if not (isinstance(name, int) or HARMLESS_NAME.fullmatch(step)):
        step = "unknown"
    return f"{path}.{step}" if path else step


def _place(failure: Exception) -> str:
    """The file and line that failed: enough for a report, and free of anything from a page."""
    trace = failure.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "unknown place"

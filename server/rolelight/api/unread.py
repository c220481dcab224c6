"""The answer to a request that never reaches the application, since it is no HTTP or far too large."""

from __future__ import annotations

import json
import secrets
from http import HTTPStatus

from rolelight.api.headers import SECURITY_HEADERS, VERSION_HEADERS
from rolelight.errors import REFUSALS


def refuse_unread(code: str) -> tuple[str, dict[str, str], bytes]:
    """The status line, the headers and the body, in the one shape of errors."""
    status, message = REFUSALS[code]
    request_id = secrets.token_hex(8)
    body = json.dumps({"code": code, "message": message, "fields": {}, "request_id": request_id}).encode()
    headers = {
        "Content-Type": "application/json",
        "Content-Length": str(len(body)),
        "X-Request-Id": request_id,
    }
    return f"{status} {HTTPStatus(status).phrase}", headers | VERSION_HEADERS | SECURITY_HEADERS, body

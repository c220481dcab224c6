"""Refuses broken requests in our shape, and tells the log nothing that was sent.

gunicorn's own answers are HTML, and its own log quotes the request, which may be a piece of a profile.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import Any

from gunicorn import util
from gunicorn.http.errors import ParseException
from gunicorn.workers.base import Worker

from rolelight.api.unread import refuse_unread


def refuse(worker: Worker, req: Any, client: socket.socket, addr: Any, exc: BaseException) -> None:
    """Answer what is no HTTP with bad_request, and what the application did not foresee with internal."""
    worker.log.warning("refused %s", type(exc).__name__)
    code = "bad_request" if isinstance(exc, ParseException) else "internal"
    with suppress(OSError):  # the client has gone
        util.write_nonblock(client, _answer(code))


def _answer(code: str) -> bytes:
    """The whole answer in the one shape of errors, after which the connection ends."""
    status, headers, body = refuse_unread(code)
    head = [f"HTTP/1.1 {status}", "Connection: close", *(": ".join(each) for each in headers.items())]
    return "\r\n".join([*head, "", ""]).encode() + body

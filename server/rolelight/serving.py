"""Runs the application in waitress, so that no profile touches the disk and every answer has our shape."""

from __future__ import annotations

import logging
import socket
from http import HTTPStatus
from typing import Any, cast

from flask import Flask
from waitress.channel import HTTPChannel
from waitress.server import BaseWSGIServer, create_server
from waitress.task import ErrorTask

from rolelight.api.unread import refuse_unread
from rolelight.config import Settings

# A body somewhat over the limit is received and then refused by the application, as a browser shows no answer
# to a body that it could not finish sending. Beyond this, waitress hangs up.
RECEIVED_OVER_LIMIT = 4

# Whatever else waitress does not take is HTTP that cannot be understood.
CODE_BY_STATUS = {
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "page_too_large",
    HTTPStatus.INTERNAL_SERVER_ERROR: "internal",
}

log = logging.getLogger(__name__)


class RefusingTask(ErrorTask):
    """waitress's own refusals (a body or header far too large, broken HTTP) in the one shape of errors."""

    def execute(self) -> None:
        """Write the answer and hang up."""
        request: Any = self.request
        code = CODE_BY_STATUS.get(request.error.code, "bad_request")
        self.status, headers, body = refuse_unread(code)
        log.info("%s %s, request %s", self.status, code, headers["X-Request-Id"])
        self.response_headers = list(headers.items())
        self.set_close_on_finish()
        self.content_length = len(body)
        self.write(body)


class RefusingChannel(HTTPChannel):
    """A connection that refuses in our shape."""

    error_task_class = RefusingTask


def bind(app: Flask, settings: Settings) -> BaseWSGIServer:
    """A server that listens and is ready to run. Raises OSError where the port is taken."""
    logging.getLogger("waitress").setLevel(logging.ERROR)
    most_bytes = settings.max_body_bytes * RECEIVED_OVER_LIMIT
    options: dict[str, Any] = {
        # Bound first: where the port is taken, waitress would leave its threads and pipes behind.
        "sockets": [socket.create_server((settings.host, settings.port))],
        "ident": "Rolelight",
        # One parses at a time (page/soup.py); the others answer whatever else is asked meanwhile.
        "threads": 4,
        # Held against the announced length before a byte of the body is taken (otherwise: 1 GiB).
        "max_request_body_size": most_bytes,
        # Larger bodies would be spooled to a temporary file: every profile, on the disk.
        "inbuf_overflow": most_bytes + 1,
        "outbuf_overflow": most_bytes + 1,
        # Connections wait in one thread, which costs little: 200 slow clients are no reason to let nobody
        # else in (otherwise: 100). More than 512 are more than select() can take on Windows.
        "connection_limit": 400,
        # Whoever has been silent for so long has gone (otherwise: 120 seconds, looked for every 30).
        "channel_timeout": 60,
        "cleanup_interval": 10,
    }
    server = cast(BaseWSGIServer, create_server(app, **options))  # one socket, so one server
    server.channel_class = RefusingChannel
    return server

"""Runs a server that is not Rolelight, or poses as it, and keeps what it was sent."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer


class _Handler(BaseHTTPRequestHandler):
    """Answers each request alike."""

    def do_POST(self) -> None:
        """Answer with what the test said."""
        server = self.server
        assert isinstance(server, OtherServer)
        body = gzip.decompress(self.rfile.read(int(self.headers["Content-Length"]))).decode()
        server.received.append((self.path, f"{self.headers}{body}"))
        self.send_response(server.status)
        for name in server.headers:
            self.send_header(name, "1.0")
        self.end_headers()
        self.wfile.write(server.answer)

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


class OtherServer(HTTPServer):
    """A server that is not Rolelight. ``received`` has the path of each request, and its headers and body."""

    def __init__(self, status: int, answer: bytes, *headers: str) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.answer, self.headers = status, answer, headers
        self.received: list[tuple[str, str]] = []
        self.address = f"http://127.0.0.1:{self.server_address[1]}"


@contextmanager
def other_server(status: int, answer: bytes, *headers: str) -> Iterator[OtherServer]:
    """Runs a server that answers all with that, and with Rolelight's headers of these names."""
    with OtherServer(status, answer, *headers) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        try:
            yield other
        finally:
            other.shutdown()
            thread.join()

"""A small web site for the tests: the files of a folder, each with the headers that its name asks for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from ssl import SSLContext
from urllib.parse import urlsplit

STRICT = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)


class QuietHandler(BaseHTTPRequestHandler):
    """A handler that prints nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def reply(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        """Send a whole reply."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def listening(
    handler: type[BaseHTTPRequestHandler], port: int = 0, tls: SSLContext | None = None
) -> Iterator[int]:
    """Serves on a port of this machine, or on a free one; gives the port."""
    server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    if tls:
        # The handshake is left to the thread of each connection: one that waits would hold up all others.
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield int(server.server_address[1])
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def serving_folders(*folders: Path) -> Iterator[int]:
    """Serves the pages and styles of the folders; one with ``?strict`` gets a strict security policy."""

    class Handler(QuietHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            files = (folder / address.path.lstrip("/") for folder in folders)
            file = next((file for file in files if file.is_file()), None)
            kind = "css" if address.path.endswith(".css") else "html"
            headers = {"Content-Type": f"text/{kind}; charset=utf-8"}
            if address.query == "strict":
                headers["Content-Security-Policy"] = STRICT
            self.reply(200 if file else 404, file.read_bytes() if file else b"", headers)

    with listening(Handler) as port:
        yield port

"""Runs a team's server for a test: `rolelight serve --shared`, and nginx before it as in the documents."""

from __future__ import annotations

import getpass
import json
import os
import re
import shutil
import signal
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPSConnection
from pathlib import Path
from typing import Any

import trustme
from trustme import LeafCert

from rolelight.api.tokens import Tokens
from tools.running import COMMAND, PATIENCE_SECONDS, RunningServer, free_port, running_server

CONFIGURATION = Path(__file__).parents[2] / "docs/team/nginx.conf"

# What a system's nginx.conf has around the documented part; all that nginx writes goes to the test's folder.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-errors.txt warn;
user {user};
events {{}}
http {{
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/rolelight.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Team:
    """A team's server behind its proxy; ``folder`` has all that either of them writes."""

    server: RunningServer
    name: str
    port: int
    authority: ssl.SSLContext
    folder: Path

    @property
    def tokens(self) -> Tokens:
        """The tokens, as `rolelight tokens` has them."""
        return Tokens(self.folder)

    def connect(self, timeout: float = PATIENCE_SECONDS) -> HTTPSConnection:
        """A connection to the proxy."""
        return HTTPSConnection(self.name, self.port, timeout=timeout, context=self.authority)

    def ask(
        self, method: str, path: str, token: str = "", body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, Any]]:
        """The status and the JSON of the answer to a program's request through the proxy."""
        connection = self.connect()
        sent = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"} | headers
        connection.request(method, path, body, sent)
        answer = connection.getresponse()
        status, content = answer.status, json.loads(answer.read())
        connection.close()
        return status, content

    def log(self) -> list[dict[str, Any]]:
        """The lines of the server's log."""
        return [json.loads(line) for line in self.server.output.read_text("utf-8").splitlines()]


@contextmanager
def team(folder: Path, name: str = "localhost", certificate: LeafCert | None = None) -> Iterator[Team]:
    """A team's server behind nginx, with a folder that has no token yet.

    The certificate is for that name; without one, a new one of an authority that only ``authority`` trusts.
    """
    port = free_port()
    settings = {"ROLELIGHT_SHARED_ADDRESS": f"https://{name}:{port}", "ROLELIGHT_WORKERS": "2"}
    with (
        running_server(folder, COMMAND, "--shared", **settings) as server,
        proxy(folder, [server.port], port, name, certificate) as before,
    ):
        yield Team(server, name, port, before.authority, folder)


@dataclass(frozen=True, slots=True)
class Proxy:
    """nginx that runs; ``authority`` trusts its certificate."""

    process: subprocess.Popen[bytes]
    authority: ssl.SSLContext
    configuration: Path

    def leave_out(self, *ports: int) -> None:
        """Have nginx ask none of the servers on these ports any more; any other again."""
        text = self.configuration.read_text("utf-8").replace(" down;", ";")
        for port in ports:
            text = text.replace(f"server 127.0.0.1:{port};", f"server 127.0.0.1:{port} down;")
        self.configuration.write_text(text, "utf-8")
        self.process.send_signal(signal.SIGHUP)


@contextmanager
def proxy(
    folder: Path,
    upstreams: Sequence[int],
    port: int,
    name: str = "localhost",
    certificate: LeafCert | None = None,
) -> Iterator[Proxy]:
    """nginx as documented on that port, before the servers on those ports."""
    trusted, authority = ssl.create_default_context(), trustme.CA()
    authority.configure_trust(trusted)
    _write_certificate(folder, certificate or authority.issue_cert(name))
    _write_configuration(folder, upstreams, name, port)
    with _nginx(folder, port) as process:
        yield Proxy(process, trusted, folder / "rolelight.conf")


@contextmanager
def _nginx(folder: Path, port: int) -> Iterator[subprocess.Popen[bytes]]:
    # Debian keeps it where only root's path leads.
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    assert program, "nginx is missing: bash tests/tools/debian.sh nginx"
    process = subprocess.Popen([program, "-c", str(folder / "nginx.conf"), "-p", str(folder)])
    try:
        _wait_for(port, process)
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_SECONDS)


def _write_certificate(folder: Path, certificate: LeafCert) -> None:
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(folder / "certificate.pem", append=True)


def _write_configuration(folder: Path, upstreams: Sequence[int], name: str, port: int) -> None:
    """The documented file with a test's name, certificate and ports in place of what is to be changed."""
    text = CONFIGURATION.read_text("utf-8")
    places = {
        "<name>": name,
        "<certificate>": f"{folder}/certificate.pem",
        "<key>": f"{folder}/key.pem",
        "listen 443": f"listen 127.0.0.1:{port}",
        "server 127.0.0.1:8765;": " ".join(f"server 127.0.0.1:{each};" for each in upstreams),
    }
    for place, value in places.items():
        assert place in text
        text = text.replace(place, value)
    assert not re.search(r"<\w+>", text)
    (folder / "rolelight.conf").write_text(text, "utf-8")
    around = AROUND.format(folder=folder, user=getpass.getuser())
    (folder / "nginx.conf").write_text(around, "utf-8")


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < last and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.01)
    raise RuntimeError("nginx does not answer")

"""Runs a Rolelight server for a test: on a free port, with its pairings in a folder of the test's."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import BaseHandler, HTTPCookieProcessor, Request, build_opener, urlopen

COMMAND = str(Path(sys.executable).with_name("rolelight"))
PATIENCE_SECONDS = 60
ANSWER_SECONDS = 20
SOME_EXTENSION = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


@dataclass(frozen=True, slots=True)
class RunningServer:
    """A server that answers; ``output`` is the file that gets what it prints."""

    address: str
    process: subprocess.Popen[bytes]
    output: Path

    @property
    def port(self) -> int:
        """The port that the server listens on."""
        return int(self.address.rpartition(":")[2])

    def memory(self, kind: str = "VmRSS") -> float:
        """The megabytes that the server has in memory now (VmRSS) or had at most (VmHWM), on Linux alone."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return (
            int(next(line.split()[1] for line in status.splitlines() if line.startswith(f"{kind}:"))) / 1024
        )

    def start_link(self) -> str:
        """The one-time start link that the server printed."""
        found = re.search(rf"{re.escape(self.address)}/\S+", self.output.read_text(encoding="utf-8"))
        assert found, "the server printed no start link"
        return found[0]


def shown_codes(server: RunningServer) -> Iterator[str]:
    """The codes that the start page shows, to whoever opens the start link: the present one at each step."""
    opener = build_opener(HTTPCookieProcessor())
    page = server.start_link()
    while True:
        with opener.open(page) as reply:
            code = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", reply.read().decode())
        assert code, "the start page shows no pairing code"
        yield code[0]
        page = f"{server.address}/"


class PairedClient:
    """Asks a server as the extension of a paired browser does."""

    def __init__(self, server: RunningServer, origin: str = SOME_EXTENSION) -> None:
        """Pairs with the code that the start page shows to whoever opens the start link."""
        self._address = server.address
        self._headers = {"Content-Type": "application/json", "Origin": origin}
        self.codes = shown_codes(server)
        self.pair_anew()

    def pair_anew(self) -> None:
        """Take a new token, with the code that the start page shows now."""
        status, pairing = self.pair()
        assert status == HTTPStatus.CREATED, pairing
        self.token = pairing["token"]
        self._headers["Authorization"] = f"Bearer {self.token}"

    def pair(self) -> tuple[int, dict[str, Any]]:
        """The answer to pairing once more, with the code that the start page shows now."""
        return self.post("/api/v1/pairings", json.dumps({"code": next(self.codes)}).encode())

    def move_to(self, server: RunningServer) -> None:
        """Ask another server from now on, as after a start on another port."""
        self._address = server.address

    def post(self, path: str, body: bytes) -> tuple[int, dict[str, Any]]:
        """The status and the JSON of the answer. Raises TimeoutError where there is none for long."""
        request = Request(self._address + path, body, self._headers, method="POST")
        try:
            with urlopen(request, timeout=ANSWER_SECONDS) as reply:
                return reply.status, json.load(reply)
        except HTTPError as error:
            return error.code, json.load(error)


@contextmanager
def running_server(
    folder: Path, command: str = COMMAND, *options: str, **variables: str
) -> Iterator[RunningServer]:
    """Starts that rolelight command with a folder of its own, waits for its first reply, and ends it.

    ``variables`` are more for its environment. Raises RuntimeError with what the command printed where it
    ends before it answers.
    """
    port = free_port()
    environment = {"ROLELIGHT_FOLDER": str(folder), "PYTHONUNBUFFERED": "1"} | variables
    with running([command, "serve", "--port", str(port), *options], port, folder, environment) as server:
        yield server


@contextmanager
def running(
    command: list[str], port: int, folder: Path, variables: dict[str, str]
) -> Iterator[RunningServer]:
    """Starts that command in a folder, waits for its first reply, and ends it; raises as above."""
    output = folder / "server-output.txt"
    with output.open("wb") as sink:
        process = subprocess.Popen(command, cwd=folder, env=os.environ | variables, stdout=sink, stderr=sink)
        server = RunningServer(f"http://127.0.0.1:{port}", process, output)
        try:
            _wait_for_reply(server)
            yield server
        finally:
            process.terminate()
            process.wait(PATIENCE_SECONDS)


@contextmanager
def full_disk(server: RunningServer) -> Iterator[None]:
    """Meanwhile, no byte can be added to any file by the server, as the kernel sees to."""
    import resource  # not on Windows

    unlimited = resource.RLIM_INFINITY
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (0, unlimited))
    yield
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (unlimited, unlimited))


def body_of(url: str, *handlers: BaseHandler) -> str:
    """The body of the reply at that address."""
    with build_opener(*handlers).open(url, timeout=PATIENCE_SECONDS) as reply:
        return str(reply.read(), "utf-8")


def _wait_for_reply(server: RunningServer) -> None:
    last = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < last and server.process.poll() is None:
        # A bare connection costs a tenth of a request: the server needs the processor to start.
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", server.port), 1).close()
            body_of(f"{server.address}/api/v1/health")
            return
        time.sleep(0.005)
    raise RuntimeError(f"The server does not answer: {server.output.read_text(encoding='utf-8')}")


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])

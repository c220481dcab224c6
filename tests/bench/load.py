"""What a running server bears: readings a second and their times, for several connections, by wrk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from rolelight.api.tokens import Tokens
from rolelight.page.model import Capture
from tools.running import (
    COMMAND,
    PATIENCE_SECONDS,
    SOME_EXTENSION,
    PairedClient,
    RunningServer,
    free_port,
    running,
    running_server,
)

SECONDS = 10
CONNECTIONS = (1, 4, 16, 64)
SCRIPT = Path(__file__).with_name("load.lua")
TESTS = Path(__file__).parents[1]
SHARED = {"ROLELIGHT_SHARED_ADDRESS": "https://rolelight.example.com"}
PATH = "/api/v1/readings"

# The same servers with nothing in them but a parse.
BARE = {
    "waitress": ["-m", "waitress", "--threads=4", "--listen=127.0.0.1:{port}", "bench.bare:application"],
    "gunicorn": ["-m", "gunicorn", "--workers={cores}", "--bind=127.0.0.1:{port}", "bench.bare:application"],
}

COLUMNS = (
    "readings",
    "failed",
    "readings/s",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "bare parses/s",
    "time / bare parse",
)

# A server that runs, and the headers of who may ask it.
Serving = tuple[RunningServer, list[str]]


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw: how many were answered, in how many seconds, how many failed; and milliseconds."""

    requests: int
    seconds: float
    failed: int
    p50: float
    p95: float
    p99: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


def show_load(captures: Sequence[Capture]) -> None:
    """Prints the table, with the ratio to a bare parse of the same body under the same server."""
    capture = sorted(captures, key=lambda each: len(each.html))[len(captures) // 2]
    print(f"\n### Load: a capture of {len(capture.html) / 1e6:.2f} MB, {SECONDS} s each\n")
    print("| server | connections | " + " | ".join(COLUMNS) + " |\n|" + "---|" * (2 + len(COLUMNS)))
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder) / "body.json"
        body.write_text(json.dumps({"captures": [{"html": capture.html}]}), "utf-8")
        for name in BARE:
            with _serving_bare(name) as bare:
                bare_loads = list(_loads(bare, body))
            with serving(name) as server:
                for number, load in enumerate(_loads(server, body)):
                    cells = _cells(load, bare_loads[number])
                    print(f"| {name} | {CONNECTIONS[number]} | {cells} |", flush=True)


def _cells(load: Load, bare: Load) -> str:
    """A row's figures; where nothing was answered there is no ratio."""
    assert bare.failed == 0
    times = f"{load.rate:.1f} | {load.p50:.0f} | {load.p95:.0f} | {load.p99:.0f}"
    ratio = f"{bare.rate / load.rate:.2f}" if load.requests else ""
    return f"{load.requests} | {load.failed} | {times} | {bare.rate:.1f} | {ratio}"


def measure(server: Serving, body: Path, connections: int, seconds: int = SECONDS) -> Load:
    """What wrk sees of POSTs of that body, over so many connections at once."""
    running_one, headers = server
    address = f"{running_one.address}{PATH}"
    _settle(address, body, headers)
    threads = min(connections, os.cpu_count() or 1)
    options = [f"-t{threads}", f"-c{connections}", f"-d{seconds}s", "--timeout=30s", f"-s{SCRIPT}"]
    words = ["wrk", *options, address, "--", str(body), *headers]
    printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    return Load(**json.loads(printed.strip().splitlines()[-1]))


def _settle(address: str, body: Path, headers: Sequence[str]) -> None:
    """Waits for an answer: wrk goes away in mid-request, and the server first reads all that it left."""
    named = dict(header.split(": ", 1) for header in headers)
    with urlopen(Request(address, body.read_bytes(), named), timeout=PATIENCE_SECONDS) as reply:
        reply.read()


@contextmanager
def serving(name: str) -> Iterator[Serving]:
    """Rolelight in waitress or gunicorn, and the headers of who may ask it."""
    headers = ["Content-Type: application/json"]
    with tempfile.TemporaryDirectory() as folder:
        if name == "gunicorn":
            token = Tokens(Path(folder)).give("Bench", 1)
            with running_server(Path(folder), COMMAND, "--shared", **SHARED) as server:
                yield server, [*headers, f"Authorization: Bearer {token}"]
        else:
            with running_server(Path(folder)) as server:
                token = PairedClient(server).token
                yield server, [*headers, f"Authorization: Bearer {token}", f"Origin: {SOME_EXTENSION}"]


@contextmanager
def _serving_bare(name: str) -> Iterator[Serving]:
    """A bare parse in waitress or gunicorn."""
    port = free_port()
    words = [word.format(port=port, cores=os.cpu_count()) for word in BARE[name]]
    with (
        tempfile.TemporaryDirectory() as folder,
        running([sys.executable, *words], port, Path(folder), {"PYTHONPATH": str(TESTS)}) as server,
    ):
        yield server, ["Content-Type: application/json"]


def _loads(server: Serving, body: Path) -> Iterator[Load]:
    """What the server bears, for each number of connections; after a second to warm up."""
    measure(server, body, 4, 1)
    for connections in CONNECTIONS:
        yield measure(server, body, connections)

"""What a running server bears: readings a second and their times, for several connections, by wrk."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError

from rolelight.api.tokens import Tokens
from rolelight.page.model import Capture
from tools.running import (
    COMMAND,
    SOME_EXTENSION,
    PairedClient,
    RunningServer,
    body_of,
    free_port,
    running_server,
)

SECONDS = 10
CONNECTIONS = (1, 4, 16, 64)
SCRIPT = Path(__file__).with_name("load.lua")
TESTS = Path(__file__).parents[1]
PYTHON = sys.executable
SHARED = {"ROLELIGHT_SHARED_ADDRESS": "https://rolelight.example.com"}

# The same servers with nothing in them but a parse.
BARE = {
    "waitress": ["-m", "waitress", "--threads=4", "--listen=127.0.0.1:{port}", "bench.bare:application"],
    "gunicorn": ["-m", "gunicorn", "--workers={cores}", "--bind=127.0.0.1:{port}", "bench.bare:application"],
}


@dataclass(frozen=True, slots=True)
class Load:
    """What wrk saw: readings a second, how many failed, and milliseconds."""

    rate: float
    failed: int
    p50: float
    p95: float
    p99: float


def show_load(captures: Sequence[Capture]) -> None:
    """Prints the table, with the ratio to a bare parse of the same body under the same server."""
    capture = sorted(captures, key=lambda each: len(each.html))[len(captures) // 2]
    print(f"\n### Load: a capture of {len(capture.html) / 1e6:.2f} MB, {SECONDS} s each\n")
    print("| server | connections | readings/s | failed | p50 ms | p95 ms | p99 ms | time / bare parse |")
    print("|---|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        body = Path(folder) / "body.json"
        body.write_text(json.dumps({"captures": [{"html": capture.html}]}), "utf-8")
        for name in BARE:
            bare = dict(_bare_loads(name, body))
            for connections, load in _loads(name, body):
                ratio = bare[connections].rate / load.rate if load.rate else float("inf")
                cells = f"{load.rate:.1f} | {load.failed} | {load.p50:.0f} | {load.p95:.0f} | {load.p99:.0f}"
                print(f"| {name} | {connections} | {cells} | {ratio:.2f} |", flush=True)


def measure(
    address: str, body: Path, connections: int, headers: Sequence[str], seconds: int = SECONDS
) -> Load:
    """What wrk sees of POSTs of that body, over so many connections at once."""
    threads = min(connections, os.cpu_count() or 1)
    command = [
        "wrk",
        f"-t{threads}",
        f"-c{connections}",
        f"-d{seconds}s",
        "--timeout=30s",
        f"-s{SCRIPT}",
        address,
    ]
    words = [*command, "--", str(body), "Content-Type: application/json", *headers]
    printed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    seen = json.loads(printed.strip().splitlines()[-1])
    return Load(seen["requests"] / seen["seconds"], seen["failed"], seen["p50"], seen["p95"], seen["p99"])


@contextmanager
def serving(name: str) -> Iterator[tuple[RunningServer, list[str]]]:
    """Rolelight in waitress or gunicorn, and the headers of who may ask it."""
    with tempfile.TemporaryDirectory() as folder:
        if name == "gunicorn":
            token = Tokens(Path(folder)).give("Bench", 1)
            with running_server(Path(folder), COMMAND, "--shared", **SHARED) as server:
                yield server, [f"Authorization: Bearer {token}"]
        else:
            with running_server(Path(folder)) as server:
                token = PairedClient(server).token
                yield server, [f"Authorization: Bearer {token}", f"Origin: {SOME_EXTENSION}"]


def _loads(name: str, body: Path) -> Iterator[tuple[int, Load]]:
    """What Rolelight bears in that server, by connections; after a second to warm up."""
    with serving(name) as (server, headers):
        address = f"{server.address}/api/v1/readings"
        measure(address, body, 4, headers, 1)
        for connections in CONNECTIONS:
            yield connections, measure(address, body, connections, headers)


def _bare_loads(name: str, body: Path) -> Iterator[tuple[int, Load]]:
    """The same of a bare parse."""
    port = free_port()
    words = [word.format(port=port, cores=os.cpu_count()) for word in BARE[name]]
    environment = os.environ | {"PYTHONPATH": str(TESTS)}
    process = subprocess.Popen([PYTHON, *words], env=environment, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/"
        _wait_for(address)
        for connections in CONNECTIONS:
            yield connections, measure(address, body, connections, ())
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    """Until there is any answer at all: the bare application takes POSTs alone."""
    while True:
        try:
            body_of(address)
        except URLError as error:
            if hasattr(error, "code"):
                return
            time.sleep(0.05)

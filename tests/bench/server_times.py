"""What the running server costs: its start, its idle memory, and its answers to hostile bodies."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

from bench.figures import Figure
from bench.hostile import hostile_bodies
from tools.running import PairedClient, RunningServer, running_server

STARTS = 5
# Until it has got ready for its first reading in the background, which takes about a second.
WARM_SECONDS = 3
WARM_UP = b'{"captures": [{"html": "<h1>Robin</h1><h2>Experience</h2><p>Web Developer</p>"}]}'


def start_figures() -> list[Figure]:
    """Seconds from starting the command to its first reply, and its memory when it has nothing more to do."""
    seconds, megabytes = [], []
    for _ in range(STARTS):
        started = perf_counter()
        with _server() as server:
            seconds.append(perf_counter() - started)
            sleep(WARM_SECONDS)
            megabytes.append(server.memory())
    return [
        Figure("server start to first reply", median(seconds), "s", 0.4),
        Figure("resident memory, idle", median(megabytes), "MB", 70),
    ]


def show_hostile() -> None:
    """Prints each hostile body's status, its seconds and what the server's memory grew by."""
    print("\n### Hostile bodies (at most 1 s, 100 MB, never a 5xx)\n")
    print("| body | status | seconds | MB more | |\n|---|---|---|---|---|")
    for name, body in hostile_bodies().items():
        status, seconds, grown = _answer(body)
        met = status and status < HTTPStatus.INTERNAL_SERVER_ERROR and seconds <= 1 and grown <= 100
        cells = f"{status or 'none'} | {seconds:.2f} | {grown:.0f} | {'met' if met else 'MISSED'}"
        print(f"| {name} | {cells} |", flush=True)


def _answer(body: bytes) -> tuple[int, float, float]:
    """The answer of a fresh server that has read one small page before; 0 is no answer in good time."""
    with _server() as server:
        client = PairedClient(server)
        client.post("/api/v1/readings", WARM_UP)
        before = server.memory()
        started = perf_counter()
        try:
            status, _ = client.post("/api/v1/readings", body)
        except TimeoutError:
            status = 0
        return status, perf_counter() - started, server.memory("VmHWM") - before


@contextmanager
def _server() -> Iterator[RunningServer]:
    with tempfile.TemporaryDirectory() as folder, running_server(Path(folder)) as server:
        yield server

"""Two instances behind one proxy, while several people click: reloads and restarts fail no request."""

from __future__ import annotations

import logging
import signal
import subprocess
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from rolelight.api.tokens import Tokens
from soak import times
from soak.memory import workers
from soak.small_pages import body_of_small_page
from tools.running import COMMAND, PATIENCE_SECONDS, RunningServer, free_port, running
from tools.team import Team, proxy

BODY = body_of_small_page()
# Each clicks less often than the proxy allows one person, and all together less than it allows one address.
PEOPLE, PAUSE_SECONDS = 8, 0.6

Process = subprocess.Popen[bytes]

log = logging.getLogger(__name__)


class Instances:
    """Two team's servers on fixed ports that share the tokens, and nginx before them."""

    def __init__(self, folder: Path, stack: ExitStack) -> None:
        self.folder, port, self._ports = folder, free_port(), (free_port(), free_port())
        self._settings = {
            "ROLELIGHT_FOLDER": str(folder),
            "ROLELIGHT_SHARED_ADDRESS": f"https://localhost:{port}",
            "ROLELIGHT_WORKERS": "1",
        }
        self._ends = [stack.enter_context(ExitStack()) for _ in self._ports]
        self._servers = [self._start(number) for number in range(len(self._ports))]
        self._proxy = stack.enter_context(proxy(folder, self._ports, port))
        self.team = Team(self._servers[0], "localhost", port, self._proxy.authority, folder)

    def reload(self, number: int) -> None:
        """Have one replace its worker."""
        replace_workers(self._servers[number].process, lambda each: each.send_signal(signal.SIGHUP))

    def restart(self, number: int) -> None:
        """End one and start it again as the documents say: left out by the proxy for as long."""
        replace_workers(self._proxy.process, lambda _: self._proxy.leave_out(self._ports[number]))
        self._ends[number].close()
        self._servers[number] = self._start(number)
        replace_workers(self._proxy.process, lambda _: self._proxy.leave_out())

    def _start(self, number: int) -> RunningServer:
        own, port = self.folder / f"instance-{number}", self._ports[number]
        own.mkdir(exist_ok=True)
        command = [COMMAND, "serve", "--shared", "--port", str(port)]
        return self._ends[number].enter_context(running(command, port, own, self._settings))


def replace_workers(process: Process, ask_for_it: Callable[[Process], None]) -> None:
    """Ask a server to begin anew, and wait until its old workers have finished what they had and are gone."""
    before = workers(process.pid)
    ask_for_it(process)
    last = time.monotonic() + PATIENCE_SECONDS
    while not (now := workers(process.pid)) or now & before:
        assert time.monotonic() < last, "it did not come to be"
        time.sleep(0.02)


@contextmanager
def clicking(team: Team, tokens: list[str]) -> Iterator[list[int]]:
    """Everybody has pages read until it ends; gives the statuses so far."""
    statuses: list[int] = []
    ended = threading.Event()

    def click(token: str) -> None:
        while not ended.wait(PAUSE_SECONDS):
            statuses.append(team.ask("POST", "/api/v1/readings", token, BODY)[0])

    with ThreadPoolExecutor(len(tokens)) as pool:
        people = [pool.submit(click, token) for token in tokens]
        try:
            yield statuses
        finally:
            ended.set()
        for person in people:
            person.result()


@pytest.fixture
def instances(tmp_path: Path) -> Iterator[Instances]:
    with ExitStack() as stack:
        yield Instances(tmp_path, stack)


def test_reloads_and_restarts_fail_no_request(instances: Instances) -> None:
    tokens = [Tokens(instances.folder).give(f"Person {number}", 1) for number in range(PEOPLE)]
    with clicking(instances.team, tokens) as statuses:
        for number in range(times(1, 20)):
            instances.reload(number % 2)
            instances.restart(number % 2)
    log.info("%d readings", len(statuses))
    assert len(statuses) > len(tokens)
    assert set(statuses) == {200}, Counter(statuses)

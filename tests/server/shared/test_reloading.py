"""A reload brings what is installed then, and nothing that cannot start takes the place of what serves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import pytest

import rolelight
from rolelight.api.tokens import Tokens
from rolelight.site.demos import FOLDER
from tools.running import RunningServer, free_port, running

BODY = json.dumps({"captures": [{"html": (FOLDER / "web-developer.html").read_text("utf-8")}]}).encode()
NEW_VERSION = "99.0"


@dataclass(frozen=True, slots=True)
class Installed:
    """A team's server that runs from a copy of the package."""

    server: RunningServer
    package: Path
    token: str

    def ask(self, method: str = "GET", path: str = "/api/v1/health", body: bytes | None = None) -> Any:
        """The answer, read to its end."""
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"}
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    def reload(self) -> None:
        self.server.process.send_signal(signal.SIGHUP)

    def says(self, words: str) -> bool:
        """Whether that is in the log by now."""
        return words in self.server.output.read_text("utf-8")

    def version(self) -> str | None:
        """The version that answers."""
        return str(self.ask().getheader("X-Rolelight-Server"))

    def workers(self) -> list[int]:
        children = f"/proc/{self.server.process.pid}/task/{self.server.process.pid}/children"
        return [int(each) for each in Path(children).read_text("ascii").split()]


@pytest.fixture
def installed(tmp_path: Path) -> Iterator[Installed]:
    package, port = tmp_path / "installed/rolelight", free_port()
    shutil.copytree(Path(rolelight.__file__).parent, package)
    (package.parents[1] / "extension").symlink_to(Path(rolelight.__file__).parents[2] / "extension")
    command = [sys.executable, "-m", "rolelight", "serve", "--shared", "--port", str(port)]
    environment = {
        "PYTHONPATH": str(package.parent),
        "ROLELIGHT_FOLDER": str(tmp_path),
        "ROLELIGHT_SHARED_ADDRESS": "https://rolelight.example.com",
        "ROLELIGHT_WORKERS": "1",
    }
    token = Tokens(tmp_path).give("Ann Smith", 1)
    with running(command, port, tmp_path, environment) as server:
        yield Installed(server, package, token)


@contextmanager
def changed(file: Path, text: str) -> Iterator[None]:
    """The file with that text at its end, for a while."""
    kept = file.read_text("utf-8")
    file.write_text(f"{kept}\n{text}\n", "utf-8")
    yield
    file.write_text(kept, "utf-8")


@contextmanager
def readings(installed: Installed) -> Iterator[list[int]]:
    """Pages are read one after the other until it ends; gives the statuses so far."""
    ended, statuses = threading.Event(), []

    def read() -> None:
        while not ended.is_set():
            statuses.append(installed.ask("POST", "/api/v1/readings", BODY).status)

    with ThreadPoolExecutor(2) as pool:
        asked = [pool.submit(read) for _ in range(2)]
        try:
            yield statuses
        finally:
            ended.set()
        for each in asked:
            each.result()


def wait_until(is_so: Callable[[], bool]) -> None:
    last = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < last, "it did not come to be"
        time.sleep(0.05)


def test_what_cannot_start_is_not_loaded_and_the_old_workers_go_on(installed: Installed) -> None:
    before = installed.workers()
    for file, text, said in (
        ("app.py", "import no_such_module", "named 'no_such_module'"),
        ("shared/worker.py", "import no_such_worker", "named 'no_such_worker'"),
        ("shared/gunicorn_config.py", "import no_such_setting", "named 'no_such_setting'"),
        ("lexicon/data/roles.toml", "<", "roles.toml"),
        ("config.py", 'PREFIX = "ROLELIGHT_WORK"', "ROLELIGHT_WORKERS is not a setting"),
    ):
        with changed(installed.package / file, text):
            installed.reload()
            wait_until(partial(installed.says, said))
            assert installed.version() == rolelight.__version__
            assert installed.workers() == before


def test_an_upgrade_that_went_wrong_and_is_mended_fails_no_reading(installed: Installed) -> None:
    with readings(installed) as statuses:
        with changed(installed.package / "app.py", "import nothing_of_that_name"):
            installed.reload()
            wait_until(lambda: installed.says("Not reloaded"))
        with changed(installed.package / "__init__.py", f'__version__ = "{NEW_VERSION}"'):
            before = len(statuses)
            installed.reload()
            wait_until(lambda: installed.version() == NEW_VERSION and len(statuses) > before)
    assert set(statuses) == {200}


def test_a_reload_brings_the_new_answers_to_broken_http_as_well(installed: Installed) -> None:
    def answer() -> bytes:
        with socket.create_connection(("127.0.0.1", installed.server.port), 30) as connection:
            connection.sendall(b"nonsense\r\n\r\n")
            return connection.makefile("rb").read()

    assert answer().startswith(b"HTTP/1.1 400 ")
    new = "def _answer(code: str) -> bytes:\n    return b'new'"
    with changed(installed.package / "shared/worker.py", new):
        installed.reload()
        wait_until(lambda: answer() == b"new")


def test_a_worker_that_dies_in_mid_upgrade_is_replaced_when_the_upgrade_is_whole(
    installed: Installed,
) -> None:
    with changed(installed.package / "app.py", "import nothing_of_that_name"):
        # So that the first process knows that it has served.
        os.kill(installed.workers()[0], signal.SIGKILL)
        wait_until(lambda: installed.says("The next is tried in"))
        assert installed.server.process.poll() is None
    assert installed.ask().status == 200


def test_a_server_that_cannot_start_at_all_ends(installed: Installed, tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "rolelight", "serve", "--shared", "--port", str(port)]
    environment = {"PYTHONPATH": str(installed.package.parent), "ROLELIGHT_FOLDER": str(tmp_path)}
    environment |= {"ROLELIGHT_SHARED_ADDRESS": "https://rolelight.example.com"}
    (tmp_path / "second").mkdir()
    with (
        changed(installed.package / "app.py", "import nothing_of_that_name"),
        pytest.raises(RuntimeError, match="nothing_of_that_name"),
        running(command, port, tmp_path / "second", environment),
    ):
        pass

"""The clients of docs/clients.md, taken out of it and run: they pair, read, and tell what is wrong."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from rolelight.site.demos import FOLDER
from tools.running import RunningServer, free_port, running_server, shown_codes

DOCUMENT = (Path(__file__).parents[2] / "docs/clients.md").read_text("utf-8")
COMMANDS = {"python": [sys.executable, "client.py"], "js": ["node", "client.mjs"]}
PROFILE = str(FOLDER / "web-developer.html")


@dataclass(frozen=True, slots=True)
class Client:
    """One of the programs, in a home folder of its own."""

    language: str
    home: Path

    @property
    def tokens(self) -> Path:
        """The file that keeps the tokens."""
        return self.home / ".rolelight-client.json"

    def run(self, *arguments: str, typed: str = "") -> tuple[int, str]:
        """The exit code and all that is printed."""
        done = subprocess.run(
            [*COMMANDS[self.language], *arguments],
            cwd=self.home,
            env=os.environ | {"HOME": str(self.home), "USERPROFILE": str(self.home)},
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stdout
        assert "    at " not in done.stdout
        return done.returncode, done.stdout


@pytest.fixture(params=COMMANDS)
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Client:
    language = str(request.param)
    found = re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    assert len(found) == 1
    (tmp_path / COMMANDS[language][1]).write_text(found[0], "utf-8")
    return Client(language, tmp_path)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def codes(server: RunningServer) -> Iterator[str]:
    """The codes that the start page shows, each for one pairing."""
    return shown_codes(server)


def test_it_pairs_once_and_prints_verdict_and_evidence(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    ended, printed = client.run(server.address, PROFILE, typed=f"{next(codes)}\n")
    assert (ended, "back-end-web-developer: strong (" in printed) == (0, True), printed
    assert re.search(r"^for {6}Django: Django is a Python framework", printed, re.MULTILINE)
    assert client.tokens.stat().st_mode & 0o777 == 0o600
    assert client.run(server.address, PROFILE) == (0, printed.partition(": ")[2])


def test_a_wrong_code_may_be_typed_again(client: Client, server: RunningServer, codes: Iterator[str]) -> None:
    ended, printed = client.run(server.address, PROFILE, typed=f"AAAA-0000\n{next(codes)}\n")
    assert ended == 0
    assert "The pairing code is wrong or has expired." in printed
    assert "strong" in printed


def test_a_token_that_is_no_longer_good_is_replaced(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    client.tokens.write_text(f'{{"{server.address}": "revoked", "http://other.example": "kept"}}', "utf-8")
    ended, printed = client.run(server.address, PROFILE, typed=f"{next(codes)}\n")
    assert (ended, "This browser is not paired." in printed) == (0, True)
    kept = client.tokens.read_text("utf-8")
    assert "revoked" not in kept
    assert '"kept"' in kept


def test_what_the_server_refuses_is_told_in_its_words(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    ended, printed = client.run(server.address, PROFILE, "astronaut", typed=f"{next(codes)}\n")
    assert ended == 1
    assert "There is no such role. GET /api/v1/roles lists the roles." in printed
    assert re.search(r"^role: There is no such role\.\n\(request [0-9a-f]{16}\)$", printed, re.MULTILINE)


def test_a_page_that_is_no_profile_is_told(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    page = client.home / "blank.html"
    page.write_text("<p></p>", "utf-8")
    ended, printed = client.run(server.address, str(page), typed=f"{next(codes)}\n")
    assert (ended, printed.endswith("No profile: blank\n")) == (0, True)


def test_no_code_ends_it_with_a_sentence(client: Client, server: RunningServer) -> None:
    ended, printed = client.run(server.address, PROFILE)
    assert (ended, "A code is needed." in printed) == (1, True)


def test_a_page_that_is_not_there_is_told(client: Client, server: RunningServer) -> None:
    ended, printed = client.run(server.address, "nothing.html")
    assert (ended, "nothing.html" in printed) == (1, True)


def test_a_server_that_does_not_answer_is_told(client: Client) -> None:
    ended, printed = client.run(f"http://127.0.0.1:{free_port()}", PROFILE, typed="AAAA-0000\n")
    assert (ended, "No Rolelight answers at" in printed) == (1, True)


class Other(BaseHTTPRequestHandler):
    """A server that is not Rolelight."""

    status = 200

    def do_POST(self) -> None:
        """Answer with a page."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.status)
        self.end_headers()
        self.wfile.write(b"<p>Something else</p>")

    def log_message(self, format: str, *args: object) -> None:
        """Print nothing."""


@pytest.mark.parametrize("status", [200, 404])
def test_another_server_at_the_address_is_told(
    client: Client, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Other, "status", status)
    with HTTPServer(("127.0.0.1", 0), Other) as other:
        thread = threading.Thread(target=other.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{other.server_address[1]}"
        ended, printed = client.run(address, PROFILE, typed="AAAA-0000\n")
        other.shutdown()
        thread.join()
    assert (ended, "is not Rolelight." in printed) == (1, True)

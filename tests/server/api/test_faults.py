"""Whatever goes wrong while a page is read: the rest are served, and nothing of the page is kept anywhere."""

from __future__ import annotations

import gzip
import json
import socket
import struct
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from rolelight.api.tokens import Tokens
from rolelight.site.demos import FOLDER
from tools.running import PairedClient, RunningServer, free_port, full_disk, running, running_server

# In no page of ours: where it is found, something of this page was kept.
MARKER = "Quibblesworth"
PAGE = (FOLDER / "web-developer.html").read_text("utf-8").replace("Django", f"Django {MARKER}")

# `rolelight`, but that a page may have it fail with the page in hand, or held while it reads.
COMMAND = """
import sys, time
from pathlib import Path
from rolelight import cli, reading as module

read = module.read_profile

def read_badly(captures, *arguments, **options):
    reading = read(captures, *arguments, **options)
    if "fail here" in captures[0].url:
        raise ValueError(captures[0].html)
    if "hold here" in captures[0].url:
        Path("held").touch()
        while not Path("released").exists():
            time.sleep(0.01)
    return reading

module.read_profile = read_badly
cli.main()
"""


def body(does: str = "") -> bytes:
    """A request for a reading of the page with the marker, at an address with it that says what to do."""
    url = f"https://www.example.com/in/{MARKER}/?{does}"
    return json.dumps({"captures": [{"html": PAGE, "url": url}]}).encode()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    """A server that keeps its temporary files, if it has any, in the test's folder too."""
    folder, port = tmp_path_factory.mktemp("server"), free_port()
    (folder / "temporary").mkdir()
    variables = {"ROLELIGHT_FOLDER": str(folder), "TMPDIR": str(folder / "temporary")}
    command = [sys.executable, "-u", "-c", COMMAND, "serve", "--port", str(port)]
    with running(command, port, folder, variables) as started:
        yield started


@pytest.fixture(scope="module")
def client(server: RunningServer) -> PairedClient:
    return PairedClient(server)


def read(client: PairedClient, does: str = "") -> tuple[int, dict[str, Any]]:
    return client.post("/api/v1/readings", body(does))


def kept(folder: Path) -> list[str]:
    """The files below the folder that hold anything of the page."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert "server-output.txt" in {path.name for path in files}
    return [path.name for path in files if MARKER.encode() in path.read_bytes()]


def connect(server: RunningServer, client: PairedClient, content: bytes, more: str = "") -> socket.socket:
    """A connection on which a request for a reading was begun, with the first half of its body."""
    head = (
        f"POST /api/v1/readings HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nContent-Length: {len(content)}"
    )
    rest = f"Authorization: Bearer {client.token}\r\nContent-Type: application/json{more}"
    connection = socket.create_connection(("127.0.0.1", server.port), 10)
    connection.sendall(f"{head}\r\n{rest}\r\n\r\n".encode() + content[: len(content) // 2])
    return connection


def hang_up(connection: socket.socket) -> None:
    """End the connection as a machine does that goes down: with a reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def clients_gone_in_mid_body(server: RunningServer, client: PairedClient) -> None:
    for more in ("", "\r\nContent-Encoding: gzip"):
        hang_up(connect(server, client, body(), more))
        connect(server, client, body(), more).close()


def clients_gone_before_the_answer(server: RunningServer, client: PairedClient) -> None:
    for _ in range(4):
        content = body()
        connection = connect(server, client, content)
        connection.sendall(content[len(content) // 2 :])
        hang_up(connection)


def broken_requests(server: RunningServer, client: PairedClient) -> None:
    lines = [f"{MARKER} / HTTP/1.1", f"GET /{MARKER}%0a{MARKER} HTTP/1.1\r\n{MARKER} : x", MARKER]
    for line in lines:
        with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
            connection.sendall(f"{line}\r\n\r\n".encode())
            assert connection.makefile("rb").readline().split()[1] == b"400"


def a_failure_inside(_: RunningServer, client: PairedClient) -> None:
    status, answer = read(client, "fail here")
    assert (status, answer["code"]) == (500, "internal")
    assert MARKER not in str(answer)


def bodies_that_are_no_requests(_: RunningServer, client: PairedClient) -> None:
    for content in (body()[:-1], gzip.compress(body()), b"[" + body(), PAGE.encode()):
        assert client.post("/api/v1/readings", content)[0] in (400, 422)


@pytest.mark.parametrize(
    "fault",
    [
        clients_gone_in_mid_body,
        clients_gone_before_the_answer,
        broken_requests,
        a_failure_inside,
        bodies_that_are_no_requests,
    ],
    ids=lambda each: each.__name__,
)
def test_after_a_fault_the_rest_are_served_and_nothing_is_kept(
    server: RunningServer, client: PairedClient, fault: Callable[[RunningServer, PairedClient], None]
) -> None:
    fault(server, client)
    assert read(client)[0] == 200
    assert kept(server.output.parent) == []


def test_while_the_disk_is_full_pages_are_read_and_nothing_is_kept(
    server: RunningServer, client: PairedClient
) -> None:
    with full_disk(server):
        assert read(client)[0] == 200
        assert read(client, "fail here")[0] == 500
    assert kept(server.output.parent) == []


def test_200_slow_clients_with_half_a_page_each_leave_nothing(
    server: RunningServer, client: PairedClient
) -> None:
    with ExitStack() as stack:
        for _ in range(200):
            stack.enter_context(connect(server, client, body()))
        assert read(client)[0] == 200
        assert kept(server.output.parent) == []
    assert read(client)[0] == 200


def hold(pool: ThreadPoolExecutor, client: PairedClient, folder: Path) -> Future[tuple[int, dict[str, Any]]]:
    """A reading that the server is held in the midst of."""
    held = pool.submit(read, client, "hold here")
    last = time.monotonic() + 30
    while not (folder / "held").exists():
        assert time.monotonic() < last, "the page was not read"
        time.sleep(0.01)
    return held


def test_a_token_that_is_revoked_while_its_page_is_read_is_refused_from_then_on(
    server: RunningServer, client: PairedClient
) -> None:
    """The page that was let in is read to its end."""
    tokens, folder = Tokens(server.output.parent), server.output.parent
    with ThreadPoolExecutor(1) as pool:
        held = hold(pool, client, folder)
        tokens.revoke(tokens.all()[-1].id)
        assert read(client)[1]["code"] == "not_paired"
        client.pair_anew()
        assert read(client)[0] == 200
        (folder / "released").touch()
        assert held.result()[0] == 200


def test_no_crash_of_the_server_writes_its_memory_to_the_disk(server: RunningServer) -> None:
    limits = Path(f"/proc/{server.process.pid}/limits").read_text("ascii")
    (core,) = (line.split() for line in limits.splitlines() if line.startswith("Max core file size"))
    assert core[4:6] == ["0", "0"]


def test_a_server_that_is_killed_in_mid_reading_leaves_nothing_and_loses_no_pairing(
    server: RunningServer, client: PairedClient
) -> None:
    """The last test of this file, after all that has gone wrong before."""
    folder = server.output.parent
    (folder / "held").unlink(missing_ok=True)
    (folder / "released").unlink(missing_ok=True)
    with ThreadPoolExecutor(1) as pool:
        held = hold(pool, client, folder)
        server.process.kill()
        assert isinstance(held.exception(), OSError)
    server.process.wait(10)
    assert kept(folder) == []
    with running_server(folder) as again:
        client.move_to(again)
        assert read(client)[0] == 200

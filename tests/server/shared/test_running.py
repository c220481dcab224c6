"""A team's server as it runs: nginx as documented, gunicorn, and what may go wrong while people click."""

from __future__ import annotations

import itertools
import json
import os
import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from callers import ORIGIN
from rolelight.site.demos import FOLDER
from tools.running import body_of
from tools.team import Team, team

# In no page of ours: where it is found, something of this page was kept.
MARKER = "Quibblesworth"
PAGE = (FOLDER / "web-developer.html").read_text("utf-8").replace("Django", f"Django {MARKER}")
BODY = json.dumps(
    {
        "captures": [{"html": PAGE, "url": f"https://www.example.com/?{MARKER}"}],
        "role": "back-end-web-developer",
    }
).encode()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    with team(tmp_path_factory.mktemp("team")) as started:
        yield started


@pytest.fixture
def ann(running: Team) -> str:
    """A token that nothing has been asked with: the proxy counts by token."""
    return running.tokens.give("Ann Smith", 90)


def read(running: Team, token: str) -> tuple[int, dict[str, Any]]:
    return running.ask("POST", "/api/v1/readings", token, BODY, Origin=ORIGIN)


def workers(running: Team) -> set[int]:
    """The processes that read pages."""
    children = Path(f"/proc/{running.server.process.pid}/task/{running.server.process.pid}/children")
    return {int(each) for each in children.read_text("ascii").split()}


def connections(worker: int) -> int:
    """How many sockets it has open: one more while it answers."""
    count = 0
    for file in Path(f"/proc/{worker}/fd").iterdir():
        with suppress(FileNotFoundError):  # closed meanwhile
            count += str(file.readlink()).startswith("socket:")
    return count


def wait_until(is_so: Callable[[], bool], pause: float = 0.02) -> None:
    last = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < last, "it did not come to be"
        time.sleep(pause)


def test_a_page_is_read_through_the_proxy(running: Team, ann: str) -> None:
    status, reading = read(running, ann)
    assert (status, reading["profile"]["page_state"]) == (200, "profile")
    assert running.ask("GET", "/api/v1/pairing", ann)[1]["person"] == "Ann Smith"


def test_a_token_that_is_revoked_while_a_page_is_read_is_refused_from_then_on(running: Team) -> None:
    token = running.tokens.give("Ben Ode", 90)
    token_id = running.tokens.all()[-1].id
    with ThreadPoolExecutor(4) as pool:
        asked: list[Future[tuple[int, dict[str, Any]]]] = [
            pool.submit(read, running, token) for _ in range(4)
        ]
        running.tokens.revoke(token_id)
    assert {future.result()[0] for future in asked} <= {200, 401}
    assert read(running, token)[1]["code"] == "not_paired"


def test_a_reload_fails_no_request_and_replaces_every_worker(running: Team, ann: str) -> None:
    before, ended, statuses = workers(running), threading.Event(), []

    def click() -> None:
        while not ended.is_set():
            statuses.append(running.ask("GET", "/api/v1/pairing", ann)[0])
            time.sleep(0.3)  # below the proxy's limit for one person

    with ThreadPoolExecutor(1) as pool:
        clicking = pool.submit(click)
        running.server.process.send_signal(signal.SIGHUP)
        wait_until(lambda: len(workers(running)) == len(before) and not workers(running) & before)
        ended.set()
        clicking.result()
    assert set(statuses) == {200}


def test_a_worker_that_is_killed_fails_its_own_request_alone(running: Team, ann: str) -> None:
    """The one that has begun a request is stopped in it, and killed when all others have been answered."""
    dying, *others = workers(running)
    idle = connections(dying)
    for other in others:
        os.kill(other, signal.SIGSTOP)
    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(read, running, ann)]
        wait_until(lambda: connections(dying) > idle, 0.001)
        os.kill(dying, signal.SIGSTOP)
        for other in others:
            os.kill(other, signal.SIGCONT)
        asked += [pool.submit(read, running, ann) for _ in range(3)]
        wait_until(lambda: sum(future.done() for future in asked) == 3)
        os.kill(dying, signal.SIGKILL)
        answers = [future.result() for future in asked]
    assert [(status, answer.get("code")) for status, answer in answers] == [
        (503, "unavailable"),
        *[(200, None)] * 3,
    ]
    wait_until(lambda: len(workers(running)) == 1 + len(others))
    assert read(running, ann)[0] == 200


def test_200_slow_clients_keep_nobody_waiting(running: Team, ann: str) -> None:
    """They announce a body and send a byte of it; from four addresses, as one may not have so many."""
    head = f"POST /api/v1/readings HTTP/1.1\r\nHost: localhost:{running.port}\r\nContent-Length: 9\r\n\r\n{{"
    slow = []
    try:
        for number in range(200):
            source = (f"127.0.0.{2 + number % 4}", 0)
            raw = socket.create_connection(("127.0.0.1", running.port), 10, source)
            slow.append(running.authority.wrap_socket(raw, server_hostname="localhost"))
            slow[-1].sendall(head.encode())
        assert read(running, ann)[0] == 200
        assert "Rolelight" in body_of(f"{running.server.address}/api/v1/health")
    finally:
        for each in slow:
            each.close()


def test_a_client_that_goes_away_in_mid_body_harms_nobody(running: Team, ann: str) -> None:
    for _ in range(5):
        connection = running.connect()
        connection.putrequest("POST", "/api/v1/readings")
        connection.putheader("Content-Length", str(len(BODY)))
        connection.putheader("Authorization", f"Bearer {ann}")
        connection.endheaders(BODY[:1000])
        connection.close()
    assert read(running, ann)[0] == 200


def test_a_body_too_large_is_refused_in_one_shape(running: Team, ann: str) -> None:
    status, answer = running.ask("POST", "/api/v1/readings", ann, b"x" * 8_000_001)
    assert (status, answer["code"]) == (413, "page_too_large")
    assert set(answer) == {"code", "message", "fields", "request_id"}
    assert running.ask("POST", "/api/v1/readings", ann, b"x" * 8_000_000)[1]["code"] == "not_json"


def test_broken_requests_are_refused_in_one_shape_and_nothing_of_them_is_logged(running: Team) -> None:
    requests = [
        f"GET /api/v1/health HTTP/1.1\r\nHost: x\r\n{MARKER} : x\r\n\r\n",
        f"{MARKER}\r\n\r\n",
        f"POST /api/v1/readings HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n{MARKER}\r\n",
        f"GET /api/v1/health HTTP/1.1\r\nHost: x\r\nContent-Length: {MARKER}\r\n\r\n",
    ]
    for request in requests:
        with socket.create_connection(("127.0.0.1", running.server.port), 10) as connection:
            connection.sendall(request.encode())
            connection.shutdown(socket.SHUT_WR)
            answer = connection.makefile("rb").read().decode()
        assert answer.startswith("HTTP/1.1 400 "), request
        head, _, body = answer.partition("\r\n\r\n")
        assert json.loads(body)["code"] in ("bad_request", "bad_host"), request
        assert f"X-Request-Id: {json.loads(body)['request_id']}" in head
        assert "X-Rolelight-API: 1.0" in head


def test_what_a_client_sends_makes_no_line_in_the_log(running: Team) -> None:
    """Not by a line break in an address, nor by a header, a method or an id of its own."""
    connection = HTTPConnection("127.0.0.1", running.server.port, timeout=10)
    line = quote(f'x\n{{"level": "INFO", "message": "{MARKER}"}}')
    headers = dict.fromkeys(("X-Request-Id", "User-Agent", "Referer", "Cookie"), MARKER)
    headers["Host"] = f"localhost:{running.port}"
    for method, path in (("GET", f"/{line}"), (MARKER, "/"), ("GET", f"/api/v1/roles?{line}")):
        connection.request(method, path, headers=headers)
        connection.getresponse().read()
    connection.close()
    lines = running.log()
    assert all({"level", "time"} <= line.keys() for line in lines)
    assert MARKER not in str(lines)


def test_what_a_client_says_that_a_proxy_said_does_not_count(running: Team) -> None:
    """Neither a scheme, which would be in redirects, nor another path: metrics are not for everyone."""
    said = {"X-Forwarded-Proto": "https", "X-Forwarded-Ssl": "off", "X-Forwarded-Host": "x"}
    assert running.ask("GET", "/api/v1/health", "", None, **said)[0] == 200
    connection = HTTPConnection("127.0.0.1", running.server.port, timeout=10)
    connection.request("GET", "/api/v1/health", headers={"PATH_INFO": "/metrics", "SCRIPT_NAME": "/x"})
    assert json.load(connection.getresponse())["name"] == "Rolelight"
    connection.close()


@pytest.mark.parametrize("path", ["//metrics", "/%6detrics", "/x/../metrics", "/%2fmetrics", "/metrics?x"])
def test_no_spelling_leads_to_the_metrics(running: Team, path: str) -> None:
    assert running.ask("GET", path)[1]["code"] == "not_found"


def test_two_lengths_are_refused_by_proxy_and_server(running: Team) -> None:
    """Where the two did not agree on where a body ends, one person's request could hold another's."""
    lengths = ["Content-Length: 6\r\nTransfer-Encoding: chunked", "Content-Length: 2\r\nContent-Length: 6"]
    for lines, port in itertools.product(lengths, (running.port, running.server.port)):
        request = f"POST /api/v1/readings HTTP/1.1\r\nHost: localhost:{port}\r\n{lines}\r\n\r\n0\r\n\r\nGET"
        raw = socket.create_connection(("127.0.0.1", port), 10)
        is_proxy = port == running.port
        with (
            running.authority.wrap_socket(raw, server_hostname="localhost") if is_proxy else raw as connection
        ):
            connection.sendall(request.encode())
            answer = connection.makefile("rb").read()
        assert answer.startswith(b"HTTP/1.1 400 ")
        assert answer.count(b"HTTP/1.1") == 1


@pytest.mark.parametrize(
    "request_text",
    [
        "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\nX: a\r\n b\r\n\r\n",
        "PROXY TCP4 1.1.1.1\r\n\r\n",
    ],
)
def test_what_the_proxy_cannot_read_is_refused_in_one_shape_too(running: Team, request_text: str) -> None:
    with (
        socket.create_connection(("127.0.0.1", running.port), 10) as raw,
        running.authority.wrap_socket(raw, server_hostname=running.name) as connection,
    ):
        connection.sendall(request_text.encode())
        answer = connection.makefile("rb").read().decode()
    head, _, body = answer.partition("\r\n\r\n")
    assert head.startswith("HTTP/1.1 400 ")
    assert json.loads(body)["code"] == "bad_request"


def test_one_person_who_asks_without_end_is_slowed_and_no_other(running: Team, ann: str) -> None:
    answers = [running.ask("GET", "/api/v1/pairing", ann) for _ in range(30)]
    assert {status for status, _ in answers} == {200, 429}
    assert answers[-1][1]["code"] == "too_many_requests"
    assert running.ask("GET", "/api/v1/pairing", running.tokens.give("Ben Ode", 90))[0] == 200


def test_the_metrics_are_for_the_servers_own_machine(running: Team, ann: str) -> None:
    assert running.ask("GET", "/metrics", ann)[1]["code"] == "not_found"
    text = body_of(f"{running.server.address}/metrics")
    counted = re.findall(
        r'^rolelight_requests_total{.*route="/api/v1/readings",status="200"} (\S+)', text, re.M
    )
    assert sum(map(float, counted)) >= 1
    assert "rolelight_verdicts_total{" in text
    assert not [word for word in ("Ann", MARKER, ann, "python_info") if word in text]


def test_the_log_says_who_asked_what_by_token_and_nothing_of_a_page(running: Team, ann: str) -> None:
    read(running, ann)
    line = next(line for line in reversed(running.log()) if line.get("route") == "/api/v1/readings")
    assert line["token"] in {token.id for token in running.tokens.all()}
    assert (line["status"], line["page_state"], line["bytes_received"]) == (200, "profile", len(BODY))
    assert {"prune", "parse", "match", "weigh"} <= line["stages"].keys()
    assert re.fullmatch(r"\w{16}", line["request_id"])


def test_nothing_of_a_page_is_kept_anywhere(running: Team, ann: str) -> None:
    """The last test of this file: after all that has gone wrong before."""
    assert read(running, ann)[0] == 200
    kept = [path for path in running.folder.rglob("*") if path.is_file()]
    assert {path.name for path in kept} >= {"server-output.txt", "nginx-errors.txt", "tokens.sqlite3"}
    assert [path.name for path in kept if MARKER.encode() in path.read_bytes()] == []
    assert [path.name for path in kept if ann.encode() in path.read_bytes()] == []
    # nginx warns of each body or answer that it writes to the disk for a while.
    assert "temporary file" not in (running.folder / "nginx-errors.txt").read_text("utf-8")

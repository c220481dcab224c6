"""A real server in a process of its own: it refuses all that is bad, stays up, and spools nothing to disk."""

from __future__ import annotations

import gzip
import http.client
import json
import socket
import zlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from rolelight.site.demos import FOLDER
from tools.running import SOME_EXTENSION, PairedClient, RunningServer, body_of, running_server

PAGE = (FOLDER / "web-developer.html").read_text("utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: RunningServer) -> PairedClient:
    return PairedClient(server)


def ask(
    server: RunningServer, method: str, body: object, headers: dict[str, str]
) -> tuple[int, str, http.client.HTTPMessage]:
    """The status, the code and the headers of the reply to a request for a reading."""
    chunked = "Transfer-Encoding" in headers
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(method, "/api/v1/readings", body, headers, encode_chunked=chunked)  # type: ignore[arg-type]
    reply = connection.getresponse()
    code = json.load(reply).get("code", "")
    connection.close()
    return reply.status, code, reply.headers


@pytest.fixture(scope="module")
def right(client: PairedClient) -> dict[str, str]:
    """The headers of a paired browser's request."""
    token = f"Bearer {client.token}"
    return {"Authorization": token, "Content-Type": "application/json", "Origin": SOME_EXTENSION}


def test_it_refuses_all_that_is_bad_and_goes_on(
    server: RunningServer, client: PairedClient, right: dict[str, str]
) -> None:
    nine = json.dumps({"captures": [{"html": ""}] * 9})
    wrong_types = json.dumps({"captures": [{"html": 3}]})
    cases = [
        (("GET", None, right), (405, "method_not_allowed")),
        (("POST", "{}", right | {"Host": "evil.example"}), (400, "bad_host")),
        (
            ("POST", "{}", right | {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}),
            (403, "cross_site"),
        ),
        (("POST", "{}", right | {"Authorization": ""}), (401, "not_paired")),
        (("POST", "{}", right | {"Origin": "chrome-extension://other"}), (403, "wrong_origin")),
        (("POST", "{}", right | {"Content-Type": "text/plain"}), (415, "not_json_type")),
        (("POST", "", right), (400, "empty_body")),
        (("POST", "captures", right), (400, "not_json")),
        (("POST", "[" * 200_000, right), (400, "json_too_deep")),
        (("POST", "{}", right), (422, "no_captures")),
        (("POST", nine, right), (422, "invalid_fields")),
        (("POST", wrong_types, right), (422, "invalid_fields")),
        (("POST", "x" * 9_000_000, right), (413, "page_too_large")),
        (("POST", json.dumps({"captures": [{"html": "x" * 5_000_001}]}), right), (413, "page_too_large")),
    ]
    for (method, body, headers), expected in cases:
        assert ask(server, method, body, headers)[:2] == expected
    status, reading = client.post("/api/v1/readings", json.dumps({"captures": [{"html": PAGE}]}).encode())
    assert (status, reading["profile"]["page_state"]) == (200, "profile")
    assert server.process.poll() is None


def test_nobody_can_connect_but_at_the_loopback_address(server: RunningServer) -> None:
    """Not even at another address of this very machine."""
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.2", server.port), 10)


def test_a_chunked_body_over_the_limit_is_refused_too(server: RunningServer, right: dict[str, str]) -> None:
    chunks = (b"x" * 100_000 for _ in range(90))
    refused = ask(server, "POST", chunks, right | {"Transfer-Encoding": "chunked"})
    assert refused[:2] == (413, "page_too_large")


def test_a_body_that_is_announced_far_too_large_is_refused_unread(server: RunningServer) -> None:
    status, code, headers = ask(server, "POST", None, {"Content-Length": "999999999"})
    assert (status, code) == (413, "page_too_large")
    assert "X-Rolelight-Server" in headers
    assert headers["Server"] == "Rolelight"


def test_nothing_of_a_profile_is_written_or_printed(server: RunningServer, client: PairedClient) -> None:
    body = json.dumps({"captures": [{"html": PAGE, "url": "https://www.example.com/in/marisol/"}]}).encode()
    assert client.post("/api/v1/readings", body)[0] == 200
    folder = server.output.parent
    assert {path.name for path in folder.rglob("*")} == {
        "server-output.txt",
        "tokens.sqlite3",
        f"start-127.0.0.1-{server.port}.html",
    }
    kept = server.output.read_text("utf-8") + (folder / "tokens.sqlite3").read_text("latin-1")
    assert [word for word in ("Marisol", "Django", "marisol", client.token) if word in kept] == []


def test_a_chunked_gzip_body_is_read(server: RunningServer, right: dict[str, str]) -> None:
    packed = gzip.compress(json.dumps({"captures": [{"html": PAGE}]}).encode())
    pieces = (packed[start : start + 1000] for start in range(0, len(packed), 1000))
    headers = right | {"Transfer-Encoding": "chunked", "Content-Encoding": "gzip"}
    assert ask(server, "POST", pieces, headers)[0] == 200


def test_a_bomb_of_gigabytes_costs_a_few_megabytes(server: RunningServer, right: dict[str, str]) -> None:
    """As much gzip as a body may have: it stands for 7 GB, and inflating ends at the limit."""
    packer = zlib.compressobj(9, wbits=-zlib.MAX_WBITS)
    ten_megabytes = packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    bomb = gzip.compress(b"")[:10] + ten_megabytes * (7_000_000 // len(ten_megabytes))
    before = server.memory("VmHWM")
    for _ in range(3):
        refused = ask(server, "POST", bomb, right | {"Content-Encoding": "gzip"})
        assert refused[:2] == (413, "page_too_large")
    assert server.memory("VmHWM") - before < 40


def open_files(server: RunningServer) -> Iterator[str]:
    """What the server has open, but for what it closes while we look."""
    for path in Path(f"/proc/{server.process.pid}/fd").iterdir():
        with suppress(FileNotFoundError):
            yield str(path.readlink())


@pytest.mark.parametrize("chunked", [False, True])
def test_a_large_body_stays_in_memory(server: RunningServer, chunked: bool) -> None:
    """A file that is spooled is deleted while it is open: only /proc shows it."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.putrequest("POST", "/api/v1/readings")
    connection.putheader(*(("Transfer-Encoding", "chunked") if chunked else ("Content-Length", "7000000")))
    connection.endheaders(b" " * 6_900_000, encode_chunked=chunked)
    ask(server, "POST", "{}", {})  # a whole request more, so that the first was taken in
    assert [link for link in open_files(server) if link.endswith("(deleted)")] == []
    connection.close()


def health(server: RunningServer) -> bool:
    return "Rolelight" in body_of(f"{server.address}/api/v1/health")


def test_200_slow_clients_keep_nobody_else_waiting(server: RunningServer) -> None:
    """Their requests have begun, and each sends a byte now and then."""
    begun = b"POST /api/v1/readings HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n"
    with ExitStack() as stack:
        slow = [
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), 10)) for _ in range(200)
        ]
        for part in (begun[:40], begun[40:], b" "):
            for connection in slow:
                connection.sendall(part)
            assert health(server)
            assert body_of(server.address)


def test_health_and_start_page_are_answered_while_pages_are_read(
    server: RunningServer, client: PairedClient
) -> None:
    """Three at a time, each as long as a page may take, leave a thread of the four."""
    html = "<h2>Experience</h2>" + "<p>Developed web applications in Python.</p>" * 2_000
    body = json.dumps({"captures": [{"html": html}]}).encode()
    with ThreadPoolExecutor(3) as threads:
        readings = [threads.submit(client.post, "/api/v1/readings", body) for _ in range(3)]
        answered = 0
        while not any(reading.done() for reading in readings):
            assert body_of(server.address)
            answered += health(server)
        assert {reading.result()[0] for reading in readings} <= {200, 422}
    assert answered > 0

"""The one shape of errors over the wire: any address, any method, broken HTTP, and a failure."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NoReturn
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from flask.testing import FlaskClient
from waitress import wasyncore

from callers import ADDRESS
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.errors import REFUSALS
from rolelight.serving import bind
from rolelight.state import state_of
from tools.running import RunningServer, free_port, running_server

MOST_OF_HEAD = 262_144  # waitress's own limit


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


def head_of(server: RunningServer, lines: str) -> bytes:
    """The head of a request of these lines."""
    head = "\r\n".join([*lines.split("|"), "Connection: close", "", ""])
    return head.replace("HERE", f"127.0.0.1:{server.port}").encode("latin-1")


def send(server: RunningServer, lines: str, body: bytes = b"") -> tuple[int, dict[str, str], bytes]:
    """The status, the headers (by their names in small letters) and the body of the reply to these bytes."""
    with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
        connection.sendall(head_of(server, lines) + body)
        reply, _, content = connection.makefile("rb").read().partition(b"\r\n\r\n")  # to the end
    status, *headers = reply.decode().split("\r\n")
    pairs = (line.split(": ", 1) for line in headers)
    return int(status.split()[1]), {name.lower(): value for name, value in pairs}, content


def refused(reply: tuple[int, dict[str, str], bytes]) -> tuple[int, str]:
    """The status and code of a refusal, of which the shape is checked."""
    status, headers, content = reply
    error = json.loads(content)
    assert set(error) == {"code", "message", "fields", "request_id"}
    assert error["request_id"] == headers["x-request-id"] != ""
    assert (headers["content-type"], headers["cache-control"]) == ("application/json", "no-store")
    assert error["message"] == REFUSALS[error["code"]][1]
    return status, error["code"]


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_another_method_is_refused_and_the_right_ones_named(server: RunningServer, method: str) -> None:
    reply = send(server, f"{method} /api/v1/readings HTTP/1.1|Host: HERE")
    assert refused(reply) == (405, "method_not_allowed")
    assert set(reply[1]["allow"].split(", ")) == {"OPTIONS", "POST"}


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "TRACE", "BREW"])
@pytest.mark.parametrize("path", ["/api", "/api/", "/api/v1", "/api/v1/nothing", "/api/v1/%ff%zz"])
def test_an_unknown_address_of_the_api_is_refused(server: RunningServer, method: str, path: str) -> None:
    assert refused(send(server, f"{method} {path} HTTP/1.1|Host: HERE")) == (404, "not_found")


@pytest.mark.parametrize("path", ["//api/v1/roles", "/%2fapi/v1/roles", "http://x/api/v1/roles"])
def test_no_spelling_of_an_address_goes_round_the_checks(server: RunningServer, path: str) -> None:
    asked = f"GET {path} HTTP/1.1|Host: HERE"
    assert send(server, asked)[0] == 200
    assert refused(send(server, f"{asked}|Sec-Fetch-Site: cross-site")) == (403, "cross_site")
    assert refused(send(server, asked.replace("HERE", "x"))) == (400, "bad_host")


@pytest.mark.parametrize(
    "path",
    ["/static/../pages.py", "/static/%2e%2e/pages.py", "/static/..%2fpages.py", "/static/..%5cpages.py",
     "/static/%2fetc/passwd", "/static/site.css%00", "/extension/content/../background.js",
     "/extension/content/%2e%2e/background.js", "/extension/manifest.json", "/demos/..%2fdemos.json",
     "/demos/%00", "/demos/web-developer%0aX: y"],
)  # fmt: skip
def test_no_path_leads_to_another_file(server: RunningServer, path: str) -> None:
    assert send(server, f"GET {path.replace(' ', '%20')} HTTP/1.1|Host: HERE")[0] == 404


@pytest.mark.parametrize(
    "lines",
    ["Host: x|X-Forwarded-Host: HERE", "Host: x|Forwarded: host=HERE", "Host: x|HTTP_HOST: HERE",
     "Host: x| HERE", "Host: x|X-Host: HERE", "Host: HERE, HERE"],
    ids=["forwarded", "standard", "underscore", "folded", "another", "list"],
)  # fmt: skip
def test_no_other_header_stands_for_the_host(server: RunningServer, lines: str) -> None:
    assert refused(send(server, f"GET /api/v1/health HTTP/1.1|{lines}")) == (400, "bad_host")


def test_no_header_stands_for_the_method(server: RunningServer) -> None:
    reply = send(server, "GET /api/v1/pairings HTTP/1.1|Host: HERE|X-HTTP-Method-Override: POST")
    assert refused(reply) == (405, "method_not_allowed")


def test_what_hides_behind_a_body_is_checked_as_a_request_of_its_own(server: RunningServer) -> None:
    """Both lengths: the chunks count, and what follows them gets nothing of the first request's."""
    first = "POST /api/v1/readings HTTP/1.1\r\nHost: HERE\r\nContent-Length: 6\r\nTransfer-Encoding: chunked"
    head = f"{first}\r\n\r\n".replace("HERE", f"127.0.0.1:{server.port}").encode()
    with socket.create_connection(("127.0.0.1", server.port), 10) as connection:
        connection.sendall(head + b"0\r\n\r\n" + head_of(server, "GET /api/v1/roles HTTP/1.1|Host: x"))
        replies = connection.makefile("rb").read()
    assert replies.count(b"not_paired") == 1
    assert replies.count(b"bad_host") == 1


@pytest.mark.parametrize(
    ("path", "status"), [("roles", 200), ("readings", 405), ("nothing", 404), ("openapi.json", 200)]
)
def test_head_has_the_headers_alone(server: RunningServer, path: str, status: int) -> None:
    answered, headers, content = send(server, f"HEAD /api/v1/{path} HTTP/1.1|Host: HERE")
    assert (answered, content) == (status, b"")
    assert headers["x-request-id"]


def test_options_names_the_methods(server: RunningServer) -> None:
    status, headers, content = send(server, "OPTIONS /api/v1/roles HTTP/1.1|Host: HERE")
    assert (status, content) == (200, b"")
    assert set(headers["allow"].split(", ")) == {"GET", "HEAD", "OPTIONS"}


@pytest.mark.parametrize(
    ("lines", "body"),
    [
        ("POST /api/v1/readings HTTP/1.1|Host: HERE|Content-Length: x", b""),
        ("POST /api/v1/readings HTTP/1.1|Host: HERE|Content-Length: -1", b""),
        ("POST /api/v1/readings HTTP/1.1|Host: HERE|Content-Length: 2|Content-Length: 3", b"{}x"),
        ("POST /api/v1/readings HTTP/1.1|Host: HERE|Transfer-Encoding: gzip", b""),
        ("POST /api/v1/readings HTTP/1.1|Host: HERE|Transfer-Encoding: chunked", b"zz\r\n{}\r\n0\r\n\r\n"),
        ("get /api/v1/health HTTP/1.1|Host: HERE", b""),
        ("GET /api/v1/health HTTP/1.1|Host : HERE", b""),
        ("\x16\x03\x01\x02", b""),
    ],
    ids=[
        *("length in words", "length below nothing", "two lengths", "unknown transfer", "broken chunk"),
        *("small letters", "a space in a name", "no HTTP but TLS"),
    ],
)
def test_broken_http_is_refused_in_the_same_shape(server: RunningServer, lines: str, body: bytes) -> None:
    assert refused(send(server, lines, body)) == (400, "bad_request")


@pytest.mark.parametrize("lines", ["GET /FILLED HTTP/1.1|Host: HERE", "GET / HTTP/1.1|Host: HERE|X: FILLED"])
def test_a_huge_head_is_refused_in_the_same_shape(server: RunningServer, lines: str) -> None:
    """To the byte: had the server not read all of it, the client would see a reset and no answer."""
    padding = "x" * (MOST_OF_HEAD - len(head_of(server, lines)) + len("FILLED"))
    assert refused(send(server, lines.replace("FILLED", padding))) == (400, "bad_request")


@pytest.mark.parametrize("host", ["", "|Host: HERE|Host: evil.example"], ids=["none", "two"])
def test_exactly_one_host_is_named(server: RunningServer, host: str) -> None:
    assert refused(send(server, f"GET /api/v1/health HTTP/1.1{host}")) == (400, "bad_host")


def test_a_failure_outside_of_the_application_has_the_same_shape(tmp_path: Path) -> None:
    def fail(_: object, __: object) -> NoReturn:
        raise SystemError("Robin Example")

    port = free_port()
    app = create_app(Settings(port=port, folder=tmp_path))
    app.wsgi_app = fail  # type: ignore[assignment,method-assign]
    waitress = bind(app, state_of(app).settings)
    logging.getLogger("waitress").setLevel(logging.CRITICAL)
    with ThreadPoolExecutor(1) as pool:
        address = f"http://127.0.0.1:{port}/api/v1/health"
        asked = pool.submit(lambda: urlopen_refused(address))
        while not asked.done():
            wasyncore.loop(0.05, map=waitress._map, count=1)  # type: ignore[attr-defined]
    wasyncore.close_all(waitress._map, ignore_all=True)  # type: ignore[attr-defined]
    waitress.task_dispatcher.shutdown()
    assert refused(asked.result()) == (500, "internal")


def urlopen_refused(address: str) -> tuple[int, dict[str, str], bytes]:
    """The status, headers and body of a reply that is an error."""
    with pytest.raises(HTTPError) as caught:
        urlopen(address, timeout=10)
    with caught.value as error:
        return error.code, {name.lower(): value for name, value in error.headers.items()}, error.read()


@pytest.mark.parametrize("name", ["If-Modified-Since", "If-Unmodified-Since", "If-Range"])
def test_a_date_that_no_calendar_has_counts_for_nothing(client: FlaskClient, name: str) -> None:
    headers = {name: "Sat, 29 Oct 99999999994 19:43:31 GMT", "Range": "bytes=0-1"}
    assert client.get("/static/icon.svg", base_url=ADDRESS, headers=headers).status_code in (200, 206)

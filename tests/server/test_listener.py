"""Who listens at the address: nobody, a Rolelight with its version, or another program."""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from rolelight import __version__
from rolelight.config import Settings
from rolelight.listener import Listener, who_listens, why_not_listening
from tools.running import running_server


@contextmanager
def answering(reply: bytes) -> Iterator[Settings]:
    """A program on a free port that answers one request with that reply."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            with closing(server.accept()[0]) as connection:
                connection.recv(1_000)
                connection.sendall(reply)

        thread = threading.Thread(target=answer)
        thread.start()
        yield Settings(port=server.getsockname()[1])
        thread.join()


def health(body: str) -> bytes:
    return f"HTTP/1.1 200 OK\r\nContent-Length: {len(body)}\r\n\r\n{body}".encode()


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"220 mail.example ESMTP\r\n",
        health("hello"),
        health("[]"),
        health('{"name": "Other", "server": "1.0"}'),
        health('{"name": "Rolelight"}'),
        health('{"name": "Rolelight", "server": 1}'),
        health('{"name": "Rolelight", "server": "\\u001b[2J"}'),
        health("[" * 9_000),
        health(" " * 20_000 + '{"name": "Rolelight", "server": "1.0"}'),
    ],
)
def test_whatever_else_answers_is_another_program(reply: bytes) -> None:
    with answering(reply) as settings:
        assert who_listens(settings) == Listener("another")


def test_a_rolelight_says_its_version(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        assert who_listens(Settings(port=server.port)) == Listener("rolelight", __version__)


def test_where_nobody_listens_nobody_does() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert who_listens(Settings(port=port)) == Listener("nobody")


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        (errno.EACCES, "Port 80 is kept for the system's own programs. Choose one from 1024 to 65535"),
        (errno.EADDRNOTAVAIL, "Port 80 cannot be used (Cannot assign"),
    ],
)
def test_why_a_port_cannot_be_had_is_told_in_words(code: int, sentence: str) -> None:
    told = why_not_listening(Settings(port=80), OSError(code, "Cannot assign"))
    assert told.startswith(sentence)
    assert told.endswith("rolelight serve --port 8765")

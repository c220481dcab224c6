"""The least that a server with BeautifulSoup could do with a reading's body: parse its first page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from bs4 import BeautifulSoup


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """A WSGI application, for waitress and for gunicorn."""
    body = json.loads(environ["wsgi.input"].read(int(environ["CONTENT_LENGTH"])))
    BeautifulSoup(body["captures"][0]["html"], "lxml")
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", "2")])
    return [b"{}"]

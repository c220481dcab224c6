"""Callers of the API for tests: browsers whose extension is paired, or is not."""

from __future__ import annotations

from typing import Any

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from rolelight.state import LocalState

ADDRESS = "http://127.0.0.1:8765"
ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


class ClosingClient(FlaskClient):
    """A client that takes every reply in whole and closes it, so that no static file stays open."""

    def open(self, *args: Any, **options: Any) -> TestResponse:
        """The reply to a request."""
        return super().open(*args, **options | {"buffered": True})


class Browser:
    """Calls the API as the extension of one browser does; headers can be added, or taken out with None."""

    def __init__(self, client: FlaskClient, origin: str = ORIGIN) -> None:
        self.client = client
        self.headers: dict[str, str | None] = {"Origin": origin, "Sec-Fetch-Site": "none"}

    def pair(self, state: LocalState) -> Browser:
        """Take the code from the start page, as it were, and keep the token."""
        answer = self.call("POST", "pairings", json={"code": state.codes.show().text})
        self.headers["Authorization"] = f"Bearer {answer.json['token']}"  # type: ignore[index]
        return self

    def call(
        self, method: str, path: str, headers: dict[str, str | None] | None = None, **options: Any
    ) -> TestResponse:
        """The reply to a call of the API."""
        sent = {name: value for name, value in (self.headers | (headers or {})).items() if value is not None}
        return self.client.open(f"/api/v1/{path}", ADDRESS, method=method, headers=sent, **options)

    def read(self, **options: Any) -> TestResponse:
        """The reply to a POST of a reading."""
        return self.call("POST", "readings", **options)

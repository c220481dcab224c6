"""What the tests of the server's edges share: an application with a folder of its own, and its callers."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import settings

from callers import Browser, ClosingClient
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.state import LocalState, state_of

# No test asserts a time: the first example of a property may have to load the lexicon.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    app = create_app(Settings(folder=tmp_path / "folder"))
    app.test_client_class = ClosingClient
    return app


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def state(app: Flask) -> LocalState:
    return cast(LocalState, state_of(app))


@pytest.fixture
def stranger(client: FlaskClient) -> Browser:
    """A browser that is not paired."""
    return Browser(client)


@pytest.fixture
def browser(client: FlaskClient, state: LocalState) -> Browser:
    """A paired browser."""
    return Browser(client).pair(state)

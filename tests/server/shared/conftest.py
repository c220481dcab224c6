"""What the tests of a team's server share: an application with tokens, and programs that ask it."""

from __future__ import annotations

from pathlib import Path

import pytest
from flask import Flask

from callers import ClosingClient
from rolelight.api.tokens import Tokens
from rolelight.config import Settings
from rolelight.shared import gunicorn_config
from rolelight.shared.app import create_shared_app

SHARED_ADDRESS = "https://rolelight.example.com"


@pytest.fixture
def tokens(tmp_path: Path) -> Tokens:
    return Tokens(tmp_path / "folder", needed=True)


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Flask:
    (tmp_path / "metrics").mkdir()
    monkeypatch.setenv(gunicorn_config.METRICS_FOLDER, str(tmp_path / "metrics"))
    app = create_shared_app(Settings(folder=tmp_path / "folder", shared_address=SHARED_ADDRESS))
    app.test_client_class = ClosingClient
    return app

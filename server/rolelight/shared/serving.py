"""Runs the application for a team in gunicorn, with a process for each core."""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import NoReturn

from rolelight.config import Settings, variable
from rolelight.shared import gunicorn_config

# What the extra `shared` brings.
NEEDED = ("gunicorn", "prometheus_client", "pythonjsonlogger")


class CannotShare(Exception):  # noqa: N818 - as a sentence for people
    """This machine or installation cannot serve a team; the message says what to do."""


def serve_shared(settings: Settings) -> NoReturn:
    """Become gunicorn, with these settings. Raises CannotShare; returns never."""
    check(settings)
    os.environ |= environment_of(settings)
    os.execv(sys.executable, command_of(settings))  # noqa: S606 - our own Python and arguments


def check(settings: Settings) -> None:
    """Raise CannotShare where something is missing."""
    if sys.platform == "win32":
        raise CannotShare("A team's server needs Linux or macOS. On Windows, run it in a container.")
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        raise CannotShare("A team's server needs more libraries. Do: pip install 'rolelight[shared]'")
    if not settings.shared_address:
        raise CannotShare(
            f"Set {variable('shared_address')} to the address that people will type, such as "
            "https://rolelight.example.com"
        )


def command_of(settings: Settings) -> list[str]:
    """The command line of gunicorn."""
    options = {
        "--config": str(Path(gunicorn_config.__file__)),
        "--bind": f"{settings.host}:{settings.port}",
        "--workers": str(settings.workers or os.cpu_count() or 1),
    }
    pairs = [word for option in options.items() for word in option]
    return [sys.executable, "-m", "rolelight.shared.master", *pairs, "rolelight.shared.app:create()"]


def environment_of(settings: Settings) -> dict[str, str]:
    """What the workers read: the settings that were given, and where the metrics' files are.

    No other: a later version that no longer knows a setting would refuse it at a reload.
    """
    default = Settings()
    values = {each.name: getattr(settings, each.name) for each in fields(settings)}
    given = {
        variable(name): _text(value)
        for name, value in values.items()
        if value != getattr(default, name) or variable(name) in os.environ
    }
    metrics = os.environ.get(gunicorn_config.METRICS_FOLDER) or _new_folder()
    return given | {gunicorn_config.METRICS_FOLDER: metrics}


def _new_folder() -> str:
    in_memory = gunicorn_config.worker_tmp_dir
    return tempfile.mkdtemp(prefix=gunicorn_config.METRICS_PREFIX, dir=in_memory)


def _text(value: object) -> str:
    """The value as read_settings reads it."""
    if isinstance(value, dict):
        return ",".join(f"{use}={share}" for use, share in value.items())
    return str(value)

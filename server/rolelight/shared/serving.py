"""Runs the application for a team in gunicorn, with a process for each core, up to eight."""

from __future__ import annotations

import importlib.util
import ipaddress
import os
import shutil
import sys
import tempfile
from dataclasses import fields
from pathlib import Path
from typing import NoReturn

from rolelight.config import Settings, variable
from rolelight.listener import port_problem
from rolelight.shared import gunicorn_config

# What the extra `shared` brings.
NEEDED = ("gunicorn", "prometheus_client", "pythonjsonlogger")

# Each takes memory of its own: docs/team.md says how much.
MOST_WORKERS = 8


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
    # Else gunicorn would try for five seconds, with a line of its log each.
    if problem := port_problem(settings):
        raise CannotShare(problem)


def warning_of(settings: Settings) -> str:
    """What to know of where it listens; "" where only this machine can connect."""
    if ipaddress.IPv4Address(settings.host).is_loopback:
        return ""
    return (
        f"Whoever can connect to {settings.host}:{settings.port} can read the metrics, and pages go there in "
        "clear text. Listen there in a container or on a private network alone, else at 127.0.0.1."
    )


def command_of(settings: Settings) -> list[str]:
    """The command line of gunicorn."""
    options = {
        "--config": str(Path(gunicorn_config.__file__)),
        "--bind": f"{settings.host}:{settings.port}",
        "--workers": str(settings.workers or min(_cores(), MOST_WORKERS)),
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
    metrics = os.environ.get(gunicorn_config.METRICS_FOLDER) or _empty_folder(settings)
    return given | {gunicorn_config.METRICS_FOLDER: metrics}


def _cores() -> int:
    """The cores that this process may use, where the system tells; they may be fewer than the machine's."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _empty_folder(settings: Settings) -> str:
    """A folder by host and port, so that whatever a server that was killed left there is replaced."""
    parent = Path(gunicorn_config.worker_tmp_dir or tempfile.gettempdir())
    folder = parent / f"{gunicorn_config.METRICS_PREFIX}{settings.host}-{settings.port}"
    # Not those of another account, nor a link that it made: these cannot be removed, or mkdir() stops there.
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        raise CannotShare(f"{folder} cannot be made ({error.strerror}). Remove it.") from None
    return str(folder)


def _text(value: object) -> str:
    """The value as read_settings reads it."""
    if isinstance(value, dict):
        return ",".join(f"{use}={share}" for use, share in value.items())
    return str(value)

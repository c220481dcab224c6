"""How a team's server is started: what is missing is said in words, and settings reach the workers."""

from __future__ import annotations

import importlib.util
import os
import socket
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from rolelight.config import Settings, read_settings
from rolelight.shared import gunicorn_config, serving
from rolelight.shared.serving import CannotShare, check, command_of, environment_of, serve_shared, warning_of

SHARED = Settings(shared_address="https://rolelight.example.com")

# In a process of its own, as this one has loaded everything.
LOADED_BY_SERVE = """
import sys
from rolelight.cli import main
import rolelight.app, rolelight.serving
from rolelight.config import Settings
rolelight.app.create_app(Settings())
for name in ("gunicorn", "prometheus_client", "pythonjsonlogger", "rolelight.shared"):
    print(name, name in sys.modules)
"""


def test_a_server_on_ones_own_machine_loads_nothing_of_what_is_for_teams() -> None:
    loaded = subprocess.run(
        [sys.executable, "-c", LOADED_BY_SERVE], capture_output=True, text=True, check=True
    ).stdout
    assert loaded.split()[1::2] == ["False"] * 4


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CannotShare, match=r"pip install 'rolelight\[shared\]'"):
        check(SHARED)


def test_without_an_address_it_asks_for_one() -> None:
    with pytest.raises(CannotShare, match="Set ROLELIGHT_SHARED_ADDRESS to the address"):
        check(Settings())


def test_on_windows_it_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "sys", SimpleNamespace(platform="win32"))
    with pytest.raises(CannotShare, match="needs Linux or macOS"):
        check(SHARED)


def test_the_settings_reach_the_workers_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(gunicorn_config.METRICS_FOLDER, str(tmp_path))
    settings = Settings("127.0.0.2", 9000, tmp_path, 6_000_000, 5, {"web": 0.3}, SHARED.shared_address, 3)
    environment = environment_of(settings)
    assert environment.pop(gunicorn_config.METRICS_FOLDER) == str(tmp_path)
    assert read_settings(environment) == settings


def test_only_settings_that_were_given_reach_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    """A later version refuses a setting that it has no more, and then nobody gave it."""
    monkeypatch.setenv(gunicorn_config.METRICS_FOLDER, "given")
    monkeypatch.setenv("ROLELIGHT_PORT", "9000")
    assert environment_of(SHARED) == {
        "ROLELIGHT_SHARED_ADDRESS": SHARED.shared_address,
        "ROLELIGHT_PORT": "8765",  # as an option goes before its variable
        gunicorn_config.METRICS_FOLDER: "given",
    }


@pytest.mark.parametrize(("cores", "workers"), [(1, "1"), (4, "4"), (64, "8")])
def test_there_is_a_worker_for_each_core_that_it_may_use_up_to_eight(
    monkeypatch: pytest.MonkeyPatch, cores: int, workers: str
) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(cores)))
    assert command_of(SHARED)[-2] == workers


def test_there_are_as_many_workers_as_told() -> None:
    assert command_of(Settings(shared_address=SHARED.shared_address, workers=50))[-2] == "50"


def test_a_port_that_is_taken_is_said_in_words_and_nothing_is_left_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gunicorn_config, "worker_tmp_dir", str(tmp_path))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(CannotShare, match=f"Port {port} is in use by another program"):
            serve_shared(Settings(port=port, shared_address=SHARED.shared_address))  # waits 2 s for an answer
    assert list(tmp_path.iterdir()) == []


def test_the_metrics_of_a_server_that_was_killed_are_gone_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(gunicorn_config.METRICS_FOLDER, raising=False)
    monkeypatch.setattr(gunicorn_config, "worker_tmp_dir", str(tmp_path))
    folder = Path(environment_of(SHARED)[gunicorn_config.METRICS_FOLDER])
    (folder / "counter_0.db").write_bytes(b"left")
    assert environment_of(SHARED)[gunicorn_config.METRICS_FOLDER] == str(folder)
    assert [path.name for path in tmp_path.rglob("*")] == [folder.name]
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_link_in_place_of_the_folder_of_metrics_is_not_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(gunicorn_config.METRICS_FOLDER, raising=False)
    monkeypatch.setattr(gunicorn_config, "worker_tmp_dir", str(tmp_path))
    (tmp_path / "other").mkdir()
    Path(environment_of(SHARED)[gunicorn_config.METRICS_FOLDER]).rmdir()
    link = tmp_path / f"{gunicorn_config.METRICS_PREFIX}{SHARED.host}-{SHARED.port}"
    link.symlink_to(tmp_path / "other")
    with pytest.raises(CannotShare, match="cannot be made"):
        environment_of(SHARED)


@pytest.mark.parametrize(("host", "is_warned"), [("10.0.0.1", True), ("127.0.0.2", False)])
def test_to_listen_on_a_network_is_warned_of(host: str, is_warned: bool) -> None:
    settings = Settings(host=host, shared_address=SHARED.shared_address)
    assert ("in clear text" in warning_of(settings)) == is_warned


def test_a_worker_gets_the_lowest_slot_that_is_free() -> None:
    arbiter = SimpleNamespace(WORKERS={})
    for process, expected in ((10, 0), (11, 1), (12, 2)):
        arbiter.WORKERS[process] = SimpleNamespace()
        worker = arbiter.WORKERS.pop(process)
        gunicorn_config.pre_fork(arbiter, worker)
        assert worker.slot == expected
        arbiter.WORKERS[process] = worker
    del arbiter.WORKERS[11]
    gunicorn_config.pre_fork(arbiter, new := SimpleNamespace())
    assert new.slot == 1


def test_only_the_folder_of_metrics_that_it_made_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own, given = tmp_path / f"{gunicorn_config.METRICS_PREFIX}x", tmp_path / "given"
    for folder in (own, given):
        folder.mkdir()
        monkeypatch.setenv(gunicorn_config.METRICS_FOLDER, str(folder))
        gunicorn_config.on_exit(None)
    assert [path.name for path in tmp_path.iterdir()] == ["given"]

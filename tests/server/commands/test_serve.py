"""The server from the command line: what it prints, why it does not start, and the way to its start page."""

from __future__ import annotations

import re
import signal
import socket
import stat
from dataclasses import fields
from pathlib import Path
from urllib.request import HTTPCookieProcessor

import pytest
from click.testing import CliRunner, Result

from rolelight.cli import main
from rolelight.config import Settings, option, variable
from tools.running import COMMAND, PATIENCE_SECONDS, RunningServer, body_of, running_server


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment or None).invoke(main, arguments)


def test_a_port_in_use_gets_a_sentence_that_says_what_to_do(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port), ROLELIGHT_FOLDER=str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"Port {port} is in use" in result.stderr
    assert "rolelight serve --port" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "environment", "sentence"),
    [
        (["--port", "99999"], {}, "--port must be from 1 to 65535"),
        ([], {"ROLELIGHT_PROT": "1"}, "ROLELIGHT_PROT is not a setting"),
        ([], {"ROLELIGHT_HOST": "0.0.0.0"}, "not to be reached from the network"),  # noqa: S104
    ],
)
def test_a_wrong_setting_gets_a_sentence(
    arguments: list[str], environment: dict[str, str], sentence: str
) -> None:
    result = run("serve", *arguments, **environment)
    assert result.exit_code == 2
    assert sentence in result.stderr


def test_serve_prints_what_is_running_and_what_to_do_next(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        printed = server.output.read_text("utf-8")
        assert f"is running on this machine, at {server.address}" in printed
        assert f"{server.address}/?start=" in printed
        assert re.search(r"extension$", printed, re.MULTILINE)
        assert "Ctrl+C" in printed
        assert "What is sent, and what is kept" in body_of(server.address)


def test_ctrl_c_stops_the_server_quietly(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        stop(server)
        assert server.process.returncode == 0
        assert server.output.read_text("utf-8").endswith("Rolelight has stopped.\n")


def stop(server: RunningServer) -> None:
    server.process.send_signal(2)
    server.process.wait(PATIENCE_SECONDS)


@pytest.fixture
def seen(tmp_path: Path) -> Path:
    """What a browser was started with and what it found there, from a browser that only writes that down."""
    browser = tmp_path / "browser"
    seen = tmp_path / "seen"
    lines = ["#!/bin/sh", f'(echo "$1"; cat "${{1#file://}}") >"{seen}.new"', f'mv "{seen}.new" "{seen}"', ""]
    browser.write_text("\n".join(lines), "utf-8")
    browser.chmod(0o700)
    return seen


def browser_of(seen: Path) -> dict[str, str]:
    return {"BROWSER": f"{seen.with_name('browser')} %s"}


def test_serve_open_shows_the_browser_a_file_and_never_the_secret(tmp_path: Path, seen: Path) -> None:
    """Every account of a machine sees what commands are run with."""
    with running_server(tmp_path, COMMAND, "--open", **browser_of(seen)) as server:
        link = server.start_link()
    address, *page = seen.read_text("utf-8").splitlines()
    assert address == (tmp_path / f"start-127.0.0.1-{server.port}.html").as_uri()
    assert f'url={link}"' in "".join(page)


def test_open_leads_to_the_start_page_again_and_again(tmp_path: Path, seen: Path) -> None:
    with running_server(tmp_path) as server:
        body_of(server.start_link())
        links = {server.start_link()}
        for _ in range(2):
            result = run("open", "--port", str(server.port), "--folder", str(tmp_path), **browser_of(seen))
            assert result.exit_code == 0
            found = re.search(r"http://\S+", result.stdout)
            assert found
            assert found[0] in seen.read_text("utf-8")
            assert re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", body_of(found[0], HTTPCookieProcessor()))
            links.add(found[0])
        assert len(links) == 3


def test_open_says_so_where_no_server_runs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = run("open", "--port", str(port), "--folder", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert f"Rolelight does not run at http://127.0.0.1:{port}. Start it" in result.stderr


def test_open_says_so_where_the_server_keeps_its_link_elsewhere(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        result = run("open", "--port", str(server.port), "--folder", str(tmp_path / "other"))
    assert (result.exit_code, result.stdout) == (1, "")
    assert "keeps its start link in another folder" in result.stderr


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_the_file_with_the_link_is_for_its_owner_and_goes_with_the_server(tmp_path: Path, end: int) -> None:
    with running_server(tmp_path) as server:
        file = tmp_path / f"start-127.0.0.1-{server.port}.html"
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        server.process.send_signal(end)
        assert server.process.wait(PATIENCE_SECONDS) == 0
    assert not file.exists()


def test_quiet_prints_nothing(tmp_path: Path) -> None:
    with running_server(tmp_path, COMMAND, "--quiet") as server:
        stop(server)
        assert server.output.read_text("utf-8") == ""


def test_a_rolelight_that_runs_already_is_named_with_its_address(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        result = run("serve", "--port", str(server.port), "--folder", str(tmp_path))
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        f"runs already, at {server.address}. To open it: rolelight open --port {server.port}" in result.stderr
    )


@pytest.mark.parametrize(("arguments", "named"), [(["--folder"], "--folder"), ([], "ROLELIGHT_FOLDER")])
def test_a_folder_that_is_a_file_stops_the_start(tmp_path: Path, arguments: list[str], named: str) -> None:
    file = tmp_path / "file"
    file.touch()
    result = run("serve", *arguments, *([str(file)] if arguments else []), ROLELIGHT_FOLDER=str(file))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"{named} must be a folder, and {file} is a file")


@pytest.mark.parametrize("name", ["serve", "open", "startup", "doctor"])
def test_every_setting_is_an_option(name: str) -> None:
    printed = " ".join(run(name, "--help").stdout.split())
    for setting in fields(Settings):
        assert f"{option(setting.name)} VALUE" in printed
        assert f"Goes before {variable(setting.name)}." in printed

"""The doctor from the command line: calm where all is well, with a status and a remedy where it is not."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from rolelight import __version__
from rolelight.cli import main
from rolelight.commands.doctor import render_findings
from rolelight.doctor.checks import CHECKS
from rolelight.doctor.finding import Finding
from tools.running import PairedClient, RunningServer, running_server


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment).invoke(main, ["doctor", *arguments])


def examine(server: RunningServer, folder: Path, *arguments: str, **environment: str) -> Result:
    of_server = ["--port", str(server.port), "--folder", str(folder)]
    return run(*of_server, *arguments, XDG_CONFIG_HOME=str(folder), **environment)


def test_with_a_paired_server_that_runs_all_is_well(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    with running_server(tmp_path) as server:
        client = PairedClient(server)
        result = examine(server, tmp_path)
    assert result.exit_code == 0
    assert result.stdout.endswith("\n\nAll is well.\n")
    assert len(result.stdout.splitlines()) >= len(CHECKS) + 3
    assert f"Rolelight {__version__} runs at {server.address}" in result.stdout
    assert "one browser is paired" in result.stdout
    assert client.token not in result.stdout
    assert "start=" not in result.stdout


def test_what_is_wrong_is_counted_and_has_a_remedy(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    with running_server(tmp_path) as server:
        result = examine(server, tmp_path)
    assert result.exit_code == 1
    assert "-> Close it to them: chmod go=" in result.stdout
    assert str(tmp_path) in result.stdout
    assert result.stdout.endswith("\n\nThere is one thing to do.\n")


def test_a_wrong_setting_is_one_of_the_things() -> None:
    result = run("--port", "x")
    assert result.exit_code == 1
    assert result.stdout.startswith("Settings   --port is not a whole number. Write digits only.\n")
    assert "There is one thing to do." in result.stdout


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_fit_the_terminal_but_for_a_path_that_is_longer(columns: int) -> None:
    remedy = (
        "Close it to them, so that nobody else may read which browsers are there: chmod go= /" + "x-" * 60
    )
    lines = [click.unstyle(line) for line in render_findings([Finding("Folder", "/x", remedy)], columns)]
    assert [line for line in lines if len(line) > columns and "x-x-" not in line] == []
    assert any(remedy.split()[-1] in line for line in lines)
    assert lines[1].startswith("           -> Close it")

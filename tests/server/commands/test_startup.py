"""The start at login from the command line: one file, what to do with it, and nothing left after --remove."""

from __future__ import annotations

import plistlib
import stat
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolelight.cli import main
from rolelight.startup.systemd import command_in
from rolelight.startup.systems import SYSTEMS


@pytest.fixture
def unit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the unit goes, in a home of the test's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("ROLELIGHT_FOLDER", str(tmp_path / "folder"))
    monkeypatch.setattr(sys, "platform", "linux")
    return tmp_path / "config/systemd/user/rolelight.service"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["startup", *arguments])


def test_it_writes_the_unit_and_says_what_to_run(unit: Path, tmp_path: Path) -> None:
    result = run("--port", "9000")
    assert result.exit_code == 0
    assert f"Written: {unit}\n" in result.stdout
    assert "systemctl --user enable --now rolelight" in result.stdout
    assert "not tested" not in result.stdout
    command = command_in(unit.read_bytes())
    assert command[0] == sys.executable
    assert command[-2:] == [f"--folder={tmp_path / 'folder'}", "--port=9000"]


def test_the_folder_that_the_unit_may_write_to_is_there_and_its_owners(unit: Path, tmp_path: Path) -> None:
    run()
    assert f'ReadWritePaths="{tmp_path / "folder"}"' in unit.read_text("utf-8")
    assert stat.S_IMODE((tmp_path / "folder").stat().st_mode) == 0o700


def test_written_again_it_replaces_the_file(unit: Path) -> None:
    run("--port", "9000")
    run("--port", "9001")
    assert "--port=9001" in command_in(unit.read_bytes())
    assert [file.name for file in unit.parent.iterdir()] == [unit.name]


def test_remove_takes_it_away_and_says_what_to_run(unit: Path) -> None:
    run()
    result = run("--remove")
    assert (result.exit_code, unit.exists()) == (0, False)
    assert "systemctl --user disable --now rolelight" in result.stdout
    again = run("--remove")
    assert (again.exit_code, again.stderr) == (1, f"Nothing to remove: there is no {unit}.\n")


@pytest.mark.parametrize("name", SYSTEMS)
def test_print_prints_the_file_of_any_system_and_writes_nothing(
    unit: Path, name: str, tmp_path: Path
) -> None:
    result = run("--print", "--system", name)
    assert result.exit_code == 0
    assert SYSTEMS[name].program_in(result.stdout_bytes) == sys.executable
    assert list(tmp_path.iterdir()) == []


def test_a_file_for_another_system_is_only_printed(unit: Path) -> None:
    result = run("--system", "macos")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "This system is linux" in result.stderr


@pytest.mark.parametrize(
    ("platform", "name", "command"),
    [
        ("darwin", "rolelight.plist", "launchctl bootstrap"),
        ("win32", "start-at-login.xml", "schtasks /Create"),
    ],
)
def test_where_it_was_not_tested_it_says_so(
    unit: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, platform: str, name: str, command: str
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    monkeypatch.setattr(sys, "platform", platform)
    result = run()
    assert "This was not tested on your system" in result.stdout
    assert command in result.stdout
    assert [file.name for file in tmp_path.rglob("*") if file.is_file()] == [name]


def test_a_wrong_setting_writes_nothing(unit: Path, tmp_path: Path) -> None:
    result = run("--port", "0")
    assert (result.exit_code, result.stdout) == (2, "")
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_place_of_the_folder_is_told_in_words(unit: Path, tmp_path: Path) -> None:
    (tmp_path / "config").touch()
    result = run()
    assert result.exit_code == 2
    assert "is a file or below one" in result.stderr


def test_a_python_that_no_unit_can_start_is_told_in_words(
    unit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/it's/python")
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert "systemd starts no program with a quote" in result.stderr


def test_macos_gets_the_settings_too(unit: Path) -> None:
    agent = plistlib.loads(run("--print", "--system", "macos", "--code-minutes", "5").stdout_bytes)
    assert agent["ProgramArguments"][-1] == "--code-minutes=5"


def test_a_teams_server_is_not_started_at_login(unit: Path) -> None:
    result = run("--shared-address", "https://rolelight.example.com")
    assert result.exit_code == 2
    assert "ROLELIGHT_SHARED_ADDRESS is for a team's server" in result.stderr
    assert not unit.exists()

"""The unit for systemd: linted, read as systemd itself reads it, and its command run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given

from rolelight.startup import systemd
from rolelight.startup.start import Start, StartupError
from server.startup.starts import expected, starts
from tools.running import free_port, running

NASTY = 'it\'s 100% "new" & $HOME \\x é'


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that anyone may read: systemd shows what it read of a unit to all but root."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def lint(folder: Path, unit: bytes) -> str:
    """What systemd-analyze says of a unit; nothing where it is in order."""
    file = folder / "rolelight.service"
    file.write_bytes(unit)
    environment = os.environ | {"XDG_RUNTIME_DIR": str(folder)}
    command = ["systemd-analyze", "verify", "--user", str(file)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stderr or ("" if done.returncode == 0 else str(done.returncode))


def test_the_unit_is_in_order(folder: Path) -> None:
    assert lint(folder, systemd.write(Start(sys.executable, {"port": "9000"}, folder))) == ""


def test_a_unit_with_any_path_is_in_order(folder: Path) -> None:
    python = folder / "it is 100% $new é" / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    assert lint(folder, systemd.write(Start(str(python), {"folder": ""}, folder / NASTY))) == ""


@pytest.mark.parametrize(
    ("line", "sentence"), [("ExecStart=/no/such/python", "not executable"), ("NoSuchKey=1", "Unknown key")]
)
def test_the_lint_finds_what_is_wrong(folder: Path, line: str, sentence: str) -> None:
    unit = systemd.write(Start(sys.executable, {}, folder)).decode()
    assert sentence in lint(folder, re.sub("ExecStart=.*", line, unit).encode())


def as_systemd_reads_it(folder: Path) -> str:
    """What a systemd of the user says that it read of the unit in the folder. It says nothing to root."""
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    is_root = os.getuid() == 0
    if is_root:
        os.chown(runtime, 65_534, -1)
    return subprocess.run(
        ["/usr/lib/systemd/systemd", "--test", "--user", "--unit=rolelight.service"],
        env={"HOME": str(folder), "XDG_RUNTIME_DIR": str(runtime), "SYSTEMD_UNIT_PATH": f"{folder}:"},
        user=65_534 if is_root else None,
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def test_systemd_reads_the_command_and_the_folder_as_they_are_meant(folder: Path) -> None:
    python = folder / "it is 100% $new é" / "python"
    python.parent.mkdir()
    python.symlink_to(sys.executable)
    start = Start(str(python), {"folder": "", "port": "9000", "priors": ""}, folder / NASTY)
    (folder / "rolelight.service").write_bytes(systemd.write(start))
    told = as_systemd_reads_it(folder).split("-> Unit rolelight.service:")[1]
    assert f"ReadWritePaths: {folder / NASTY}\n" in told
    line = re.search(r"Command Line: (.*)", told)
    assert line
    # It is told as a line for a shell.
    words = subprocess.run(
        ["bash", "-c", f"printf '%s\\n' {line[1]}"], capture_output=True, text=True, check=True
    )
    assert words.stdout.splitlines() == expected(start)


@given(starts(in_program="\"'\\"))
def test_whatever_is_in_a_path_comes_back(start: Start) -> None:
    unit = systemd.write(start)
    assert systemd.command_in(unit) == expected(start)
    assert systemd.program_in(unit) == start.python
    assert len(unit.decode().split("\n")) == systemd.UNIT.count("\n") + 1


def test_the_command_of_the_unit_runs(tmp_path: Path) -> None:
    folder, port = tmp_path / NASTY, free_port()
    start = Start(sys.executable, {"folder": "", "port": str(port)}, folder)
    with running(systemd.command_in(systemd.write(start)), port, tmp_path, {}) as server:
        assert (folder / f"start-127.0.0.1-{port}.html").is_file()
    assert server.process.returncode == 0
    assert server.output.read_text("utf-8") == ""


@pytest.mark.parametrize("name", ['"', "'", "\\"])
def test_a_python_that_systemd_does_not_start_is_told_in_words(name: str) -> None:
    with pytest.raises(StartupError, match="Install Rolelight in another folder"):
        systemd.write(Start(f"/{name}/python", {}, Path("/x")))


def test_a_python_whose_path_cannot_be_shown_is_told_in_words() -> None:
    with pytest.raises(StartupError, match="whose name cannot be shown"):
        Start("/a\nb/python", {}, Path("/x"))


@pytest.mark.parametrize("unit", [b"", b"[Service]\nExecStart=\n", b"ExecStart='\n", b"\xff"])
def test_a_unit_that_someone_has_broken_starts_nothing(unit: bytes) -> None:
    assert systemd.program_in(unit) is None

"""What is gathered of this machine: as it is, and without a change to it."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rolelight import __version__
from rolelight.api.tokens import Tokens
from rolelight.config import Settings
from rolelight.doctor import gather
from rolelight.lexicon.problems import LexiconError, Problem
from rolelight.listener import port_problem
from rolelight.startup import systemd
from rolelight.startup.start import Start

ORIGIN = "chrome-extension://abcdefghijklmnopabcdefghijklmnop"


@pytest.fixture
def port() -> Iterator[int]:
    """A port that another program listens on without a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.listen()
        yield int(server.getsockname()[1])


def test_the_facts_of_a_machine_where_all_is_well(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    facts = gather.gather(Settings(port=free, folder=tmp_path / "folder"), {"XDG_CONFIG_HOME": str(tmp_path)})
    assert facts.python.startswith(f"{sys.version_info.major}.{sys.version_info.minor}.")
    assert facts.extension
    assert facts.extension_version == __version__
    assert (facts.lexicon_problem, facts.folder_problem, facts.port_problem) == (None, None, None)
    assert (facts.listener.kind, facts.start_file, facts.open_to_others) == ("nobody", None, ())
    assert list(tmp_path.iterdir()) == []


def test_the_libraries_are_those_of_the_package_and_not_of_its_extras() -> None:
    libraries = gather.libraries_of("rolelight")
    assert libraries["flask"][1] == "3.1"
    assert libraries["flask"][0]
    assert not {"pytest", "atheris"} & libraries.keys()
    assert gather.libraries_of("no-such-distribution") == {}


@pytest.mark.parametrize("text", ["", "[]", "{}", "{"])
def test_an_extension_without_a_version_has_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, "utf-8")
    assert gather.version_of(tmp_path) is None


def test_free_memory_is_what_programs_can_have(tmp_path: Path) -> None:
    meminfo = tmp_path / "meminfo"
    meminfo.write_text("MemTotal: 9000 kB\nMemFree: 1000 kB\nMemAvailable:    4096 kB\n", "ascii")
    assert gather.free_megabytes(meminfo) == 4
    meminfo.write_text("MemTotal: 9000 kB\n", "ascii")
    assert gather.free_megabytes(meminfo) is None
    assert gather.free_megabytes(tmp_path / "none") is None


def test_what_others_may_read_is_found(tmp_path: Path) -> None:
    private, shared = tmp_path / "private", tmp_path / "shared"
    for path, mode in ((private, 0o600), (shared, 0o640)):
        path.touch()
        path.chmod(mode)
    assert gather.open_to_others([private, shared, tmp_path / "none"]) == (shared,)


def test_the_pairings_are_counted(tmp_path: Path) -> None:
    assert gather.pairings_in(tmp_path).count == 0
    Tokens(tmp_path).pair(ORIGIN)
    Tokens(tmp_path).pair(ORIGIN)
    assert gather.pairings_in(tmp_path).count == 2


def test_a_damaged_file_of_pairings_is_found(tmp_path: Path) -> None:
    Tokens(tmp_path).file.write_bytes(b"damaged")
    assert gather.pairings_in(tmp_path).count is None


def test_where_the_folder_is_a_file_there_are_no_pairings_to_damage(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert gather.pairings_in(tmp_path / "file").count == 0


def test_a_port_that_cannot_be_had_is_told(port: int) -> None:
    assert f"Port {port} is in use" in (port_problem(Settings(port=port)) or "")


@pytest.mark.parametrize(("python", "is_there"), [(sys.executable, True), ("/no/such/python", False)])
def test_the_file_that_starts_it_at_login_is_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, python: str, is_there: bool
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    unit = tmp_path / "systemd/user/rolelight.service"
    unit.parent.mkdir(parents=True)
    unit.write_bytes(systemd.write(Start(python, {}, tmp_path)))
    found = gather.start_file(tmp_path, {"XDG_CONFIG_HOME": str(tmp_path)})
    assert found
    assert (found.file, found.program, found.is_there) == (unit, python, is_there)


def test_a_lexicon_that_cannot_be_used_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    problem = Problem("skills.toml", 3, "write it otherwise")

    def unreadable() -> None:
        raise LexiconError(problem)

    monkeypatch.setattr(gather, "first_unusable", unreadable)
    assert "skills.toml:3" in (gather.lexicon_problem() or "")
    monkeypatch.setattr(gather, "first_unusable", lambda: problem)
    assert "skills.toml:3" in (gather.lexicon_problem() or "")

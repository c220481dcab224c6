"""The agent for launchd: a property list that says what is meant, whatever is in the paths."""

from __future__ import annotations

import plistlib
from pathlib import Path

import pytest
from hypothesis import given

from rolelight.startup import launchd
from rolelight.startup.start import Start
from server.startup.starts import expected, starts


@given(starts())
def test_whatever_is_in_a_path_comes_back(start: Start) -> None:
    content = launchd.write(start)
    assert plistlib.loads(content)["ProgramArguments"] == expected(start)
    assert launchd.program_in(content) == start.python


def test_it_starts_at_login_and_again_after_a_failure() -> None:
    agent = plistlib.loads(launchd.write(Start("/python", {}, Path("/x"))))
    assert (agent["Label"], agent["RunAtLoad"], agent["KeepAlive"]) == (
        "rolelight",
        True,
        {"SuccessfulExit": False},
    )
    assert agent["Umask"] == 0o077


@pytest.mark.parametrize(
    "content", [b"", b"<plist>", plistlib.dumps([]), plistlib.dumps({"ProgramArguments": []})]
)
def test_an_agent_that_someone_has_broken_starts_nothing(content: bytes) -> None:
    assert launchd.program_in(content) is None

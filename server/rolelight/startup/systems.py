"""The systems that can start Rolelight at login: where the file goes, and what to do with it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from rolelight.startup import launchd, systemd, windows
from rolelight.startup.start import Start


@dataclass(frozen=True, slots=True)
class System:
    """One system.

    ``file`` takes Rolelight's folder, the user's home and the environment; ``turn_on`` and ``turn_off`` are
    commands for the user, with that file as {file}.
    """

    write: Callable[[Start], bytes]
    program_in: Callable[[bytes], str | None]
    file: Callable[[Path, Path, Mapping[str, str]], Path]
    turn_on: tuple[str, ...]
    turn_off: tuple[str, ...]
    is_tested: bool = False


def _systemd_file(_: Path, home: Path, environment: Mapping[str, str]) -> Path:
    return Path(environment.get("XDG_CONFIG_HOME") or home / ".config") / "systemd/user/rolelight.service"


def _launchd_file(_: Path, home: Path, __: Mapping[str, str]) -> Path:
    return home / "Library/LaunchAgents" / f"{launchd.LABEL}.plist"


def _windows_file(folder: Path, _: Path, __: Mapping[str, str]) -> Path:
    return folder / "start-at-login.xml"


SYSTEMS = {
    "linux": System(
        systemd.write,
        systemd.program_in,
        _systemd_file,
        ("systemctl --user daemon-reload", "systemctl --user enable --now rolelight"),
        ("systemctl --user disable --now rolelight",),
        is_tested=True,
    ),
    "macos": System(
        launchd.write,
        launchd.program_in,
        _launchd_file,
        ('launchctl bootstrap gui/$(id -u) "{file}"',),
        (f"launchctl bootout gui/$(id -u)/{launchd.LABEL}",),
    ),
    "windows": System(
        windows.write,
        windows.program_in,
        _windows_file,
        (f'schtasks /Create /TN {windows.NAME} /XML "{{file}}"', f"schtasks /Run /TN {windows.NAME}"),
        (f"schtasks /End /TN {windows.NAME}", f"schtasks /Delete /TN {windows.NAME} /F"),
    ),
}


def this_system() -> str:
    """The name of the system that this runs on."""
    return {"win32": "windows", "darwin": "macos"}.get(sys.platform, "linux")

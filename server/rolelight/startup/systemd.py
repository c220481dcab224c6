"""Linux: a unit for the systemd of the user, hardened as far as such a unit can be.

Namespaces (ProtectSystem and what else is about files) are an administrator's on some systems: systemd then
leaves them out and starts the server all the same. With PrivateUsers=, which would bring them in elsewhere,
it would not start there.
"""

from __future__ import annotations

import re
import shlex

from rolelight.startup.start import Start, StartupError

UNIT = """\
[Unit]
Description=Rolelight, for the browsers on this machine

[Service]
ExecStart={command}
Restart=on-failure
RestartSec=30
# A wrong setting is not mended by another start.
RestartPreventExitStatus=2

UMask=0077
NoNewPrivileges=yes
PrivateTmp=yes
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths={folder}
LockPersonality=yes
RestrictAddressFamilies=AF_INET AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
# 70 MB with nothing to do, and four readings at a time with their bodies of at most 100 and 32 MB.
MemoryMax=768M
TasksMax=64

[Install]
WantedBy=default.target
"""
# systemd starts no program with one of these in its path, however it is written.
NOT_IN_PROGRAM = re.compile(r"[\\\"']")


def write(start: Start) -> bytes:
    """The unit. Raises StartupError for a Python that no unit can start."""
    if NOT_IN_PROGRAM.search(start.python):
        raise StartupError(
            f"systemd starts no program with a quote or a backslash in its path, such as {start.python}. "
            "Install Rolelight in another folder."
        )
    # The colon: no dollar sign is a variable.
    command = " ".join(_word(each) for each in (f":{start.python}", *start.arguments))
    return UNIT.format(command=command, folder=_word(str(start.folder))).encode()


def program_in(unit: bytes) -> str | None:
    """The program that a unit starts; None where it starts none."""
    return next(iter(command_in(unit)), None)


def command_in(unit: bytes) -> list[str]:
    """The command that a unit of ours starts."""
    line = re.search(r"^ExecStart=(.*)$", unit.decode("utf-8", "replace"), re.MULTILINE)
    try:
        words = shlex.split(line[1]) if line else []
    except ValueError:  # Someone has changed it, and left a quote open.
        words = []
    if not words:
        return []
    program, *arguments = (word.replace("%%", "%") for word in words)
    return [program.removeprefix(":"), *arguments]


def _word(text: str) -> str:
    """A word of a command or a path in a list, whatever is in it."""
    escaped = text.replace("%", "%%").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'

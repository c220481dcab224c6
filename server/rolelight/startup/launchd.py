"""macOS: an agent of launchd. Untested: it was made by the manual, and has not been run on a Mac."""

from __future__ import annotations

import plistlib
from xml.parsers.expat import ExpatError

from rolelight.startup.start import Start

LABEL = "rolelight"


def write(start: Start) -> bytes:
    """The property list of the agent."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": [start.python, *start.arguments],
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "ThrottleInterval": 30,
            "Umask": 0o077,
        }
    )


def program_in(content: bytes) -> str | None:
    """The program that a property list starts; None where it starts none."""
    try:
        found = plistlib.loads(content)
        return str(found["ProgramArguments"][0])
    except (ValueError, TypeError, KeyError, IndexError, ExpatError):
        return None

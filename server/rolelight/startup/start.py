"""What is to be started at login, whatever the system."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolelight.config import can_be_shown, option

# -P: what lies in the folder that the system starts programs in must not pass for a part of Rolelight.
MODULE = ("-P", "-m", "rolelight")


class StartupError(ValueError):
    """A start that the system's file cannot describe; the message says why."""


@dataclass(frozen=True, slots=True)
class Start:
    """A server to be started: by which Python, with which settings as they were written, for which user."""

    python: str
    settings: dict[str, str]
    folder: Path
    user: str = ""

    def __post_init__(self) -> None:
        # The folder was checked with the settings.
        if not can_be_shown(self.python):
            raise StartupError(
                "Python is in a folder whose name cannot be shown. Install Rolelight in another."
            )

    @property
    def arguments(self) -> list[str]:
        """What follows the Python: the start link is not printed, as logs have more readers than the user."""
        written = {name: " ".join(value.split()) for name, value in self.settings.items()}
        settings = written | ({"folder": str(self.folder)} if "folder" in written else {})
        return [*MODULE, "serve", "--quiet", *(f"{option(name)}={value}" for name, value in settings.items())]

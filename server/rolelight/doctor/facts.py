"""What the checks look at: plain data of this machine, with nothing of a profile and no secret."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from rolelight.config import Settings
from rolelight.listener import Listener


@dataclass(frozen=True, slots=True)
class Pairings:
    """The file of the pairings, and how many there are; None where it cannot be read."""

    file: Path
    count: int | None


@dataclass(frozen=True, slots=True)
class StartFile:
    """The file that starts Rolelight at login, and the program in it; None where it starts none."""

    file: Path
    program: str | None
    is_there: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of this machine and its Rolelight."""

    python: str
    # By name: the version that is installed, and the least one that is wanted.
    libraries: dict[str, tuple[str | None, str]]
    lexicon_problem: str | None
    extension: Path | None
    extension_version: str | None
    # None where the system does not tell it.
    free_megabytes: int | None
    settings: Settings
    # Why nothing can be kept in the folder; None where it can, or where the folder is yet to be made.
    folder_problem: str | None
    # What others than the owner may read.
    open_to_others: tuple[Path, ...]
    pairings: Pairings
    listener: Listener
    # Why a server could not listen where nobody does.
    port_problem: str | None
    start_file: StartFile | None

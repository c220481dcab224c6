"""The edges of the checks: looks at this machine, and leaves it as it is."""

from __future__ import annotations

import json
import os
import platform
import re
import shutil
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from rolelight.api.tokens import Tokens
from rolelight.config import Settings
from rolelight.doctor.facts import Facts, Pairings, StartFile
from rolelight.errors import Refusal
from rolelight.extension_folder import find_extension
from rolelight.lexicon.lint import first_unusable
from rolelight.lexicon.problems import LexiconError
from rolelight.listener import Listener, port_problem, who_listens
from rolelight.private_file import why_unusable
from rolelight.startup.systems import SYSTEMS, this_system

# "flask>=3.1", and not what only an extra needs: 'pytest>=9; extra == "test"'.
REQUIREMENT = re.compile(r"([\w.-]+)\s*(?:>=\s*([\w.]+))?[^;]*$")
MEMORY = Path("/proc/meminfo")


def gather(settings: Settings, environment: Mapping[str, str]) -> Facts:
    """All that the checks need to know."""
    extension = find_extension()
    folder = settings.folder
    listener = who_listens(settings)
    return Facts(
        python=platform.python_version(),
        libraries=libraries_of("rolelight"),
        lexicon_problem=lexicon_problem(),
        extension=extension,
        extension_version=version_of(extension) if extension else None,
        free_megabytes=free_megabytes(MEMORY),
        settings=settings,
        folder_problem=why_unusable(folder) if os.path.lexists(folder) else None,
        open_to_others=open_to_others([folder, *folder.glob("tokens*"), *folder.glob("start-*")]),
        pairings=pairings_in(folder),
        listener=listener,
        port_problem=port_problem(settings) if listener == Listener("nobody") else None,
        start_file=start_file(folder, environment),
    )


def libraries_of(distribution: str) -> dict[str, tuple[str | None, str]]:
    """What a distribution needs to run: the installed and the wanted version. Nothing where it is unknown."""
    try:
        wanted = metadata.requires(distribution) or []
    except metadata.PackageNotFoundError:
        return {}
    found = [match for line in wanted if (match := REQUIREMENT.match(line))]
    return {match[1]: (_installed(match[1]), match[2] or "") for match in found}


def _installed(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def lexicon_problem() -> str | None:
    """What stops the server from reading by its lexicon; None where nothing does."""
    try:
        problem = first_unusable()
    except LexiconError as error:
        return str(error)
    return str(problem) if problem else None


def version_of(extension: Path) -> str | None:
    """The version that the extension's manifest gives; None where it gives none."""
    try:
        return str(json.loads((extension / "manifest.json").read_text("utf-8"))["version"])
    except (OSError, ValueError, TypeError, KeyError):
        return None


def free_megabytes(meminfo: Path) -> int | None:
    """What programs can have without others being swapped out; None where the system does not tell."""
    try:
        found = re.search(r"^MemAvailable:\s*(\d+) kB", meminfo.read_text("ascii"), re.MULTILINE)
    except OSError:
        return None
    return int(found[1]) // 1024 if found else None


def open_to_others(paths: list[Path]) -> tuple[Path, ...]:
    """Those of the paths that others than their owner may use; none where modes tell nothing (Windows)."""
    if os.name != "posix":
        return ()
    return tuple(path for path in paths if path.exists() and path.stat().st_mode & 0o077)


def pairings_in(folder: Path) -> Pairings:
    """The pairings in a folder; there may be none yet."""
    tokens = Tokens(folder)
    try:
        return Pairings(tokens.file, len(tokens.pairings()))
    except (OSError, Refusal):
        return Pairings(tokens.file, None)


def start_file(folder: Path, environment: Mapping[str, str]) -> StartFile | None:
    """The file that starts Rolelight at login; None where there is none."""
    system = SYSTEMS[this_system()]
    file = system.file(folder, Path.home(), environment)
    try:
        program = system.program_in(file.read_bytes())
    except OSError:
        return None
    return StartFile(file, program, bool(program and shutil.which(program)))

"""The checks: each says in a line what is so of one thing and, where it is wrong, what to do."""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable
from itertools import zip_longest

from rolelight import __version__
from rolelight.doctor.facts import Facts
from rolelight.doctor.finding import Finding
from rolelight.listener import open_command

# 70 MB with nothing to do, its page of 5 MB in several forms, and at most 100 MB for the reading of it.
MEGABYTES_NEEDED = 250
REINSTALL = "pip install --force-reinstall rolelight"


def python(facts: Facts) -> Finding:
    """A Python that is too old has not come as far as here."""
    return Finding("Python", facts.python)


def libraries(facts: Facts) -> Finding:
    """The libraries are there, and new enough."""
    wrong = [
        f"{name} {installed or 'is missing'} (needed: {least or 'any'})"
        for name, (installed, least) in facts.libraries.items()
        if installed is None or not is_at_least(installed, least)
    ]
    if wrong:
        return Finding("Libraries", ", ".join(wrong), f"Install them anew: {REINSTALL}")
    if not facts.libraries:
        return Finding("Libraries", "not known, as Rolelight was not installed by pip")
    return Finding("Libraries", f"all {len(facts.libraries)} are new enough")


def is_at_least(version: str, least: str) -> bool:
    """Whether a version is that one or newer, by its numbers."""
    pairs = zip_longest(_numbers(version), _numbers(least), fillvalue=0)
    return next((one > other for one, other in pairs if one != other), True)


def _numbers(version: str) -> list[int]:
    found = re.match(r"[0-9]+(?:\.[0-9]+)*", version)
    return [int(number) for number in found[0].split(".")] if found else []


def lexicon(facts: Facts) -> Finding:
    """What the server reads by can be used."""
    if facts.lexicon_problem:
        return Finding("Lexicon", facts.lexicon_problem, "See all that is wrong: rolelight lexicon lint")
    return Finding("Lexicon", "in order")


def extension(facts: Facts) -> Finding:
    """The extension's folder is there, and of the same version as the server."""
    if facts.extension is None:
        return Finding("Extension", "missing from this installation", f"Install it anew: {REINSTALL}")
    text = f"{facts.extension_version or 'of no known version'}, in {facts.extension}"
    if facts.extension_version != __version__:
        return Finding("Extension", text, f"The server is {__version__}. Install both anew: {REINSTALL}")
    return Finding("Extension", text)


def memory(facts: Facts) -> Finding:
    """There is room for the reading of a large page."""
    if facts.free_megabytes is None:
        return Finding("Memory", "not told by this system")
    text = f"{facts.free_megabytes:,} MB free"
    if facts.free_megabytes < MEGABYTES_NEEDED:
        return Finding("Memory", text, f"A large page may need {MEGABYTES_NEEDED} MB. Close other programs.")
    return Finding("Memory", text)


def folder(facts: Facts) -> Finding:
    """Pairings can be kept, and nobody else can read them."""
    where = str(facts.settings.folder)
    if facts.folder_problem:
        return Finding("Folder", where, f"It {facts.folder_problem}")
    if facts.open_to_others:
        paths = shlex.join(map(str, facts.open_to_others))
        return Finding("Folder", f"{where}, which others may read", f"Close it to them: chmod go= {paths}")
    return Finding("Folder", where)


def pairings(facts: Facts) -> Finding:
    """The browsers that are paired."""
    found = facts.pairings
    if found.count is None:
        text = f"{found.file} cannot be read: nobody is let in"
        return Finding("Pairings", text, "Move the file away, and pair your browsers again.")
    if found.count == 0:
        return Finding("Pairings", "no browser is paired yet (the start page shows how)")
    return Finding(
        "Pairings",
        "one browser is paired" if found.count == 1 else f"{found.count} are paired",
    )


def port(facts: Facts) -> Finding:
    """The port is free, or this Rolelight answers there."""
    settings, listener = facts.settings, facts.listener
    if listener.kind == "another":
        remedy = "Stop it, or choose another port here and in the extension: rolelight serve --port N"
        return Finding("Port", f"{settings.port} is in use by another program", remedy)
    if listener.kind == "rolelight":
        text = f"Rolelight {listener.version} runs at {settings.address} ({open_command(settings)})"
        other = f"This is {__version__}. Stop that server and start it again: rolelight serve"
        return Finding("Port", text, "" if listener.version == __version__ else other)
    if facts.port_problem:
        return Finding("Port", f"{settings.port} is free, but cannot be had", facts.port_problem)
    return Finding("Port", f"{settings.port} is free; Rolelight does not run (rolelight serve --open)")


def start_file(facts: Facts) -> Finding:
    """What starts Rolelight at login starts a program that is there."""
    found = facts.start_file
    if found is None:
        return Finding("At login", "not started (rolelight startup)")
    if not found.is_there:
        text = f"{found.file} starts {found.program or 'nothing'}, which is not there"
        return Finding("At login", text, "Write it anew: rolelight startup")
    return Finding("At login", f"started by {found.file}")


CHECKS: tuple[Callable[[Facts], Finding], ...] = (
    python,
    libraries,
    lexicon,
    extension,
    memory,
    folder,
    pairings,
    port,
    start_file,
)

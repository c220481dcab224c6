"""The checks: a line on what is so, and what to do where it is wrong."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rolelight import __version__
from rolelight.config import Settings
from rolelight.doctor.checks import CHECKS, is_at_least
from rolelight.doctor.facts import Facts, Pairings, StartFile
from rolelight.doctor.finding import Finding
from rolelight.listener import Listener

FOLDER = Path("/folder")
WELL = Facts(
    python="3.11.2",
    libraries={"flask": ("3.1.2", "3.1")},
    lexicon_problem=None,
    extension=Path("/extension"),
    extension_version=__version__,
    free_megabytes=4_000,
    settings=Settings(folder=FOLDER),
    folder_problem=None,
    open_to_others=(),
    pairings=Pairings(FOLDER / "tokens.sqlite3", 1),
    listener=Listener("rolelight", __version__),
    port_problem=None,
    start_file=StartFile(Path("/unit"), "/python", True),
)


def finding(thing: str, **changes: Any) -> Finding:
    """What is found of a thing where all is well but for the changes."""
    found = {each.thing: each for each in (check(replace(WELL, **changes)) for check in CHECKS)}
    return found[thing]


def test_where_all_is_well_there_is_nothing_to_do() -> None:
    assert [finding.thing for check in CHECKS if (finding := check(WELL)).remedy] == []


@pytest.mark.parametrize(
    ("thing", "changes", "text"),
    [
        ("Python", {}, "3.11.2"),
        ("Libraries", {}, "all 1 are new enough"),
        ("Libraries", {"libraries": {}}, "not known, as Rolelight was not installed by pip"),
        ("Memory", {"free_megabytes": None}, "not told by this system"),
        ("Pairings", {}, "one browser is paired"),
        ("Pairings", {"pairings": Pairings(FOLDER, 0)}, "no browser is paired yet"),
        ("Pairings", {"pairings": Pairings(FOLDER, 3)}, "3 are paired"),
        ("Port", {}, f"Rolelight {__version__} runs at http://127.0.0.1:8765 (rolelight open)"),
        ("Port", {"listener": Listener("nobody")}, "8765 is free; Rolelight does not run (rolelight serve"),
        ("At login", {}, "started by /unit"),
        ("At login", {"start_file": None}, "not started (rolelight startup)"),
    ],
)
def test_what_is_well_is_told(thing: str, changes: dict[str, Any], text: str) -> None:
    found = finding(thing, **changes)
    assert found.text.startswith(text)
    assert found.remedy == ""


@pytest.mark.parametrize(
    ("thing", "changes", "text", "remedy"),
    [
        ("Libraries", {"libraries": {"lxml": ("5.4", "6.0")}}, r"lxml 5.4 \(needed: 6.0\)", "pip install"),
        ("Libraries", {"libraries": {"lxml": (None, "")}}, r"lxml is missing \(needed: any\)", "pip install"),
        ("Lexicon", {"lexicon_problem": "skills.toml:3: x"}, "skills.toml:3: x", "rolelight lexicon lint"),
        ("Extension", {"extension": None}, "missing from this installation", "pip install"),
        ("Extension", {"extension_version": "0.0.1"}, "0.0.1, in /extension", f"The server is {__version__}"),
        ("Extension", {"extension_version": None}, "of no known version", f"The server is {__version__}"),
        ("Memory", {"free_megabytes": 100}, "100 MB free", "Close other programs"),
        ("Folder", {"folder_problem": "must be a folder"}, "/folder", "It must be a folder"),
        ("Folder", {"open_to_others": (Path("/a b"),)}, "others may read", "chmod go= '/a b'"),
        (
            "Pairings",
            {"pairings": Pairings(FOLDER, None)},
            "cannot be read: nobody is let in",
            "Move the file away",
        ),
        ("Port", {"listener": Listener("another")}, "8765 is in use by another program", "another port"),
        ("Port", {"listener": Listener("rolelight", "0.0.1")}, "Rolelight 0.0.1 runs", "start it again"),
        ("Port", {"listener": Listener("nobody"), "port_problem": "Why."}, "cannot be had", "Why."),
        ("At login", {"start_file": StartFile(Path("/unit"), "/old", False)}, "/unit starts /old", "anew"),
        ("At login", {"start_file": StartFile(Path("/unit"), None, False)}, "starts nothing", "anew"),
    ],
)
def test_what_is_wrong_is_told_with_what_to_do(
    thing: str, changes: dict[str, Any], text: str, remedy: str
) -> None:
    found = finding(thing, **changes)
    assert re.search(text, found.text)
    assert remedy in found.remedy


@pytest.mark.parametrize(
    ("version", "least", "is_enough"),
    [
        ("3.1", "3.1", True),
        ("3.1.0", "3.1", True),
        ("3.10", "3.9", True),
        ("4", "3.9.9", True),
        ("3.0.9", "3.1", False),
        ("6.0rc1", "6.0", True),
        ("5.4.0", "6.0", False),
        ("1.0", "", True),
        ("unknown", "1", False),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, least: str, is_enough: bool) -> None:
    assert is_at_least(version, least) == is_enough

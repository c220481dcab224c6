"""The threat model keeps step with the tests: its lines name tests that exist; no threat is missing."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENT = (ROOT / "docs/security.md").read_text("utf-8")
# As they are asked for; each has a heading or a line.
THREATS = [
    *("DNS rebinding", "hostile web page", "another extension", "another local user", "hostile profile page"),
    *(
        "script or markup",
        "ignore all instructions",
        "hostile server on the port",
        "oversized",
        "slow request",
    ),
    *("decompression bombs", "killed", "disk is full", "revoked while", "clock jumps", "mid-body"),
    *("200 slow clients", "stolen token", "into the log", "read the metrics", "whoever runs the server"),
    *("not defended against", "report a problem"),
]
IN_PYTHON = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
IN_NODE = re.compile(r'`(tests/[\w/.]+\.mjs)` "([^"]+)"')


def rows() -> list[str]:
    """The lines of the tables, without their heads."""
    return [
        line for line in DOCUMENT.splitlines() if line.startswith("| ") and not line.startswith("| what ")
    ]


@cache
def names_in(file: str) -> set[str]:
    """The names of the tests in a file, of a state machine too."""
    path = ROOT / file
    if not path.is_file():
        return set()
    text = path.read_text("utf-8")
    if path.suffix == ".mjs":
        return {name.replace('\\"', '"') for name in re.findall(r'^test\("((?:[^"\\]|\\.)+)"', text, re.M)}
    names = set()
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        if isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {name for name in names if name.lower().startswith("test")}


def named() -> list[tuple[str, str]]:
    """Each test that the document names: its file and its name."""
    return sorted(set(IN_PYTHON.findall(DOCUMENT) + IN_NODE.findall(DOCUMENT)))


@pytest.mark.parametrize(("file", "name"), named())
def test_every_test_that_is_named_is_there(file: str, name: str) -> None:
    assert name in names_in(file)


def test_every_line_names_a_test() -> None:
    assert len(rows()) > 60
    assert [row for row in rows() if not (IN_PYTHON.search(row) or IN_NODE.search(row))] == []


def test_every_file_of_tests_that_is_mentioned_is_mentioned_with_a_test() -> None:
    """Else a slip of the pen could leave a name unread."""
    files = re.findall(r"`(tests/[^:`]+)", DOCUMENT)
    assert len(files) == len(IN_PYTHON.findall(DOCUMENT)) + len(IN_NODE.findall(DOCUMENT))


@pytest.mark.parametrize("threat", THREATS)
def test_every_threat_has_a_heading_or_a_line(threat: str) -> None:
    headings = re.findall(r"^## .*$", DOCUMENT, re.M)
    assert any(threat.lower() in line.lower() for line in (*headings, *rows()))

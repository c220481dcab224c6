"""The house stays in order: short functions, small files, a sentence on each module, no machine's paths."""

from __future__ import annotations

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LONGEST_FUNCTION = 45
LONGEST_FILE = 300

# A person's or a machine's own folders, and the hosts that packages come from: a project for any machine
# names neither.
MACHINE = re.compile(
    r"(?<![\w.:/-])/(?:work|root|home|Users|mnt)/\w"
    r"|(?<![\w.:/-])/tmp/\w"
    r"|(?:pypi|npmjs|pythonhosted|debian|ubuntu)\.(?:org|com)\b"
)


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


FILES = tracked_files()
PYTHON = [path for path in FILES if path.suffix == ".py"]
CODE = [path for path in FILES if path.suffix in {".py", ".js", ".mjs", ".css", ".sh"}]
TEXT = [path for path in FILES if path.suffix not in {".png", ".ico", ".woff2"}]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{name(path)} has no docstring"


@pytest.mark.parametrize("path", PYTHON, ids=name)
def test_functions_fit_one_look(path: Path) -> None:
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long = [f"{node.name}: {length}" for node in functions if (length := lines_of(node)) > LONGEST_FUNCTION]
    assert long == []


def lines_of(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", CODE, ids=name)
def test_files_of_code_are_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", TEXT, ids=name)
def test_files_name_no_machine_of_ours(path: Path) -> None:
    if path == Path(__file__):
        return
    found = [match[0] for match in MACHINE.finditer(path.read_text(encoding="utf-8"))]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "cd /work/main",
        "'/home/x'",
        "see /home/robin/page.html",
        "open /tmp/page",
        "https://registry.{}.org/x".format("npmjs"),
    ],
)
def test_the_search_for_machines_finds_them(line: str) -> None:
    assert MACHINE.search(line)


@pytest.mark.parametrize(
    "line", ["GET /api/v1/roles", "https://example.com/work/page", "tests/tmp/x", "/usr/bin/chromium"]
)
def test_the_search_for_machines_lets_others_be(line: str) -> None:
    assert not MACHINE.search(line)

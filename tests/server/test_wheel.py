"""The wheel needs no checkout: installed elsewhere, it carries all its data, lists its roles and serves."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path
from urllib.request import HTTPCookieProcessor

import pytest

from rolelight.extension_folder import shipped_files
from rolelight.site.link_file import read_link
from tools.running import body_of, running_server

ROOT = Path(__file__).parents[2]
SOURCES = ("server", "extension", "setup.cfg", "pyproject.toml", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built from a copy, so that nothing of an earlier build is in it."""
    copy = tmp_path_factory.mktemp("sources")
    for name in SOURCES:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, copy / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
        elif source.exists():
            shutil.copy(source, copy)
    options = (
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--quiet",
        "--wheel-dir",
        str(copy / "dist"),
    )
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(copy)], check=True)
    return next((copy / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The rolelight command of a new environment that has the wheel and borrows this one's libraries."""
    home = tmp_path_factory.mktemp("elsewhere")
    venv.create(home, with_pip=False)
    commands = home / ("Scripts" if os.name == "nt" else "bin")
    options = ("--no-deps", "--no-index", "--quiet", "--disable-pip-version-check")
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(commands / "python"), "install", *options, str(wheel)],
        check=True,
    )
    packages = next(home.rglob("site-packages"))
    (packages / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return commands / "rolelight"


@pytest.mark.parametrize(
    "pattern",
    [
        "rolelight/extension/manifest.json",
        "rolelight/extension/background.js",
        "rolelight/extension/lib/capture_rules.json",
        "rolelight/lexicon/data/signals/*.toml",
        "rolelight/lexicon/data/roles.toml",
        "rolelight/site/demos/*.html",
        "rolelight/py.typed",
    ],
)
def test_the_wheel_carries(wheel: Path, pattern: str) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(Path(name).match(pattern) for name in names), pattern


def test_the_wheel_carries_every_data_file(wheel: Path) -> None:
    in_wheel = set(zipfile.ZipFile(wheel).namelist())
    folders = {"rolelight/extension": ROOT / "extension", "rolelight": ROOT / "server" / "rolelight"}
    on_disk = {
        f"{package}/{path.relative_to(folder).as_posix()}"
        for package, folder in folders.items()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert on_disk - in_wheel == set()


def test_it_lists_the_roles(installed: Path, tmp_path: Path) -> None:
    listed = subprocess.run([installed, "roles"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "back-end-web-developer" in {
        line.split()[0] for line in listed.stdout.splitlines() if line.strip()
    }


def test_it_serves_the_start_page_and_the_api(installed: Path, tmp_path: Path) -> None:
    with running_server(tmp_path, str(installed)) as server:
        assert "Rolelight" in body_of(server.address)
        assert "back-end-web-developer" in body_of(f"{server.address}/api/v1/roles")


def test_open_leads_to_the_pairing_code_and_to_demos_with_all_that_they_load(
    installed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = tmp_path / "opened"
    monkeypatch.setenv("BROWSER", f'sh -c \'echo "$1" > "{opened}"\' browser %s')
    with running_server(tmp_path, str(installed), "--open") as server:
        link = read_link(Path(opened.read_text("utf-8").strip().removeprefix("file://")))
        assert link
        start = body_of(link, HTTPCookieProcessor())
        assert re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", start)
        demos = re.findall(r'href="(/demos/[\w-]+)"', start)
        assert len(demos) == 3
        for demo in demos:
            loaded = re.findall(
                r'(?:src|href)="(/(?:extension|static|demos)/[^"]+)"', body_of(server.address + demo)
            )
            assert "/extension/content/overlay.js" in loaded
            assert all(body_of(server.address + path) for path in loaded)
            assert json.loads(body_of(f"{server.address}{demo}/reading"))["highlights"]


def test_it_writes_the_folder_to_load(installed: Path, tmp_path: Path) -> None:
    folder = tmp_path / "to load"
    subprocess.run([installed, "extension", folder], cwd=tmp_path, capture_output=True, check=True)
    for path in shipped_files(ROOT / "extension"):
        assert (folder / path).read_bytes() == (ROOT / "extension" / path).read_bytes()

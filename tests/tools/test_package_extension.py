"""The extension passes its checks, each check finds what it is for, and the packages are always the same."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from rolelight import __version__
from rolelight.extension_folder import shipped_files
from tools.extension_checks import find_problems
from tools.package_extension import ROOT, main, read_version

EXTENSION = ROOT / "extension"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the extension, to be broken."""
    return shutil.copytree(EXTENSION, tmp_path / "extension")


def problems(extension: Path) -> list[str]:
    return find_problems(extension, read_version())


def add(extension: Path, path: str, text: str) -> None:
    """Puts text before what a file holds, and makes the file where there is none."""
    file = extension / path
    file.parent.mkdir(exist_ok=True)
    file.write_text(text + (file.read_text("utf-8") if file.exists() else ""), "utf-8")


def change(extension: Path, path: str, change: Callable[[Any], None]) -> None:
    """Changes what a JSON file says."""
    data = json.loads((extension / path).read_text("utf-8"))
    change(data)
    (extension / path).write_text(json.dumps(data), "utf-8")


def test_the_extension_has_no_problem() -> None:
    assert problems(EXTENSION) == []


def test_the_version_is_that_of_the_server() -> None:
    assert read_version() == __version__


def test_another_version_is_found(copy: Path) -> None:
    assert find_problems(copy, "9.9.9") == [
        f"manifest.json says version {__version__}, setup.cfg 9.9.9: make them one."
    ]


def test_a_manifest_that_is_damaged_or_absent_is_found(copy: Path) -> None:
    (copy / "manifest.json").write_text("{", "utf-8")
    damaged = problems(copy)
    (copy / "manifest.json").unlink()
    assert (
        problems(copy) == damaged == ["manifest.json is absent or no JSON: without it there is no extension."]
    )


def test_other_damaged_json_is_found(copy: Path) -> None:
    add(copy, "lib/capture_rules.json", "{")
    assert any(problem.startswith("lib/capture_rules.json is no JSON") for problem in problems(copy))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("permissions", ["activeTab", "scripting", "storage", "tabs"]),
        ("permissions", ["activeTab", "scripting"]),
        ("permissions", ["activeTab", "scripting", "storage", "storage"]),
        ("host_permissions", ["http://127.0.0.1/*", "https://*/*"]),
        ("host_permissions", ["http://127.0.0.1:8765/*"]),
        ("optional_host_permissions", ["*://*/*"]),
        ("optional_host_permissions", ["http://*/*", "https://*/*"]),
    ],
)
def test_permissions_other_than_those_agreed_are_found(copy: Path, key: str, value: list[str]) -> None:
    change(copy, "manifest.json", lambda manifest: manifest.update({key: value}))
    (problem,) = problems(copy)
    assert problem.startswith(f"manifest.json: {key} must be ")


@pytest.mark.parametrize(
    "key",
    [
        "content_scripts",
        "web_accessible_resources",
        "externally_connectable",
        "optional_permissions",
        "content_security_policy",
        "sandbox",
        "update_url",
    ],
)
def test_keys_that_open_the_extension_are_found(copy: Path, key: str) -> None:
    change(copy, "manifest.json", lambda manifest: manifest.update({key: []}))
    (problem,) = problems(copy)
    assert problem.startswith(f"manifest.json: {key} must not be there: ")


def test_texts_that_the_default_language_lacks_are_found(copy: Path) -> None:
    change(copy, "_locales/en/messages.json", lambda texts: texts.pop("action_title"))
    assert problems(copy) == [
        "manifest.json asks for the text action_title, which _locales/en/messages.json has not."
    ]


def test_a_default_language_without_texts_is_found(copy: Path) -> None:
    change(copy, "manifest.json", lambda manifest: manifest.update(default_locale="tlh"))
    assert any("which _locales/tlh/messages.json has not" in problem for problem in problems(copy))


def test_a_description_too_long_for_a_store_is_found(copy: Path) -> None:
    long = {"extension_description": {"message": "a" * 133}}
    change(copy, "_locales/en/messages.json", lambda texts: texts.update(long))
    assert problems(copy) == [
        "_locales/en/messages.json: extension_description has 133 characters; a store takes 132."
    ]


@pytest.mark.parametrize(
    ("path", "text", "name"),
    [
        ("background.js", 'import "./lib/absent.js";\n', "lib/absent.js"),
        ("lib/api.js", 'const late = import("../content/absent.js");\n', "content/absent.js"),
        ("background.js", 'use({ files: ["content/absent.js"] });\n', "content/absent.js"),
        ("background.js", "use(`content/absent/${name}.css`);\n", "content/absent/*.css"),
        ("options/options.html", '<script src="absent.js"></script>', "options/absent.js"),
        ("options/options.html", '<img src="/icons/absent.png">', "icons/absent.png"),
        ("options/options.html", '<a href="../welcome/absent.html#end">', "welcome/absent.html"),
        ("options/options.css", "p { background: url('absent.svg') }", "options/absent.svg"),
        ("options/options.css", '@import "absent.css";', "options/absent.css"),
    ],
)
def test_a_name_that_leads_nowhere_is_found(copy: Path, path: str, text: str, name: str) -> None:
    add(copy, path, text)
    assert problems(copy) == [f"{path} names {name}, which is not in the package."]


@pytest.mark.parametrize("path", ["icons/48.png", "background.js", "options/options.html"])
def test_a_file_that_the_manifest_names_and_that_is_gone_is_found(copy: Path, path: str) -> None:
    (copy / path).unlink()
    assert f"manifest.json names {path}, which is not in the package." in problems(copy)


def test_a_script_of_the_list_that_is_gone_is_found(copy: Path) -> None:
    (copy / "content/overlay.js").unlink()
    assert problems(copy) == ["content/files.json names content/overlay.js, which is not in the package."]


def test_a_file_that_does_not_ship_cannot_be_used(copy: Path) -> None:
    add(copy, "options/options.html", '<img src="../icons/icon.svg">')
    assert problems(copy) == ["options/options.html names icons/icon.svg, which is not in the package."]


@pytest.mark.parametrize("path", ["content/left_over.js", "notes.txt", "options/old.html"])
def test_a_file_that_nothing_leads_to_is_found(copy: Path, path: str) -> None:
    add(copy, path, "")
    assert problems(copy) == [f"Nothing leads to {path}: name it where it is needed, or remove it."]


def test_a_name_in_a_comment_leads_to_nothing(copy: Path) -> None:
    add(copy, "lib/left_over.js", "")
    add(
        copy,
        "background.js",
        '/** @typedef {import("./lib/left_over.js").Kind} Kind */ // "./lib/left_over.js"\n',
    )
    assert problems(copy) == ["Nothing leads to lib/left_over.js: name it where it is needed, or remove it."]


def test_languages_and_files_named_in_part_are_reached(copy: Path) -> None:
    shutil.copytree(copy / "_locales/en", copy / "_locales/nl")
    add(copy, "palettes/calm.css", "")
    add(copy, "background.js", "use(`palettes/${name}.css`);\n")
    assert problems(copy) == []


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("eval(text);", "runs text as code"),
        ("new Function('return 1');", "runs text as code"),
        ("setTimeout('go()', 5);", "runs text as code"),
        ("host.innerHTML = text;", "makes markup of text"),
        ("host.outerHTML = text;", "makes markup of text"),
        ("host.insertAdjacentHTML('beforeend', text);", "makes markup of text"),
        ("host.setHTMLUnsafe(text);", "makes markup of text"),
        ("document.write(text);", "makes markup of text"),
        ('import { a } from "https://code.example/a.js";', "loads code from elsewhere"),
        ('const a = import("//code.example/a.js");', "loads code from elsewhere"),
        ('importScripts("https://code.example/a.js");', "loads code from elsewhere"),
        ('document.createElement("script");', "loads code from elsewhere"),
    ],
)
def test_code_that_must_not_be_there_is_found(copy: Path, code: str, why: str) -> None:
    add(copy, "content/panel.js", f"{code}\n")
    (problem,) = problems(copy)
    assert problem.startswith("content/panel.js: ")
    assert why in problem


@pytest.mark.parametrize(
    "code",
    [
        "// never eval(text), and no innerHTML\n",
        "/* document.write(text) */",
        "const html = copy.outerHTML;",
        "const same = copy.outerHTML === html;",
        "if (found instanceof Function) setTimeout(() => run(), 5);",
        'const address = "http://127.0.0.1/"; // a comment',
    ],
)
def test_code_that_is_harmless_is_let_be(copy: Path, code: str) -> None:
    add(copy, "content/panel.js", f"{code}\n")
    assert problems(copy) == []


@pytest.mark.parametrize(
    ("path", "text", "sentence"),
    [
        (
            "options/options.html",
            '<script src="https://code.example/a.js"></script>',
            "loads https://code.exam",
        ),
        (
            "options/options.html",
            '<link rel="stylesheet" href="//code.example/a.css">',
            "loads //code.example",
        ),
        ("options/options.css", "@import 'https://code.example/a.css';", "loads https://code.example/a.css"),
        (
            "options/options.css",
            "p { background: url(https://code.example/a.png) }",
            "loads https://code.exam",
        ),
        ("options/options.html", "<script>go()</script>", "a script within the page does not run"),
        ("options/options.html", '<p onclick="go()">', "a script within the page does not run"),
    ],
)
def test_what_a_page_takes_from_elsewhere_is_found(copy: Path, path: str, text: str, sentence: str) -> None:
    add(copy, path, text)
    (problem,) = problems(copy)
    assert sentence in problem


def test_a_link_that_the_user_follows_is_let_be(copy: Path) -> None:
    add(copy, "options/options.html", '<a href="https://www.example.com/">Example</a>')
    assert problems(copy) == []


def built(extension: Path, folder: Path) -> dict[str, bytes]:
    """The packages made of an extension, by name."""
    assert main(extension, folder) == []
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_packages_are_the_same_whenever_and_wherever_they_are_made(copy: Path, tmp_path: Path) -> None:
    for number, path in enumerate(sorted(copy.rglob("*"))):
        os.utime(path, (1_000_000_000 + number, 1_500_000_000 + number))
        path.chmod(0o700 if path.is_dir() else 0o640)
    assert built(copy, tmp_path / "one") == built(EXTENSION, tmp_path / "other")


def test_both_packages_hold_what_is_tested_and_what_does_not_run_is_left_out(tmp_path: Path) -> None:
    packages = built(EXTENSION, tmp_path)
    version = read_version()
    assert set(packages) == {f"rolelight-{version}-chromium.zip", f"rolelight-{version}-firefox.xpi"}
    for name in packages:
        with ZipFile(tmp_path / name) as archive:
            assert archive.namelist() == shipped_files(EXTENSION)
            for path in archive.namelist():
                assert archive.read(path) == (EXTENSION / path).read_bytes()


def test_an_extension_with_a_problem_is_not_packed(copy: Path, tmp_path: Path) -> None:
    add(copy, "notes.txt", "")
    assert main(copy, tmp_path / "packages") != []
    assert not (tmp_path / "packages").exists()

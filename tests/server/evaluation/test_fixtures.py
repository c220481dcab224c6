"""Fixtures are loaded from a folder, or a sentence says what is wrong with them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from rolelight.evaluation import EvaluationError
from rolelight.evaluation.fixtures import load_fixtures
from rolelight.page.model import Capture


def write(folder: Path, expected: dict[str, Any], **pages: str) -> None:
    """A fixture in a folder: its expectation, and pages by name."""
    folder.mkdir(parents=True)
    (folder / "expected.json").write_text(json.dumps(expected), "utf-8")
    for name, html in pages.items():
        (folder / f"{name}.html").write_text(html, "utf-8")


def test_a_fixture_is_its_page_and_the_further_pages_of_the_person(tmp_path: Path) -> None:
    more = [{"page": "details.html", "url": "https://www.profiles.example/in/a/details/skills/"}]
    expected = {"url": "https://www.profiles.example/in/a/", "lang": "en", "shape": "sdui", "more": more}
    write(tmp_path / "loggedin" / "case", expected, page="<p>main", details="<p>skills")
    (fixture,) = load_fixtures(tmp_path)
    assert (fixture.name, fixture.shape) == ("loggedin/case", "sdui")
    assert fixture.captures == (
        Capture("<p>main", "https://www.profiles.example/in/a/", "en"),
        Capture("<p>skills", "https://www.profiles.example/in/a/details/skills/", "en"),
    )


def test_a_page_that_is_no_profile_counts_to_its_folder(tmp_path: Path) -> None:
    write(tmp_path / "states" / "blank", {"page_state": "blank"}, page="")
    assert [fixture.shape for fixture in load_fixtures(tmp_path)] == ["states"]


def test_a_page_kept_elsewhere_is_found_from_a_folder_further_up(tmp_path: Path) -> None:
    write(tmp_path / "tests" / "pages" / "pvs" / "case", {"page": "site/demo.html"})
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "demo.html").write_text("<p>demo", "utf-8")
    (fixture,) = load_fixtures(tmp_path / "tests" / "pages")
    assert [capture.html for capture in fixture.captures] == ["<p>demo"]


def test_fixtures_come_by_name(tmp_path: Path) -> None:
    for name in ("sdui/b", "pvs/c", "sdui/a"):
        write(tmp_path / name, {}, page="")
    assert [fixture.name for fixture in load_fixtures(tmp_path)] == ["pvs/c", "sdui/a", "sdui/b"]


def test_a_folder_without_fixtures_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=r"has no <shape>/<case>/expected\.json"):
        load_fixtures(tmp_path)


def test_a_fixture_without_its_page_is_named(tmp_path: Path) -> None:
    write(tmp_path / "pvs" / "case", {})
    with pytest.raises(EvaluationError, match=r"pvs/case cannot be used: .*page\.html"):
        load_fixtures(tmp_path)


@pytest.mark.parametrize("content", ["{", "[]", '{"page_state": "profile", "more": [{}]}'])
def test_a_damaged_expectation_is_named(tmp_path: Path, content: str) -> None:
    write(tmp_path / "pvs" / "case", {}, page="")
    (tmp_path / "pvs" / "case" / "expected.json").write_text(content, "utf-8")
    with pytest.raises(EvaluationError, match="pvs/case cannot be used"):
        load_fixtures(tmp_path)

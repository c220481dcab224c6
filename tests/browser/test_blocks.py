"""A page and its capture say the same to the character, whichever browser took it."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from browser.chromium import Chromium
from browser.firefox import RunningFirefox
from browser.taking import PATHS, RULES, Taken, take_in_chromium, take_in_firefox
from rolelight.page.model import Capture
from rolelight.page.prune import prune
from rolelight.page.soup import parse
from rolelight.page.walk import outline
from rolelight.reading import Reading, read_profile

TODAY = date(2026, 11, 1)
EVERY = pytest.mark.parametrize("path", PATHS, ids=lambda path: "/".join(path.parts[-3:-1]) + " " + path.name)


@pytest.fixture(scope="module", params=["chromium", "firefox"])
def taken(request: pytest.FixtureRequest) -> dict[Path, Taken]:
    """What one browser takes of every page."""
    if request.param == "chromium":
        chromium: Chromium = request.getfixturevalue("shared_chromium")
        return {path: take_in_chromium(chromium, path) for path in PATHS}
    firefox: RunningFirefox = request.getfixturevalue("firefox")
    return {path: take_in_firefox(firefox, path) for path in PATHS}


@cache
def server_blocks(html: str) -> list[list[str]]:
    """The ids and texts of the blocks that the server finds."""
    page = outline(parse(prune(html)))
    inside = page.elements[page.root.index : page.root.last]
    texts = [element.text for element in inside if element.text is not None and element.text.length]
    return [[text.block.id, text.block.text] for text in texts]


@cache
def read_page(path: Path) -> tuple[Capture, Reading]:
    """The whole page as a capture, with the address that its fixture gives it, and its reading."""
    expected = path.with_name("expected.json")
    said = json.loads(expected.read_text("utf-8")) if expected.is_file() else {}
    more = next((each["url"] for each in said.get("more", []) if each["page"] == path.name), None)
    capture = Capture(path.read_text("utf-8"), more or said.get("url", ""), said.get("lang", ""))
    return capture, read(capture)


@cache
def read(capture: Capture) -> Reading:
    """The reading of a capture; both browsers take nearly every page alike, which is then read once."""
    return replace(read_profile([capture], today=TODAY), seconds={})


@EVERY
def test_blocks_are_the_same_on_both_sides(taken: dict[Path, Taken], path: Path) -> None:
    blocks = taken[path]["blocks"]
    assert blocks or path.parent.name == "blank"
    assert server_blocks(taken[path]["html"]) == blocks
    assert server_blocks(path.read_text("utf-8")) == blocks


@EVERY
def test_a_capture_reads_as_its_page(taken: dict[Path, Taken], path: Path) -> None:
    page, reading = read_page(path)
    assert read(replace(page, html=taken[path]["html"])) == reading


@EVERY
def test_a_capture_holds_nothing_that_the_contract_leaves_out(taken: dict[Path, Taken], path: Path) -> None:
    kept = {*RULES["kept_attributes"], "data-rl-block"}
    tags = BeautifulSoup(taken[path]["html"], "lxml", multi_valued_attributes=None).find_all(True)
    assert not {tag.name for tag in tags} & (set(RULES["dropped_tags"]) - {"link"})
    assert {name for tag in tags for name in tag.attrs if not name.startswith("data-test-")} <= kept
    addresses = [str(tag[name]) for tag in tags for name in RULES["address_attributes"] if name in tag.attrs]
    assert [
        each for each in addresses if re.search(r"[?#]|^\s*(?!https?:)[a-z][a-z0-9+.-]*:", each, re.I)
    ] == []

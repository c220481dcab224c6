"""The extension and the server agree on blocks to the character, on a page and on its capture."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from browser.chromium import EXTENSION, Chromium
from browser.conftest import DEMOS, SITE
from fixtures import PAGES
from rolelight.page.prune import prune
from rolelight.page.soup import parse
from rolelight.page.walk import outline

PATHS = sorted([*SITE[0].glob("*.html"), *PAGES.glob("*/*/page.html"), *DEMOS.glob("*.html")])
# It sends the browser elsewhere before anything can be taken.
PATHS.remove(PAGES / "states" / "blocked" / "page.html")
SCRIPTS = [(EXTENSION / name).read_text("utf-8") for name in ("content/blocks.js", "content/capture.js")]
RULES = json.loads((EXTENSION / "lib/capture_rules.json").read_text("utf-8"))
# In one function, for a page with Trusted Types lets no script be added.
TAKE = """async (rules) => {
  SCRIPTS
  const { takeCapture } = rolelightCapture;
  const { findExcluded, makeRule, readBlock } = rolelightBlocks;
  const { capture, blocks } = await takeCapture(rules);
  const rule = makeRule(rules, findExcluded(rules));
  return { html: capture.html,
    blocks: [...blocks].map(([id, element]) => [id, readBlock(element, rule).text]) };
}""".replace("SCRIPTS", "".join(SCRIPTS))


def take(chromium: Chromium, path: Path) -> Any:
    """The capture and the blocks that the extension's own code makes of a page."""
    folder = next(folder for folder in SITE if path.is_relative_to(folder))
    page = chromium.open(str(path.relative_to(folder)))
    return page.evaluate(TAKE, RULES)


def server_blocks(html: str) -> list[list[str]]:
    """The ids and texts of the blocks that the server finds."""
    page = outline(parse(prune(html)))
    inside = page.elements[page.root.index : page.root.last]
    texts = [element.text for element in inside if element.text is not None and element.text.length]
    return [[text.block.id, text.block.text] for text in texts]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: "/".join(path.parts[-3:-1]) + " " + path.name)
def test_blocks_are_the_same_on_both_sides(chromium: Chromium, path: Path) -> None:
    taken = take(chromium, path)
    assert taken["blocks"] or path.parent.name == "blank"
    assert server_blocks(taken["html"]) == taken["blocks"]
    assert server_blocks(path.read_text("utf-8")) == taken["blocks"]


def test_capture_is_much_smaller_than_a_real_page(chromium: Chromium) -> None:
    path = PAGES / "pvs" / "both" / "page.html"
    page = path.read_text("utf-8")
    assert len(take(chromium, path)["html"]) < 0.8 * len(page)

"""Takes captures with the extension's own code, in a page of any browser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from browser.chromium import EXTENSION, Chromium
from browser.conftest import DEMOS, SITE
from browser.firefox import RunningFirefox
from fixtures import PAGES

RULES = json.loads((EXTENSION / "lib/capture_rules.json").read_text("utf-8"))
FILES = json.loads((EXTENSION / "content/files.json").read_text("utf-8"))
# In one function, for a page with Trusted Types lets no script be added.
TAKE = """async (rules) => {
  SCRIPTS
  const { capture, blocks } = await rolelightCapture.takeCapture(rules);
  const rule = rolelightBlocks.makeRule(rules, rolelightBlocks.findPart(rules).excluded);
  const read = (block) => rolelightSlices.atOnce(rolelightTexts.readBlock(block, rule)).text;
  return { ...capture, blocks: [...blocks].map(([id, element]) => [id, read(element)]) };
}""".replace("SCRIPTS", "".join((EXTENSION / name).read_text("utf-8") for name in FILES["scripts"]))

PATHS = sorted([*SITE[0].glob("*.html"), *PAGES.glob("*/*/*.html"), *DEMOS.glob("*.html")])
# It sends the browser elsewhere before anything can be taken.
PATHS.remove(PAGES / "states" / "blocked" / "page.html")
# A script draws them, so that their files say nothing.
PATHS.remove(SITE[0] / "react.html")
PATHS.remove(SITE[0] / "single_page_site.html")

Taken = dict[str, Any]


def address_of(path: Path) -> str:
    """Where the tests' site has a page."""
    folder = next(folder for folder in SITE if path.is_relative_to(folder))
    return str(path.relative_to(folder))


def take_in_chromium(chromium: Chromium, path: Path) -> Taken:
    """The capture of a page in Chromium, with the texts of its blocks."""
    page = chromium.open(address_of(path))
    taken: Taken = page.evaluate(TAKE, RULES)
    page.close()
    return taken


def take_in_firefox(firefox: RunningFirefox, path: Path) -> Taken:
    """The capture of a page in Firefox, with the texts of its blocks."""
    firefox.open(address_of(path))
    script = f"({TAKE})(arguments[0]).then(arguments[1], (error) => arguments[1](`${{error}}`))"
    taken = firefox.driver.execute_async_script(script, RULES)
    assert isinstance(taken, dict), taken
    return taken

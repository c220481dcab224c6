"""Takes the captures of the bench's pages with the extension's own code, in a real Chromium."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Route, sync_playwright

from bench.pages import URL, Page
from rolelight.page.model import Capture

EXTENSION = Path(__file__).parents[2] / "extension"
SCRIPTS = ("content/blocks.js", "content/capture.js")


def take_captures(pages: list[Page]) -> list[Capture]:
    """The captures of the pages as a click in Chromium takes them."""
    rules = json.loads((EXTENSION / "lib/capture_rules.json").read_text(encoding="utf-8"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        captures = [_take(browser, page.html, rules) for page in pages]
        browser.close()
    return captures


def _take(browser: Browser, html: str, rules: Any) -> Capture:
    def answer(route: Route) -> None:
        if route.request.url == URL:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    tab = browser.new_page()
    tab.route("**/*", answer)
    tab.goto(URL)
    for script in SCRIPTS:
        tab.add_script_tag(path=EXTENSION / script)
    taken = tab.evaluate("async (rules) => (await rolelightCapture.takeCapture(rules)).capture", rules)
    tab.close()
    return Capture(**taken)

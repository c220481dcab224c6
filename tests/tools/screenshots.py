"""Takes pictures of the demo profiles in Chromium: python -m tools.screenshots FOLDER [README-PICTURE].

Each demo in light and dark, with the highlights on, off, and the panel open; and the start page. With a
second argument, the picture of the README is written to that file.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tools.running import RunningServer, running_server

DEMOS = ("web-developer", "data-analyst", "java-developer")
Scheme = Literal["light", "dark"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
README_DEMO = "web-developer"
SIZE: ViewportSize = {"width": 1280, "height": 860}


def main(folder: Path, readme_picture: Path | None) -> None:
    """Start a server and a browser, take the pictures, and end both."""
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as own,
        running_server(Path(own)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for scheme in SCHEMES:
            take_start_page(browser, server, scheme, folder)
            for demo in DEMOS:
                take_demo(browser, server, scheme, demo, folder)
        browser.close()
    if readme_picture:
        shutil.copy(folder / f"{README_DEMO}-light-panel.png", readme_picture)


def take_start_page(browser: Browser, server: RunningServer, scheme: Scheme, folder: Path) -> None:
    """The start page, whole, without the secret of the start link."""
    page = browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto(server.address)
    page.screenshot(path=folder / f"start-{scheme}.png", full_page=True)
    page.close()


def take_demo(browser: Browser, server: RunningServer, scheme: Scheme, demo: str, folder: Path) -> None:
    """A demo with its highlights on, then off, then on with the panel open; and the whole page."""
    page = browser.new_page(viewport=SIZE, color_scheme=scheme)
    page.goto(f"{server.address}/demos/{demo}")
    page.locator(".badge").wait_for()
    show_experience(page)
    page.screenshot(path=folder / f"{demo}-{scheme}-on.png")
    page.locator(".toggle").click()
    page.screenshot(path=folder / f"{demo}-{scheme}-off.png")
    page.locator(".toggle").click()
    page.locator(".opener").click()
    page.locator(".panel").wait_for()
    page.screenshot(path=folder / f"{demo}-{scheme}-panel.png")
    page.screenshot(path=folder / f"{demo}-{scheme}-whole.png", full_page=True)
    page.close()


def show_experience(page: Page) -> None:
    """Scrolls to where most of the evidence stands."""
    page.get_by_role("heading", name="Experience").first.scroll_into_view_if_needed()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)

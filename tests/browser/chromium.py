"""Chromium with the extension loaded, and a hand for its toolbar button."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, CDPSession, Page, Worker, sync_playwright

EXTENSION = Path(__file__).parents[2] / "extension"


@dataclass
class Chromium:
    """A running Chromium; ``site`` is the port of the test's web site."""

    context: BrowserContext
    extension: str
    site: int
    first_page: str  # the page that the extension opened when it was installed
    opened: int = 0

    @property
    def worker(self) -> Worker:
        """The background script that was started last."""
        return self.context.service_workers[-1]

    def stop_background(self) -> None:
        """Stops the background script, as Chromium itself does when it has been idle for 30 seconds."""
        session = self._session()
        running = session.send("Target.getTargets", {"filter": [{"type": "service_worker"}]})["targetInfos"]
        for target in running:
            session.send("Target.closeTarget", {"targetId": target["targetId"]})
        session.detach()

    def configure(self, **settings: object) -> None:
        """Sets the extension's settings, and nothing else is left of earlier ones."""
        self.worker.evaluate(
            "async (settings) => { await chrome.storage.local.clear();"
            " await chrome.storage.local.set(settings); }",
            settings,
        )

    def open(self, path: str, host: str = "people.test") -> Page:
        """Opens a page of the test's site under a name that the extension has no permission for."""
        self.opened += 1  # the fragment tells this tab from one that is still closing
        page = self.context.new_page()
        page.goto(f"http://{host}:{self.site}/{path}#{self.opened}")
        page.bring_to_front()
        return page

    def click_toolbar(self, page: Page) -> None:
        """Presses the extension's toolbar button as the user does."""
        self.toolbar_button(page)()

    def toolbar_button(self, page: Page) -> Callable[[], None]:
        """Gives the function that presses the extension's toolbar button for a page, once."""
        session = self._session()
        targets = session.send("Target.getTargets", {"filter": [{"type": "tab"}]})["targetInfos"]
        target = next(each["targetId"] for each in targets if each["url"] == page.url)
        extension = self.extension.split("/")[2]

        def press() -> None:
            session.send("Extensions.triggerAction", {"id": extension, "targetId": target})
            session.detach()

        return press

    def _session(self) -> CDPSession:
        assert self.context.browser
        return self.context.browser.new_browser_cdp_session()

    def action(self, page: Page) -> dict[str, str]:
        """What the toolbar button shows for the page, which is the one in front."""
        page.bring_to_front()
        shown: dict[str, str] = self.worker.evaluate(
            """async () => {
              const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
              const [text, title] = await Promise.all(
                [chrome.action.getBadgeText({ tabId }), chrome.action.getTitle({ tabId })]);
              return { text, title };
            }"""
        )
        return shown

    def watch_readings(self) -> Callable[[], list[dict[str, Any]]]:
        """Gives a function that tells which readings the server has answered with since."""
        self.worker.evaluate(
            """() => {
              globalThis.readings = [];
              globalThis.realFetch ??= globalThis.fetch;
              globalThis.fetch = async (...request) => {
                const response = await realFetch(...request);
                if (response.url.endsWith("/readings")) {
                  readings.push(await response.clone().json().catch(() => null));
                }
                return response;
              };
            }"""
        )
        return lambda: list(self.worker.evaluate("() => readings"))

    def wait_for_mark(self, page: Page, text: str) -> None:
        """Waits until the toolbar button shows that text."""
        last = time.monotonic() + 20
        while self.action(page)["text"] != text:
            assert time.monotonic() < last, f"the toolbar button shows {self.action(page)}"


@contextmanager
def running_chromium(
    profile: Path, site: int, extension: Path = EXTENSION, arguments: tuple[str, ...] = ()
) -> Iterator[Chromium]:
    """Starts Chromium with the extension and a profile of its own."""
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            str(profile),
            executable_path=shutil.which("chromium"),
            headless=True,
            args=[
                f"--disable-extensions-except={extension}",
                f"--load-extension={extension}",
                "--enable-unsafe-extension-debugging",
                "--host-resolver-rules=MAP *.test 127.0.0.1",
                *arguments,
            ],
        )
        worker = context.service_workers[0] if context.service_workers else None
        worker = worker or context.wait_for_event("serviceworker")
        address = "/".join(worker.url.split("/")[:3])
        yield Chromium(context, address, site, first_page=_close_welcome(context))
        context.close()


def _close_welcome(context: BrowserContext) -> str:
    """Closes the page that a first run opens, which would stay the tab in front; gives its address."""
    _, *opened = context.pages  # Chromium starts with an empty tab
    welcome = opened[0] if opened else context.wait_for_event("page")
    welcome.wait_for_url("**/welcome/welcome.html")
    address = welcome.url
    welcome.close()
    return address

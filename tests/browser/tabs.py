"""A tab of either browser, for tests that hold in both: open a page, click the toolbar button, ask it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Protocol

from playwright.sync_api import Page

from browser.chromium import Chromium
from browser.firefox import RunningFirefox
from browser.seen import PAINTED
from browser.stub import Stub


class Tab(Protocol):
    """What both browsers can do; ``stub`` is the server to which the extension is paired."""

    stub: Stub

    def open(self, path: str) -> None:
        """Opens a page of the tests' site."""

    def click_toolbar(self) -> None:
        """Presses the extension's toolbar button as the user does."""

    def ask(self, expression: str) -> Any:
        """The value of an expression in the page."""

    def wait_for(self, expression: str) -> None:
        """Waits until an expression in the page is true."""


@dataclass
class ChromiumTab:
    """A tab of Chromium."""

    chromium: Chromium
    stub: Stub
    page: Page | None = None

    def open(self, path: str) -> None:
        self.page = self.chromium.open(path)

    def click_toolbar(self) -> None:
        assert self.page
        self.chromium.click_toolbar(self.page)

    def ask(self, expression: str) -> Any:
        assert self.page
        return self.page.evaluate(f"() => ({expression})")

    def wait_for(self, expression: str) -> None:
        assert self.page
        self.page.wait_for_function(f"() => ({expression})", timeout=20_000)


@dataclass
class FirefoxTab:
    """The tab of Firefox."""

    firefox: RunningFirefox
    stub: Stub

    def open(self, path: str) -> None:
        self.firefox.open(path)

    def click_toolbar(self) -> None:
        self.firefox.click_toolbar()

    def ask(self, expression: str) -> Any:
        return self.firefox.driver.execute_script(f"return ({expression})")

    def wait_for(self, expression: str) -> None:
        self.firefox.wait_for(f"return ({expression})")


def painted(tab: Tab) -> list[str]:
    """All words painted in a tab."""
    return sorted(words for group in tab.ask(f"({PAINTED})()").values() for words in group)


def wait_for_paint(tab: Tab, words: list[str]) -> None:
    """Waits until exactly these words are painted in a tab."""
    wanted = "|".join(sorted(words))
    tab.wait_for(f"Object.values(({PAINTED})()).flat().sort().join('|') === {json.dumps(wanted)}")

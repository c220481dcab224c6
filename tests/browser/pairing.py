"""Pairing as a user does it: the code from the server's start page, entered on a page of the extension."""

from __future__ import annotations

import re
from urllib.request import HTTPCookieProcessor, build_opener

from playwright.sync_api import Page

from browser.chromium import Chromium
from tools.running import RunningServer

PAIRED = "This browser is paired, and the server is running."
NOT_PAIRED = "The server is running. Enter its pairing code."
WRONG_CODE = "AAAA-AAAA"


class StartPage:
    """The start page of a server, opened by its start link."""

    def __init__(self, server: RunningServer) -> None:
        self.port = server.port
        self._address = server.address
        self._opener = build_opener(HTTPCookieProcessor())
        self._opener.open(server.start_link()).close()

    def code(self) -> str:
        """The pairing code that it shows now."""
        with self._opener.open(self._address) as reply:
            found = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", reply.read().decode())
        assert found, "the start page shows no pairing code"
        return found[0]


def open_options(chromium: Chromium) -> Page:
    """The options page."""
    return _open(chromium, "options/options.html")


def open_welcome(chromium: Chromium) -> Page:
    """The welcome of the first run."""
    return _open(chromium, "welcome/welcome.html")


def enter_port(page: Page, port: int) -> None:
    """Enters the server's port."""
    page.get_by_label("Port", exact=True).fill(str(port))
    page.get_by_label("Port", exact=True).press("Tab")


def enter_code(page: Page, code: str) -> None:
    """Enters a pairing code."""
    page.get_by_label("Pairing code").fill(code)
    page.get_by_role("button", name="Pair", exact=True).click()


def token_of(page: Page) -> str:
    """The token that the extension keeps, seen from one of its own pages."""
    return str(page.evaluate("async () => (await chrome.storage.local.get({ token: '' })).token"))


def _open(chromium: Chromium, path: str) -> Page:
    page = chromium.context.new_page()
    page.goto(f"{chromium.extension}/{path}")
    page.locator("#state:not(:empty)").wait_for()
    return page

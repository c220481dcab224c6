"""`rolelight open` in real browsers: from the file on the disk to the start page with its code."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from browser.chromium import Chromium
from browser.firefox import RunningFirefox
from rolelight.config import Settings
from rolelight.site.link_file import link_file
from tools.running import RunningServer, running_server


def file_of(server: RunningServer, folder: Path) -> str:
    """The address of the file that the command hands to the browser."""
    return link_file(Settings(port=server.port, folder=folder)).as_uri()


def test_chromium_shows_the_code(chromium: Chromium, tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        page = chromium.context.new_page()
        page.goto(file_of(server, tmp_path))
        expect(page.locator(".code")).to_be_visible()
        assert page.url == f"{server.address}/"


def test_firefox_shows_the_code(firefox: RunningFirefox, tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        firefox.driver.get(file_of(server, tmp_path))
        WebDriverWait(firefox.driver, 20).until(lambda driver: driver.find_elements(By.CSS_SELECTOR, ".code"))
        assert firefox.driver.current_url == f"{server.address}/"

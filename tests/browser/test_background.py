"""The background script, which the browser stops when it is idle and starts again."""

from __future__ import annotations

from playwright.sync_api import expect

from browser.chromium import Chromium
from browser.seen import badge_of, wait_for_reading, words_painted
from browser.stub import PROFILE_WORDS, Stub


def test_click_starts_a_stopped_background_script(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    chromium.stop_background()
    chromium.click_toolbar(page)
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)


def test_overlay_reaches_a_background_script_that_was_stopped_meanwhile(
    stub: Stub, chromium: Chromium
) -> None:
    stub.body = b"no reading"
    page = chromium.open("profile.html")
    chromium.click_toolbar(page)
    expect(badge_of(page)).to_have_attribute("data-failure", "unexpected")
    stub.body = None
    chromium.stop_background()
    page.get_by_role("button", name="Try again").click()
    wait_for_reading(page)

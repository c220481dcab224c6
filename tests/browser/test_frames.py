"""A profile in an inner frame of the site's own is read there, and no other frame is."""

from __future__ import annotations

import pytest
from playwright.sync_api import Frame, Page, expect

from browser.chromium import Chromium
from browser.seen import PAINTED
from browser.stub import PROFILE_WORDS, Stub

HTML = "() => document.documentElement.outerHTML"


def inner(page: Page, frame_id: str) -> Frame:
    """The frame in an element of the page."""
    found = page.locator(f"#{frame_id}").element_handle()
    frame = found.content_frame() if found else None
    assert frame
    return frame


def has_overlay(frame: Frame) -> bool:
    """Whether the overlay is in a frame."""
    return bool(frame.locator(":root > [popover]").count())


@pytest.fixture
def framed(stub: Stub, chromium: Chromium) -> Page:
    """A page with the profile in an inner frame, and with others that are not to be seen."""
    return chromium.open("framed.html?session=secret")


def test_profile_in_an_inner_frame_is_painted_there(stub: Stub, chromium: Chromium, framed: Page) -> None:
    outlet = inner(framed, "outlet")
    before = [framed.evaluate(HTML), outlet.evaluate(HTML)]
    chromium.click_toolbar(framed)
    expect(outlet.locator(".badge .opener")).to_be_visible()
    painted = [words for group in outlet.evaluate(PAINTED).values() for words in group]
    assert sorted(painted) == sorted(words.exact for words in PROFILE_WORDS)
    assert [frame for frame in framed.frames if has_overlay(frame)] == [outlet]
    outlet.locator(".badge .close").click()
    assert [framed.evaluate(HTML), outlet.evaluate(HTML)] == before


def test_page_of_an_inner_frame_is_the_one_that_the_address_bar_names(
    stub: Stub, chromium: Chromium, framed: Page
) -> None:
    chromium.click_toolbar(framed)
    expect(inner(framed, "outlet").locator(".badge .opener")).to_be_visible()
    assert stub.asked[0]["captures"][0]["url"] == framed.url.split("?")[0]


def test_going_to_another_page_takes_the_reading_out_of_an_inner_frame(
    stub: Stub, chromium: Chromium, framed: Page
) -> None:
    outlet = inner(framed, "outlet")
    chromium.click_toolbar(framed)
    expect(outlet.locator(".badge .opener")).to_be_visible()
    framed.evaluate("() => history.pushState(null, '', '/in/another/')")
    expect(outlet.locator(".badge")).to_have_text("Read this page too×")
    assert outlet.evaluate(PAINTED) == {}


@pytest.mark.parametrize("frame_id", ["none", "tiny", "away", "unseen"])
def test_frame_that_is_not_to_be_seen_is_never_read(
    stub: Stub, chromium: Chromium, framed: Page, frame_id: str
) -> None:
    framed.locator("#outlet").evaluate("outlet => outlet.remove()")
    assert inner(framed, frame_id).locator("#headline").count()
    chromium.click_toolbar(framed)
    expect(framed.locator(":root > [popover]")).to_have_count(1)
    assert [frame for frame in framed.frames if has_overlay(frame)] == [framed.main_frame]


def test_frame_of_another_site_is_not_read(stub: Stub, chromium: Chromium, framed: Page) -> None:
    address = f"http://elsewhere.test:{chromium.site}/profile.html"
    with framed.expect_event("framenavigated", lambda frame: frame.url == address):
        framed.locator("#outlet").evaluate("(outlet, address) => { outlet.src = address; }", address)
    inner(framed, "outlet").wait_for_load_state()
    chromium.click_toolbar(framed)
    expect(framed.locator(":root > [popover]")).to_have_count(1)
    assert [frame for frame in framed.frames if has_overlay(frame)] == [framed.main_frame]


def test_click_after_the_site_went_on_in_an_inner_frame_closes_the_overlay_of_the_outer_page(
    stub: Stub, chromium: Chromium
) -> None:
    page = chromium.open("framed.html")
    page.locator("#outlet").evaluate("outlet => { outlet.hidden = true; }")
    chromium.click_toolbar(page)
    expect(page.locator(":root > [popover]")).to_have_count(1)
    page.locator("#outlet").evaluate("outlet => { outlet.hidden = false; }")
    chromium.click_toolbar(page)
    expect(inner(page, "outlet").locator(".badge .opener")).to_be_visible()
    expect(page.locator(":root > [popover]")).to_have_count(0)

"""The overlay moves out of the way: to another corner, or into a dot, and remembers it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import badge_of
from browser.stub import Stub

ReadPage = Callable[[str], Page]


def grip(page: Page) -> tuple[float, float]:
    """The middle of the grip."""
    box = page.locator(".grip").bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def drag(page: Page, to: tuple[float, float]) -> None:
    page.mouse.move(*grip(page))
    page.mouse.down()
    page.mouse.move(*to, steps=4)
    page.mouse.up()


def test_badge_that_is_dragged_settles_in_the_nearest_corner_and_stays_there(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    expect(page.locator(".frame")).to_have_attribute("data-corner", "top-right")
    drag(page, (200, 600))
    expect(page.locator(".frame")).to_have_attribute("data-corner", "bottom-left")
    box = badge_of(page).bounding_box()
    assert box
    assert box["x"] == 12
    another = chromium.open("profile.html")
    chromium.click_toolbar(another)
    expect(another.locator(".frame")).to_have_attribute("data-corner", "bottom-left")


def test_press_moves_the_badge_without_dragging(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".grip").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".frame")).to_have_attribute("data-corner", "bottom-right")
    page.locator(".grip").click()
    expect(page.locator(".frame")).to_have_attribute("data-corner", "bottom-left")


def test_panel_grows_from_the_badge_into_the_window(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".grip").click()
    page.locator(".badge .opener").click()
    badge, panel = badge_of(page).bounding_box(), page.locator("#panel").bounding_box()
    assert badge
    assert panel
    assert panel["y"] >= 0
    assert panel["y"] + panel["height"] <= badge["y"]


def test_badge_collapses_to_a_dot_that_says_the_verdict_and_comes_back(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    page.get_by_role("button", name="Make it a dot").click()
    dot = page.get_by_role("button", name="Rolelight: Likely for Back-end web developer. Open it")
    expect(dot).to_be_focused()
    expect(badge_of(page)).to_be_hidden()
    expect(page.locator("#panel")).to_be_hidden()
    another = chromium.open("profile.html")
    chromium.click_toolbar(another)
    another.locator(".dot").click()
    expect(badge_of(another)).to_be_visible()
    expect(another.locator(".badge .opener")).to_be_focused()


def test_panel_fits_a_small_window_and_two_hundred_per_cent(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.set_viewport_size({"width": 320, "height": 400})
    page.locator(".badge .opener").click()
    for part in (badge_of(page), page.locator("#panel")):
        box = part.bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert box["y"] + box["height"] <= 400
    assert page.locator("#panel").evaluate("panel => panel.scrollWidth <= panel.clientWidth")
    page.locator("footer").scroll_into_view_if_needed()
    expect(page.locator("footer")).to_be_in_viewport()

"""The focus stays where the user is, whatever is drawn anew, and goes back to the page at the end."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import badge_of
from browser.stub import Stub, Words

ReadPage = Callable[[str], Page]
REDRAW = "() => { const p = document.querySelector('#emoji'); p.replaceChildren(new Text(p.textContent)); }"
PAINTED_AGAIN = """() =>
  [...CSS.highlights.values()].flatMap((ranges) => [...ranges]).some((range) => `${range}` === 'Django')"""


def test_read_again_by_keyboard_keeps_the_focus(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    again = page.get_by_role("button", name="Read again")
    again.focus()
    page.keyboard.press("Enter")
    expect(badge_of(page)).to_have_attribute("aria-busy", "false")
    assert len(stub.asked) == 2
    expect(again).to_be_focused()


def test_page_that_draws_its_text_anew_takes_no_focus(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    expect(page.locator("#panel-title")).to_be_focused()
    page.evaluate(REDRAW)
    page.wait_for_function(PAINTED_AGAIN)
    expect(page.locator("#panel-title")).to_be_focused()


def test_line_of_several_places_keeps_its_name_and_the_focus_when_it_is_struck_out(
    stub: Stub, read_page: ReadPage
) -> None:
    stub.words = (Words("measure", "about", 0.1, signal="any"), Words("pandas", "about", 0.6, signal="any"))
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    line = page.locator("[data-section=about] li")
    expect(line.locator("q")).to_have_text("measure")
    line.locator(".strike").focus()
    page.keyboard.press("Enter")
    expect(page.locator("li.aside q")).to_have_text("measure")
    expect(page.locator("li.aside .strike")).to_be_focused()


def test_closing_gives_the_focus_back_to_the_page(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    field = page.locator("header input")
    field.focus()
    chromium.click_toolbar(page)
    page.get_by_label("Remove Rolelight from this page").focus()
    page.keyboard.press("Enter")
    expect(badge_of(page)).to_have_count(0)
    expect(field).to_be_focused()


def test_card_that_takes_the_place_of_the_overlay_takes_its_focus(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").focus()
    page.evaluate("() => history.pushState({}, '', '/another-person')")
    offer = page.get_by_role("button", name="Read this page too")
    expect(offer).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".badge .opener")).to_be_focused()


def test_escape_takes_away_the_tooltip_first_and_the_panel_next(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    page.locator(".line").first.focus()
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()
    expect(page.locator("#panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_have_count(0)
    expect(page.locator(".badge .opener")).to_be_focused()

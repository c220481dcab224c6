"""A line of evidence can be struck out: verdict, sums and paint change at once, for this visit alone."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from browser.chromium import Chromium
from browser.seen import words_painted
from browser.stub import Stub, Words

ReadPage = Callable[[str], Page]


def strike(page: Page, words: str) -> Locator:
    """The button that sets a line aside, or counts it again."""
    return page.locator(".entry li", has=page.locator(f'q:text-is("{words}")')).locator(".strike")


def open_panel(page: Page) -> None:
    page.locator(".badge .opener").click()


def test_line_that_is_set_aside_leaves_sums_counts_and_paint(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    expect(page.locator(".sums tfoot td")).to_have_text("+1.50")
    strike(page, "Django").click()
    expect(page.locator(".sums tfoot td")).to_have_text("+1.00")
    expect(page.locator(".balance .counts > span").first).to_have_text("2 for")
    expect(page.locator("li.aside q")).to_have_text("Django")
    expect(page.locator(".callout")).to_contain_text("Set aside for this visit, and not counted: 1")
    assert "Django" not in words_painted(page)
    assert [asked.get("set_aside") for asked in stub.asked] == [None, ["h1"]]


def test_verdict_changes_with_what_is_set_aside(stub: Stub, chromium: Chromium, read_page: ReadPage) -> None:
    stub.words = (Words("Django", "about", 0.5),)
    page = read_page("profile.html")
    open_panel(page)
    strike(page, "Django").click()
    expect(page.locator(".badge .verdict")).to_have_text("Can’t tell")
    expect(page.get_by_role("status")).to_have_text(
        "Can’t tell for Back-end web developer: 0 for, 0 against, 0 unclear."
    )
    chromium.wait_for_mark(page, "–")


def test_line_can_be_counted_again(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    strike(page, "Django").click()
    expect(page.locator("li.aside")).to_have_count(1)
    strike(page, "Flask").click()
    expect(page.locator("li.aside")).to_have_count(2)
    strike(page, "Django").click()
    expect(page.locator("li.aside q")).to_have_text(["Flask"])
    page.get_by_role("button", name="Count again", exact=True).click()
    expect(page.locator("li.aside")).to_have_count(0)
    expect(page.locator(".sums tfoot td")).to_have_text("+1.50")


def test_lines_that_are_struck_out_in_quick_succession_are_all_set_aside(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    open_panel(page)
    stub.hold()
    strike(page, "Django").click()
    strike(page, "Flask").click()
    stub.release()
    expect(page.locator("li.aside")).to_have_count(2)
    assert stub.asked[-1]["set_aside"] == ["h1", "h4"]


def test_focus_stays_on_the_line_that_was_struck_out(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    strike(page, "Django").focus()
    page.keyboard.press("Enter")
    expect(page.locator("li.aside")).to_have_count(1)
    expect(strike(page, "Django")).to_be_focused()


def test_what_is_set_aside_stays_so_when_the_page_is_read_again(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    strike(page, "Django").click()
    expect(page.locator("li.aside")).to_have_count(1)
    page.get_by_role("button", name="Read again").click()
    expect(page.locator(".badge .opener")).to_be_visible()
    expect(page.locator("li.aside q")).to_have_text("Django")


def test_server_that_is_gone_leaves_the_reading_as_it_was_and_says_so(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    open_panel(page)
    stub.status, stub.body = 401, b'{"code": "not_paired", "message": "", "fields": {}}'
    strike(page, "Django").click()
    expect(page.locator(".passing")).to_contain_text(
        "The evidence could not be weighed anew. This browser must"
    )
    expect(page.locator("li.aside")).to_have_count(0)
    expect(page.locator(".sums tfoot td")).to_have_text("+1.50")


def test_another_visit_counts_everything(stub: Stub, chromium: Chromium, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    strike(page, "Django").click()
    expect(page.locator("li.aside")).to_have_count(1)
    page.reload()
    chromium.click_toolbar(page)
    open_panel(page)
    expect(page.locator("li.aside")).to_have_count(0)


def test_what_is_set_aside_of_one_person_counts_for_the_next(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html?id=1")
    open_panel(page)
    strike(page, "Django").click()
    expect(page.locator("li.aside")).to_have_count(1)
    page.evaluate("() => history.pushState({}, '', '?id=2')")
    page.get_by_role("button", name="Read this page too").click()
    expect(page.locator(".badge .opener")).to_be_visible()
    assert [asked.get("set_aside") for asked in stub.asked] == [None, ["h1"], None]


def test_line_under_way_is_not_lost_by_reading_again(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    open_panel(page)
    stub.hold()
    strike(page, "Django").click()
    page.get_by_role("button", name="Read again").click()
    stub.release()
    expect(page.locator("li.aside q")).to_have_text(["Django"])
    expect(page.locator(".badge")).to_have_attribute("aria-busy", "false")
    last = time.monotonic() + 20
    while len(stub.asked) < 4:  # the reading, the line, and reading again with and without it
        assert time.monotonic() < last, stub.asked
        page.wait_for_timeout(20)
    assert stub.asked[-1]["set_aside"] == ["h1"]

"""What the panel offers beside the balance sheet: filters, steps, the timeline, gaps, and the summary."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import PAINTED, wait_for_reading, words_painted
from browser.stub import PROFILE_WORDS, Stub

ReadPage = Callable[[str], Page]
# Gives a promise in a box: the content of the next paste.
NEXT_PASTE = """() => ({ promise: new Promise((resolve) => {
  const take = ({ clipboardData: data }) =>
    resolve({ text: data.getData("text/plain"), html: data.getData("text/html") });
  addEventListener("paste", take, { once: true });
}) })"""


@pytest.fixture
def page(stub: Stub, read_page: ReadPage) -> Page:
    """A profile that was read, with its panel open."""
    stub.timeline = [
        {"from": "2015", "to": "2018", "use": "analysis", "p": 0.9},
        {"from": "2019", "to": "2026", "use": "web", "p": 0.8},
    ]
    stub.states = {"experience": "not_loaded", "skills": "truncated"}
    page = read_page("profile.html")
    page.emulate_media(reduced_motion="reduce")
    page.locator(".badge .opener").click()
    return page


def test_filter_by_direction_hides_on_the_page_and_in_the_panel(page: Page) -> None:
    page.get_by_role("button", name="Against", exact=True).click()
    assert "pandas" not in words_painted(page)
    expect(page.locator(".line.against")).to_have_count(0)
    expect(page.locator(".balance .counts > span")).to_have_text(["3 for", "1 against", "1 unclear"])
    switch = page.get_by_role("button", name="Against", exact=True)
    expect(switch).to_have_attribute("aria-pressed", "false")
    expect(switch).to_be_focused()
    switch.click()
    assert len(words_painted(page)) == len(PROFILE_WORDS)


def test_filter_by_kind_offers_the_kinds_of_the_page(page: Page) -> None:
    page.get_by_role("button", name="Skills", exact=True).click()
    assert words_painted(page) == []
    expect(page.get_by_role("button", name="Titles")).to_have_count(0)


def test_filters_stay_when_the_page_is_read_again(page: Page) -> None:
    page.get_by_role("button", name="Against", exact=True).click()
    page.get_by_role("button", name="Read again").first.click()
    wait_for_reading(page)
    assert "pandas" not in words_painted(page)


def flashed(page: Page) -> list[str]:
    words: list[str] = page.evaluate(PAINTED).get("rolelight-flash-light", [])
    return words


def test_steps_go_through_the_evidence_in_the_order_of_the_page_and_round(page: Page) -> None:
    on, back = (page.get_by_role("button", name=f"{way} evidence") for way in ("Next", "Previous"))
    seen = []
    for _ in range(len(PROFILE_WORDS) + 1):
        on.click()
        seen += flashed(page)
    assert seen == ["Web Developer", "Django", "pandas", "Software Engineer", "Flask", "Web Developer"]
    expect(page.get_by_role("status")).to_have_text("1 of 5. For: Web Developer")
    back.click()
    assert flashed(page) == ["Flask"]
    expect(page.locator("#deed")).to_be_in_viewport()


def test_steps_leave_out_what_is_filtered(page: Page) -> None:
    page.get_by_role("button", name="For", exact=True).click()
    page.get_by_role("button", name="Next evidence").click()
    assert flashed(page) == ["pandas"]


def test_keyboard_shortcuts_step_and_toggle(page: Page, chromium: Chromium) -> None:
    def press(command: str) -> None:
        page.bring_to_front()
        chromium.worker.evaluate(
            """async (command) => {
              const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
              chrome.commands.onCommand.dispatch(command, tab);
            }""",
            command,
        )

    press("next_evidence")
    page.wait_for_function("() => CSS.highlights.has('rolelight-flash-light')")
    assert flashed(page) == ["Web Developer"]
    press("toggle_highlights")
    expect(page.get_by_role("switch", name="Highlights")).not_to_be_checked()


def test_timeline_shows_the_years_of_each_use_and_says_them(page: Page) -> None:
    rows = page.locator(".timeline li")
    expect(rows).to_have_text(["data analysis2015 – 2018", "web development2019 – 2026"])
    columns = rows.locator("i").evaluate_all("(bars) => bars.map(({ style }) => style.gridColumn)")
    assert columns == ["1 / 5", "5 / 13"]
    expect(page.locator(".years")).to_have_text("20152026")


def test_what_is_not_loaded_is_said_with_a_button_that_reads_again(page: Page, stub: Stub) -> None:
    gap = page.locator("[data-gap=not_loaded]")
    expect(gap).to_contain_text("Not loaded yet: Experience. Scroll down to it on the page, then read again.")
    expect(page.locator("[data-gap=truncated]")).to_contain_text("Only the first are shown: Skills.")
    stub.states = {}
    gap.get_by_role("button", name="Read again").click()
    expect(page.locator("[data-gap]")).to_have_count(0)


def paste(page: Page) -> dict[str, str]:
    """What is on the clipboard, as the page gets it."""
    box = page.evaluate_handle(NEXT_PASTE)
    page.locator("header input").focus()
    page.keyboard.press("Control+v")
    content: dict[str, str] = box.evaluate("(box) => box.promise")
    return content


def test_summary_is_copied_in_plain_and_rich_text(page: Page) -> None:
    page.get_by_role("button", name="Copy summary").click()
    expect(page.locator(".passing")).to_have_text("The summary is copied.")
    expect(page.get_by_role("status")).to_have_text("The summary is copied.")
    content = paste(page)
    assert content["text"].startswith("Evidence for: Back-end web developer\n\nLikely. The page holds strong")
    assert "- “Django” (About): A note on Django." in content["text"]
    assert "What the page does not show:\n- No education" in content["text"]
    assert "%" not in content["text"]
    assert "<li>“Django” (About): A note on Django.</li>" in content["html"]


def test_summary_says_what_was_set_aside(page: Page) -> None:
    page.locator("li", has_text="Django").locator(".strike").click()
    expect(page.locator("li.aside")).to_have_count(1)
    page.get_by_role("button", name="Copy summary").click()
    text = paste(page)["text"]
    assert "Set aside by me, and not counted:\n- “Django”" in text
    assert "The verdict is without what was set aside." in text
    assert text.count("Django") == text.split("Set aside by me")[1].count("Django")


def test_steps_go_on_from_words_that_were_set_aside(page: Page) -> None:
    on = page.get_by_role("button", name="Next evidence")
    on.click()
    on.click()
    page.locator(".entry li", has_text="Django").locator(".strike").click()
    expect(page.locator("li.aside")).to_have_count(1)
    on.click()
    expect(page.get_by_role("status")).to_have_text("2 of 4. Against: pandas")

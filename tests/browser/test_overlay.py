"""A toolbar click on a profile: what is painted, what the badge and the panel show, what the user can do."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import PAINTED, badge_of, choose_role, line_of, panel_of, wait_for_reading, words_painted
from browser.stub import PROFILE_WORDS, Stub, Words

ReadPage = Callable[[str], Page]
HTML = "() => document.documentElement.outerHTML"
FOCUSED = "() => document.querySelector(':root > [popover]').shadowRoot.activeElement.className"


def test_click_paints_exactly_the_quotes(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)


def test_names_of_the_paint_say_direction_strength_and_ground(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    assert page.evaluate(PAINTED) == {
        "rolelight-for-3-light": ["Django", "Flask", "Web Developer"],
        "rolelight-against-3-light": ["pandas"],
        "rolelight-unclear-1-light": ["Software Engineer"],
    }


def test_badge_says_the_verdict_and_the_toolbar_button_says_it_too(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    expect(page.locator(".badge .verdict")).to_have_text("Likely")
    expect(page.get_by_role("combobox", name="Role")).to_have_value("back-end-web-developer")
    expect(page.get_by_role("status")).to_have_text(
        "Likely for Back-end web developer: 3 for, 1 against, 1 unclear."
    )
    assert chromium.action(page) == {"text": "•••", "title": "Rolelight: Likely"}


def test_toggle_takes_the_highlights_away_and_brings_them_back(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    toggle = page.get_by_role("switch", name="Highlights")
    expect(toggle).to_be_checked()
    toggle.click()
    expect(toggle).not_to_be_checked()
    assert words_painted(page) == []
    toggle.click()
    assert len(words_painted(page)) == len(PROFILE_WORDS)


def test_switching_the_role_changes_verdict_and_colours_without_a_request(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    choose_role(page, "Data analyst")
    expect(page.locator(".badge .verdict")).to_have_text("Unlikely")
    painted = page.evaluate(PAINTED)
    assert painted["rolelight-for-3-light"] == ["pandas"]
    assert painted["rolelight-against-3-light"] == ["Django", "Flask", "Web Developer"]
    assert painted["rolelight-unclear-1-light"] == ["Software Engineer"]
    assert len(stub.asked) == 1


def test_toolbar_button_says_the_verdict_of_the_role_that_is_chosen(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    choose_role(page, "Data analyst")
    chromium.wait_for_mark(page, "•")
    assert chromium.action(page)["title"] == "Rolelight: Unlikely"


def test_panel_shows_the_balance_sheet_section_by_section(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    panel = panel_of(page)
    expect(panel.locator(".part h3 > span:first-child")).to_have_text(
        ["Headline", "About", "Experience", "Education", "Skills"]
    )
    expect(panel.locator("[data-section=about] .counts > span")).to_have_text(["1 for", "1 against"])
    expect(panel.locator("[data-section=experience] h4")).to_contain_text("Software Engineer")
    expect(panel).to_contain_text("1 of 1 positions have text")
    expect(panel).to_contain_text("Which part was yours?")
    expect(panel.locator("footer")).to_have_text(
        "Describes evidence of work on the page. It does not rate a person."
    )


def test_sums_are_folded_and_add_up(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    expect(page.locator(".sums table")).to_be_hidden()
    page.get_by_text("How this adds up").click()
    expect(page.locator(".sums tbody tr").first).to_have_text("Starting point\N{MINUS SIGN}1.00")
    expect(page.locator(".sums tfoot td")).to_have_text("+1.50")
    expect(page.locator(".sums")).to_contain_text("The weights began as judgement")


def test_line_of_the_panel_leads_to_its_words_and_flashes_them(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.emulate_media(reduced_motion="reduce")
    page.locator(".badge .opener").click()
    expect(page.locator("#deed")).not_to_be_in_viewport()
    line_of(page, "Flask").click()
    expect(page.locator("#deed")).to_be_in_viewport()
    assert page.evaluate(PAINTED)["rolelight-flash-light"] == ["Flask"]
    page.wait_for_function("() => !CSS.highlights.has('rolelight-flash-light')")


def test_page_is_unchanged_but_for_one_element_and_as_before_after_closing(
    stub: Stub, chromium: Chromium
) -> None:
    page = chromium.open("profile.html")
    before = page.evaluate(HTML)
    chromium.click_toolbar(page)
    wait_for_reading(page)
    page.locator(".badge .opener").click()
    without_host = page.evaluate(
        "() => { const copy = document.documentElement.cloneNode(true);"
        " copy.lastElementChild.remove(); return copy.outerHTML; }"
    )
    assert without_host == before
    page.get_by_label("Remove Rolelight from this page").click()
    assert page.evaluate(HTML) == before
    assert words_painted(page) == []
    assert chromium.action(page)["text"] == ""


def click_again(stub: Stub, chromium: Chromium, page: Page) -> None:
    """Clicks the toolbar button a second time and waits until the new reading is on show."""
    wait_for_reading(page)
    before = len(stub.asked)
    chromium.click_toolbar(page)
    expect(badge_of(page)).to_have_attribute("aria-busy", "false")
    assert len(stub.asked) > before


def test_second_click_reads_anew_and_leaves_one_badge(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    click_again(stub, chromium, page)
    assert len(stub.asked) == 2
    expect(badge_of(page)).to_have_count(1)
    expect(panel_of(page)).to_have_count(0)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)


def test_second_click_leaves_role_panel_and_switch_as_they_were(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    choose_role(page, "Data analyst")
    page.get_by_role("switch", name="Highlights").click()
    page.locator(".badge .opener").click()
    click_again(stub, chromium, page)
    expect(page.get_by_role("combobox", name="Role")).to_have_value("data-analyst")
    expect(page.locator(".badge .verdict")).to_have_text("Unlikely")
    expect(page.locator("#panel-title")).to_have_text("Data analyst / scientist")
    expect(page.locator(".badge .opener")).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("switch", name="Highlights")).not_to_be_checked()
    assert words_painted(page) == []
    assert chromium.action(page)["title"] == "Rolelight: Unlikely"


def test_closing_forgets_what_was_chosen(stub: Stub, chromium: Chromium, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.get_by_role("switch", name="Highlights").click()
    page.get_by_label("Remove Rolelight from this page").click()
    chromium.click_toolbar(page)
    expect(page.get_by_role("switch", name="Highlights")).to_be_checked()


def test_bar_is_divided_by_weight_and_not_by_number(stub: Stub, read_page: ReadPage) -> None:
    weak = (Words("Django", "about", 0.2), Words("Flask", "skills", 0.2))
    stub.words = (*weak, Words("pandas", "about", -0.8, "against"))
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    expect(page.locator(".balance .counts > span")).to_have_text(["2 for", "1 against"])
    grown = page.locator(".bar i").evaluate_all("(parts) => parts.map(({ style }) => Number(style.flexGrow))")
    assert grown == pytest.approx([0.4, 0.8])
    expect(page.locator("[data-section=about] .line q")).to_have_text(["pandas", "Django"])


def test_what_keeps_a_weight_down_is_said_for_its_role_alone(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    line = line_of(page, "Flask")
    expect(line.locator(".reason")).to_have_text("Several words here say the same.")
    line.hover()
    expect(page.get_by_role("tooltip")).to_have_text(
        "A note on Flask.Speaks for Back-end web developer.Several words here say the same."
    )
    choose_role(page, "Data analyst")
    expect(line.locator(".reason")).to_have_count(0)


def test_click_while_reading_is_left_alone(stub: Stub, chromium: Chromium, read_page: ReadPage) -> None:
    stub.hold()
    page = read_page("profile.html")
    expect(badge_of(page)).to_have_text("Reading this page…")
    page.evaluate("() => { document.querySelector(':root > [popover]').isFirst = true; }")
    chromium.click_toolbar(page)
    expect(badge_of(page)).to_have_count(1)
    stub.release()
    wait_for_reading(page)
    assert page.evaluate("() => document.querySelector(':root > [popover]').isFirst")


def test_keyboard_opens_the_panel_and_escape_gives_the_focus_back(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.evaluate("() => { window.heard = 0; addEventListener('keydown', () => { heard += 1; }); }")
    page.locator(".badge .opener").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#panel-title")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(panel_of(page)).to_have_count(0)
    assert page.evaluate(FOCUSED) == "opener"
    assert page.evaluate("() => heard") == 0


def test_scripts_of_the_page_cannot_press_our_buttons(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.evaluate(
        "() => document.querySelector(':root > [popover]').shadowRoot.querySelector('.opener').click()"
    )
    expect(panel_of(page)).to_have_count(0)


def test_scripts_of_the_page_can_neither_choose_the_role_nor_close_the_panel(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    page.evaluate(
        """() => {
          const root = document.querySelector(':root > [popover]').shadowRoot;
          root.querySelector('select').value = 'data-analyst';
          root.querySelector('select').dispatchEvent(new Event('change'));
          const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
          root.querySelector('#panel').dispatchEvent(escape);
        }"""
    )
    expect(page.locator("#panel-title")).to_have_text("Back-end web developer")


def test_pointer_on_a_highlight_tells_why_it_matters(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    box = page.evaluate(
        "() => [...CSS.highlights.get('rolelight-against-3-light')][0].getBoundingClientRect().toJSON()"
    )
    page.mouse.move(box["x"] + 5, box["y"] + 5)
    expect(page.get_by_role("tooltip")).to_have_text(
        "A note on pandas.Speaks against Back-end web developer."
    )
    tip = page.get_by_role("tooltip").bounding_box()
    assert tip
    page.mouse.move(tip["x"] + 20, tip["y"] + 10)
    page.wait_for_timeout(400)  # longer than the tooltip waits for the pointer to come over
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.mouse.move(5, 5)
    expect(page.get_by_role("tooltip")).to_be_hidden()


def test_escape_on_the_page_takes_the_tooltip_away(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.hover("#headline", position={"x": 5, "y": 10})
    expect(page.get_by_role("tooltip")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("tooltip")).to_be_hidden()

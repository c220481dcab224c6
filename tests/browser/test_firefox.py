"""The same extension in Firefox: a toolbar click paints the quotes and shows the badge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.firefox import RunningFirefox, running_firefox
from browser.pairing import StartPage
from browser.seen import PAINTED
from browser.stub import PROFILE_WORDS, TOKEN, Stub, running_stub

ROOT = "document.querySelector(':root > [popover]')?.shadowRoot"
STANDARD, NO_GROUND = "rgb(169, 232, 220)", "rgba(0, 0, 0, 0)"
HTML = "return document.documentElement.outerHTML"


@pytest.fixture(scope="module")
def firefox(site: int) -> Iterator[RunningFirefox]:
    with running_firefox(site) as firefox:
        yield firefox


@pytest.fixture
def stub(firefox: RunningFirefox) -> Iterator[Stub]:
    with running_stub() as stub:
        firefox.configure(port=stub.port, token=TOKEN)
        yield stub


def test_click_paints_the_quotes_and_closing_leaves_the_page_as_it_was(
    stub: Stub, firefox: RunningFirefox
) -> None:
    firefox.open("profile.html?strict")
    before = firefox.driver.execute_script(HTML)
    firefox.click_toolbar()
    verdict = firefox.wait_for(f"return {ROOT}?.querySelector('.verdict')?.textContent")
    assert verdict == "Strong evidence"
    painted = firefox.driver.execute_script(f"return ({PAINTED})()")
    assert painted == {
        "rolelight-for-3-light": ["Django", "Flask", "Web Developer"],
        "rolelight-against-3-light": ["pandas"],
        "rolelight-unclear-1-light": ["Software Engineer"],
    }
    assert sum(map(len, painted.values())) == len(PROFILE_WORDS)
    firefox.press(f"return {ROOT}.querySelector('.badge .close')")
    assert firefox.driver.execute_script(HTML) == before
    assert firefox.driver.execute_script(f"return ({PAINTED})()") == {}


def test_panel_opens_and_a_line_leads_to_its_words(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("profile.html")
    firefox.click_toolbar()
    firefox.press(f"return {ROOT}?.querySelector('.opener')")
    firefox.press(f"return {ROOT}.querySelector('[data-section=experience] .line')")
    flashed = firefox.wait_for(f"return ({PAINTED})()['rolelight-flash-light']")
    assert flashed == ["Flask"]
    firefox.wait_for("return document.querySelector('#deed').getBoundingClientRect().top < innerHeight")


def test_server_that_is_not_paired_says_so(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.configure(token="")
    firefox.open("profile.html")
    firefox.click_toolbar()
    failure = firefox.wait_for(f"return {ROOT}?.querySelector('[data-failure]')?.dataset.failure")
    assert failure == "not_paired"


def test_welcome_ends_with_a_paired_server_and_names_the_key(
    firefox: RunningFirefox, start_page: StartPage
) -> None:
    firefox.configure(port=start_page.port, token="")
    firefox.driver.get(f"{firefox.extension}/welcome/welcome.html")
    firefox.wait_for("return document.querySelector('#pair').ariaCurrent")
    firefox.driver.find_element("id", "code").send_keys(start_page.code())
    firefox.press("return document.querySelector('#pairing button')")
    assert firefox.wait_for("return document.querySelector('#done').ariaCurrent") == "step"
    assert firefox.driver.find_element("id", "keys").text == "Alt+Shift+R"
    assert firefox.driver.execute_script("return document.activeElement.id") == "done-title"


def test_other_colours_show_on_the_next_click(stub: Stub, firefox: RunningFirefox) -> None:
    ground = "getComputedStyle(document.body, '::highlight(rolelight-for-3-light)').backgroundColor"
    firefox.open("profile.html")
    page = firefox.driver.current_window_handle
    for palette, shown in (("standard", STANDARD), ("standard", STANDARD), ("underlines", NO_GROUND)):
        firefox.driver.switch_to.new_window("tab")
        firefox.configure(palette=palette)
        firefox.driver.close()
        firefox.driver.switch_to.window(page)
        firefox.click_toolbar()
        firefox.wait_for(f"return {ROOT}?.querySelector('.verdict') && {ground} === '{shown}'")

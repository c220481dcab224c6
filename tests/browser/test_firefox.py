"""The same extension in Firefox: a toolbar click paints the quotes and shows the badge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.firefox import RunningFirefox, running_firefox
from browser.seen import PAINTED
from browser.stub import PROFILE_WORDS, TOKEN, Stub, running_stub

ROOT = "document.querySelector(':root > [popover]')?.shadowRoot"
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


def test_profile_in_an_inner_frame_is_painted_there(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("framed.html?session=secret")
    firefox.click_toolbar()
    firefox.driver.switch_to.frame("outlet")
    firefox.wait_for(f"return {ROOT}?.querySelector('.verdict')?.textContent")
    painted = firefox.driver.execute_script(f"return ({PAINTED})()")
    assert sum(map(len, painted.values())) == len(PROFILE_WORDS)
    assert stub.asked[0]["captures"][0]["url"].endswith("/framed.html")
    firefox.driver.switch_to.default_content()
    assert firefox.driver.execute_script(f"return !{ROOT}")

"""The same extension in Firefox: a toolbar click paints the quotes and shows the badge."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from selenium.webdriver import ActionChains, Keys

from browser.firefox import RunningFirefox, running_firefox
from browser.pairing import StartPage
from browser.seen import PAINTED
from browser.stub import PROFILE_WORDS, TOKEN, Stub, running_stub

ROOT = "document.querySelector(':root > [popover]')?.shadowRoot"
STANDARD, NO_GROUND = "rgb(169, 232, 220)", "rgba(0, 0, 0, 0)"
HTML = "return document.documentElement.outerHTML"


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
    assert verdict == "Likely"
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


def text_of(firefox: RunningFirefox, selector: str) -> str:
    """The text of an element of the overlay, as soon as it is there."""
    return str(firefox.wait_for(f"return {ROOT}?.querySelector({selector!r})?.textContent"))


def press(firefox: RunningFirefox, selector: str) -> None:
    """Presses an element of the overlay, as soon as it is there."""
    firefox.press(f"return {ROOT}?.querySelector({selector!r})")


def go_to(firefox: RunningFirefox, path: str) -> None:
    firefox.driver.execute_script("history.pushState({}, '', arguments[0])", path)


def test_line_that_is_set_aside_changes_the_sums(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("profile.html")
    firefox.click_toolbar()
    press(firefox, ".opener")
    assert text_of(firefox, ".sums tfoot td") == "+1.50"
    press(firefox, "[data-section=about] .strike")
    assert text_of(firefox, "li.aside q") == "Django"
    assert text_of(firefox, ".sums tfoot td") == "+1.00"
    assert stub.asked[-1]["set_aside"] == ["h1"]


def test_summary_is_copied_in_plain_and_rich_text(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("profile.html")
    firefox.click_toolbar()
    press(firefox, ".opener")
    press(firefox, "[data-key=copy_summary]")
    assert text_of(firefox, ".passing") == "The summary is copied."
    firefox.driver.execute_script(
        "addEventListener('paste', ({ clipboardData: data }) => {"
        " window.pasted = [data.getData('text/plain'), data.getData('text/html')]; })"
    )
    firefox.press("return document.querySelector('header input')")
    ActionChains(firefox.driver).key_down(Keys.CONTROL).send_keys("v").key_up(Keys.CONTROL).perform()
    pasted = firefox.wait_for("return window.pasted")
    assert isinstance(pasted, list)
    text, html = pasted
    assert "- “Django” (About): A note on Django." in text
    assert "<li>“Django” (About): A note on Django.</li>" in html


def test_reading_that_comes_after_leaving_is_dropped_and_the_next_page_needs_no_new_click(
    stub: Stub, firefox: RunningFirefox
) -> None:
    stub.hold()
    firefox.open("profile.html")
    firefox.click_toolbar()
    assert stub.arrived.wait(20)
    go_to(firefox, "/in/someone-else/")
    assert text_of(firefox, ".offer .primary") == "Read this page too"
    stub.release()
    press(firefox, ".offer .primary")
    assert text_of(firefox, ".verdict") == "Likely"
    assert [asked["captures"][-1]["url"].rsplit(".test", 1)[1].partition("/")[2] for asked in stub.asked] == [
        "profile.html",
        "in/someone-else/",
    ]


def test_pages_of_one_person_are_read_together(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("profile.html")
    go_to(firefox, "/in/robin-example/")
    firefox.click_toolbar()
    text_of(firefox, ".verdict")
    go_to(firefox, "/in/robin-example/details/experience/")
    press(firefox, ".offer .primary")
    press(firefox, ".opener")
    assert "2 pages: profile, Experience" in text_of(firefox, "dl")
    assert len(stub.asked[-1]["captures"]) == 2


def test_badge_collapses_to_a_dot_and_is_remembered_so(stub: Stub, firefox: RunningFirefox) -> None:
    firefox.open("profile.html")
    firefox.click_toolbar()
    press(firefox, ".minimise")
    assert firefox.wait_for(f"return {ROOT}.activeElement?.className === 'dot'")
    firefox.open("profile.html?strict")
    firefox.click_toolbar()
    press(firefox, ".dot")
    assert firefox.wait_for(f"return {ROOT}.activeElement?.className === 'opener'")


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
        assert firefox.wait_for(f"return {ROOT}?.querySelector('.verdict') && {ground} === '{shown}'")


def test_permission_that_was_revoked_says_so(site: int) -> None:
    with running_firefox(site) as firefox, running_stub() as stub:  # only a user's press gives it back
        firefox.configure(port=stub.port, token=TOKEN)
        firefox.driver.execute_async_script(
            "browser.permissions.remove({ origins: ['http://127.0.0.1/*'] }).then(arguments[0])"
        )
        firefox.open("profile.html")
        firefox.click_toolbar()
        failure = firefox.wait_for(f"return {ROOT}?.querySelector('[data-failure]')?.dataset.failure")
        assert failure == "no_permission"
        assert stub.asked == []

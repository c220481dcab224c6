"""The pages of one person that the user had read are read together; another person's are never merged in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import badge_of, choose_role, line_of, wait_for_reading, words_painted
from browser.stub import Stub, Words

ReadPage = Callable[[str], Page]
MAIN, DETAILS, OTHER = "/in/robin-example/", "/in/robin-example/details/experience/", "/in/someone-else/"


@pytest.fixture
def page(chromium: Chromium, stub: Stub) -> Page:
    """A single-page site on which Robin's main page was read."""
    page = chromium.open("profile.html")
    go_to(page, MAIN)
    chromium.click_toolbar(page)
    wait_for_reading(page)
    return page


def go_to(page: Page, path: str) -> None:
    page.evaluate("(path) => history.pushState({}, '', path)", path)


def read_on(page: Page, path: str) -> None:
    """Goes to another page of the site, and reads it by the button that is offered there."""
    go_to(page, path)
    page.get_by_role("button", name="Read this page too").click()
    wait_for_reading(page)


def paths_asked(stub: Stub) -> list[list[str]]:
    return [
        ["/" + each["url"].split("/", 3)[3].split("#")[0] for each in asked["captures"]]
        for asked in stub.asked
    ]


def kept(chromium: Chromium) -> dict[str, Any]:
    """What the extension keeps of pages."""
    kept: dict[str, Any] = chromium.worker.evaluate("() => chrome.storage.session.get(null)")
    return kept


def test_details_page_is_read_together_with_the_main_page(page: Page, stub: Stub) -> None:
    read_on(page, DETAILS)
    assert paths_asked(stub) == [[MAIN], [MAIN, DETAILS]]
    page.locator(".badge .opener").click()
    expect(page.locator("#panel dl")).to_contain_text("2 pages: profile, Experience")
    assert len(words_painted(page)) == len(stub.words)


def test_page_that_is_read_anew_takes_the_place_of_its_older_capture(page: Page, stub: Stub) -> None:
    read_on(page, DETAILS)
    read_on(page, MAIN)
    assert paths_asked(stub)[-1] == [DETAILS, MAIN]


def test_page_of_another_person_is_never_merged_in(page: Page, stub: Stub, chromium: Chromium) -> None:
    read_on(page, OTHER)
    assert paths_asked(stub)[-1] == [OTHER]
    assert MAIN not in str(kept(chromium))


def test_people_whom_the_server_tells_apart_are_read_apart(page: Page, stub: Stub) -> None:
    stub.refuses_several = True
    read_on(page, DETAILS)
    assert paths_asked(stub)[1:] == [[MAIN, DETAILS], [DETAILS]]


def test_words_that_stand_on_the_other_page_alone_are_listed_and_not_painted(page: Page, stub: Stub) -> None:
    stub.first_page_words = (Words("Kubernetes", "experience", 0.4),)
    read_on(page, DETAILS)
    page.locator(".badge .opener").click()
    expect(line_of(page, "Kubernetes")).to_contain_text("stand on another page")
    assert "Kubernetes" not in words_painted(page)


def test_role_that_was_chosen_stays_on_the_next_page(page: Page, stub: Stub) -> None:
    choose_role(page, "Data analyst")
    read_on(page, OTHER)
    expect(page.get_by_role("combobox", name="Role")).to_have_value("data-analyst")
    expect(badge_of(page)).to_have_count(1)


@pytest.mark.parametrize("path", [f"{MAIN}?from=search", f"{MAIN}overlay/contact-info/", MAIN.rstrip("/")])
def test_what_an_address_adds_to_a_page_of_a_person_makes_no_other_page(page: Page, path: str) -> None:
    before = words_painted(page)
    go_to(page, path)
    expect(page.locator(".badge .opener")).to_be_visible()
    assert words_painted(page) == before


def test_offer_to_read_can_be_declined(page: Page) -> None:
    before = page.evaluate("() => document.documentElement.lastElementChild.tagName")
    go_to(page, OTHER)
    assert before == "DIV"
    page.get_by_label("Remove Rolelight from this page").click()
    expect(badge_of(page)).to_have_count(0)
    assert page.evaluate("() => document.documentElement.lastElementChild.tagName") == "BODY"


def test_tab_that_is_closed_leaves_nothing(page: Page, chromium: Chromium) -> None:
    assert MAIN in str(kept(chromium))
    page.close()
    page = chromium.open("profile.html")
    assert MAIN not in str(kept(chromium))


def test_going_to_another_site_forgets_the_person(page: Page, chromium: Chromium) -> None:
    page.goto(page.url.replace("people.test", "others.test").replace(MAIN, "/profile.html"))
    assert MAIN not in str(kept(chromium))

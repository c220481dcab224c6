"""The whole line: pair with a real server, click on each fixture profile, and see the reading on the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from browser.chromium import Chromium
from browser.conftest import DEMOS
from browser.pairing import PAIRED, StartPage, enter_code, open_options, token_of
from browser.seen import PAINTED, badge_of
from fixtures import ROOT, Fixture, fixtures

# The pages of whole people; those made for a single trap are read in the tests of the page stage. A page is
# stale by its address, and the tests' site gives it another.
PROFILES = [
    each for each in fixtures() if each.expected["page_state"] == "profile" and "highlights" in each.expected
]
# Only their address tells what these are, or they send the browser elsewhere, so that the tests' site cannot.
ELSEWHERE = ("states/blocked", "states/job-search-public", "states/sales-search")
OTHERS = [
    each
    for each in fixtures()
    if each.expected["page_state"] not in ("profile", "stale") and each.id not in ELSEWHERE
]


@pytest.fixture(scope="module")
def token(shared_chromium: Chromium, start_page: StartPage) -> str:
    """A token got as a user gets it: on the options page, with the code of the start page."""
    shared_chromium.configure(port=start_page.port)
    options = open_options(shared_chromium)
    enter_code(options, start_page.code())
    expect(options.locator("#state")).to_have_text(PAIRED)
    got = token_of(options)
    options.close()
    return got


@pytest.fixture
def paired(chromium: Chromium, start_page: StartPage, token: str) -> Chromium:
    """Chromium with the extension paired to the server."""
    chromium.configure(port=start_page.port, token=token)
    return chromium


@pytest.mark.parametrize("fixture", PROFILES, ids=lambda each: each.id)
def test_what_is_painted_are_the_quotes_of_the_reading(paired: Chromium, fixture: Fixture) -> None:
    page = paired.open(path_of(fixture))
    readings = paired.watch_readings()
    paired.click_toolbar(page)
    expect(page.locator(".badge .opener")).to_be_visible()
    (reading,) = readings()
    quotes = sorted(without_space(each["quote"]["exact"]) for each in reading["highlights"])
    painted = [words for group in page.evaluate(PAINTED).values() for words in group]
    assert quotes
    assert sorted(without_space(words) for words in painted) == quotes


@pytest.mark.parametrize("fixture", OTHERS, ids=lambda each: each.id)
def test_page_that_is_no_profile_is_named(paired: Chromium, fixture: Fixture) -> None:
    page = paired.open(path_of(fixture))
    paired.click_toolbar(page)
    expect(badge_of(page)).to_have_attribute("data-failure", f"page_{fixture.expected['page_state']}")


def path_of(fixture: Fixture) -> str:
    """Where the tests' site has the page: a demo profile stands beside the fixtures."""
    page = fixture.expected.get("page")
    return str(Path(page).relative_to(DEMOS.relative_to(ROOT))) if page else f"{fixture.id}/page.html"


def without_space(words: str) -> str:
    """Words without white space: a range's string has none for a line break."""
    return re.sub(r"\s+", "", words)

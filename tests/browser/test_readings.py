"""The whole line: pair with a real server, click on each fixture profile, and see the reading on the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.conftest import DEMOS
from browser.seen import PAINTED, badge_of
from fixtures import ROOT, Fixture, fixtures
from tools.running import RunningServer, running_server

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


class StartPage:
    """The start page of a server, opened by its start link."""

    def __init__(self, server: RunningServer) -> None:
        self.port = int(server.address.rsplit(":", 1)[1])
        self._address = server.address
        self._opener = build_opener(HTTPCookieProcessor())
        self._opener.open(server.start_link()).close()

    def code(self) -> str:
        """The pairing code that it shows now."""
        with self._opener.open(self._address) as reply:
            found = re.search(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b", reply.read().decode())
        assert found, "the start page shows no pairing code"
        return found[0]


@pytest.fixture(scope="module")
def start_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartPage]:
    with running_server(tmp_path_factory.mktemp("server")) as server:
        yield StartPage(server)


@pytest.fixture(scope="module")
def token(shared_chromium: Chromium, start_page: StartPage) -> str:
    """A token got as a user gets it: on the options page, with the code of the start page."""
    shared_chromium.configure()
    options = open_options(shared_chromium, start_page.port)
    enter_code(options, start_page.code())
    expect(options.get_by_role("status")).to_have_text("This browser is paired, and the server is running.")
    got = options.evaluate("async () => (await chrome.storage.local.get('token')).token")
    options.close()
    return str(got)


@pytest.fixture
def paired(chromium: Chromium, start_page: StartPage, token: str) -> Chromium:
    """Chromium with the extension paired to the server."""
    chromium.configure(port=start_page.port, token=token)
    return chromium


def open_options(chromium: Chromium, port: int) -> Page:
    """The options page, with that port entered."""
    options = chromium.context.new_page()
    options.goto(f"{chromium.extension}/options/options.html")
    expect(options.get_by_role("status")).not_to_be_empty()
    options.get_by_label("Port").fill(str(port))
    options.get_by_label("Port").press("Tab")
    expect(options.get_by_role("status")).to_have_text("The server is running. Enter its pairing code.")
    return options


def enter_code(options: Page, code: str) -> None:
    options.get_by_label("Pairing code").fill(code)
    options.get_by_role("button", name="Pair").click()


def test_wrong_code_says_so(chromium: Chromium, start_page: StartPage) -> None:
    chromium.configure()
    options = open_options(chromium, start_page.port)
    enter_code(options, "AAAA-AAAA")
    expect(options.get_by_role("status")).to_contain_text("That code is wrong")


def test_role_is_remembered_until_everything_is_forgotten(paired: Chromium) -> None:
    options = paired.context.new_page()
    options.goto(f"{paired.extension}/options/options.html")
    expect(options.get_by_role("status")).to_contain_text("This browser is paired")
    options.get_by_role("combobox", name="Role").select_option("data-analyst")
    options.reload()
    expect(options.get_by_role("combobox", name="Role")).to_have_value("data-analyst")
    options.get_by_role("button", name="Forget everything").click()
    expect(options.get_by_role("combobox", name="Role")).to_have_value("back-end-web-developer")
    assert options.evaluate("() => chrome.storage.local.get(null)") == {}


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

"""The options page: the server and pairing, the role, the colours, the keys, what was sent, forgetting."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.pairing import (
    NOT_PAIRED,
    PAIRED,
    WRONG_CODE,
    StartPage,
    enter_code,
    enter_port,
    open_options,
    token_of,
)
from browser.seen import wait_for_reading
from browser.stub import DATA, HEADERS, TOKEN, WEB, Stub, running_stub

GROUND = "() => getComputedStyle(document.body, '::highlight(rolelight-for-3-light)').backgroundColor"
GROUNDS = {"Standard": "rgb(169, 232, 220)", "High contrast": "rgb(110, 224, 205)"}
NO_GROUND = "rgba(0, 0, 0, 0)"


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port on which nobody answers, since it is bound and not listened on."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield int(taken.getsockname()[1])


def keep_sent(chromium: Chromium, tab: int, at: int, *captures: dict[str, str]) -> None:
    """Keeps captures as those that a tab has sent."""
    chromium.worker.evaluate(
        "([tab, sent]) => chrome.storage.session.set({ [`captures:${tab}`]: sent })",
        [tab, {"person": "robin", "captures": list(captures), "at": at}],
    )


def test_code_of_the_start_page_pairs_the_browser(chromium: Chromium, start_page: StartPage) -> None:
    chromium.configure()
    options = open_options(chromium)
    enter_port(options, start_page.port)
    expect(options.locator("#state")).to_have_text(NOT_PAIRED)
    enter_code(options, start_page.code())
    expect(options.locator("#state")).to_have_text(PAIRED)
    assert token_of(options)
    expect(options.get_by_label("Pairing code")).to_be_hidden()
    expect(options.get_by_text("Enter a pairing code")).to_be_focused()


def test_wrong_code_says_so_beside_the_code_until_another_is_typed(
    chromium: Chromium, start_page: StartPage
) -> None:
    chromium.configure(port=start_page.port)
    options = open_options(chromium)
    enter_code(options, WRONG_CODE)
    expect(options.locator("#refusal[role=alert]")).to_contain_text("This code does not work")
    expect(options.get_by_label("Pairing code")).to_be_focused()
    expect(options.get_by_label("Pairing code")).to_have_attribute("aria-invalid", "true")
    expect(options.locator("#state")).to_have_text(NOT_PAIRED)
    options.get_by_label("Pairing code").press("Backspace")
    expect(options.locator("#refusal[role=alert]")).to_be_empty()


@pytest.mark.parametrize(
    ("headers", "title", "advice"),
    [
        ({"Content-Type": "text/html"}, "Another program answers", "Enter the port"),
        (HEADERS | {"X-Rolelight-API": "2.0"}, "Different versions", "Update both"),
    ],
)
def test_failure_says_what_to_do(
    stub: Stub, chromium: Chromium, headers: dict[str, str], title: str, advice: str
) -> None:
    stub.headers = headers
    options = open_options(chromium)
    expect(options.locator("#state strong")).to_have_text(title)
    expect(options.locator("#state")).to_contain_text(advice)


def test_server_that_starts_is_noticed(chromium: Chromium, closed_port: int) -> None:
    chromium.configure(port=closed_port, token=TOKEN)
    options = open_options(chromium)
    expect(options.locator("#state strong")).to_have_text("The server is not running")
    expect(options.get_by_text("rolelight serve --open")).to_be_visible()
    expect(options.get_by_role("combobox")).to_be_disabled()
    with running_stub() as stub:
        chromium.configure(port=stub.port, token=TOKEN)
        expect(options.locator("#state")).to_have_text(PAIRED)
        expect(options.get_by_role("combobox")).to_be_enabled()
        expect(options.get_by_text("rolelight serve --open")).to_be_hidden()


def test_another_port_needs_a_new_pairing(stub: Stub, chromium: Chromium, start_page: StartPage) -> None:
    options = open_options(chromium)
    expect(options.locator("#state")).to_have_text(PAIRED)
    enter_port(options, start_page.port)
    expect(options.locator("#state")).to_have_text(NOT_PAIRED)
    assert token_of(options) == ""


def test_choices_are_remembered_until_everything_is_forgotten(stub: Stub, chromium: Chromium) -> None:
    keep_sent(chromium, 1, 1, {"url": "https://people.test/robin", "lang": "en", "html": "<main></main>"})
    options = open_options(chromium)
    options.get_by_role("combobox").select_option(DATA)
    options.get_by_label("High contrast").check()
    options.reload()
    expect(options.get_by_role("combobox")).to_have_value(DATA)
    expect(options.get_by_label("High contrast")).to_be_checked()
    options.get_by_role("button", name="Forget everything").click()
    expect(options.get_by_text("Done. This browser has forgotten everything.")).to_be_visible()
    expect(options.get_by_role("combobox")).to_have_value(WEB)
    expect(options.get_by_label("Standard")).to_be_checked()
    for area in ("local", "session"):
        assert options.evaluate("(area) => chrome.storage[area].get(null)", area) == {}


def test_sample_shows_every_highlight_in_the_chosen_colours(stub: Stub, chromium: Chromium) -> None:
    options = open_options(chromium)
    assert options.evaluate("() => [...CSS.highlights].map(([, [range]]) => `${range}`)") == [
        *(["strong", "medium", "weak"] * 6)
    ]
    for label, ground in GROUNDS.items():
        options.get_by_label(label).check()
        wait_for_ground(options, ground)


def wait_for_ground(page: Page, ground: str) -> None:
    """Waits until strong evidence has that ground on the page."""
    last = time.monotonic() + 20
    while (found := page.evaluate(GROUND)) != ground:
        assert time.monotonic() < last, f"the ground is {found}"


def test_other_colours_show_on_the_next_click(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    for _ in range(2):  # the second click must not leave a second copy of the palette
        chromium.click_toolbar(page)
        wait_for_reading(page)
    assert page.evaluate(GROUND) == GROUNDS["Standard"]
    options = open_options(chromium)
    options.get_by_label("Underlines only").check()
    page.bring_to_front()
    chromium.click_toolbar(page)
    wait_for_ground(page, NO_GROUND)
    options.get_by_label("Standard").check()
    page.bring_to_front()
    chromium.click_toolbar(page)
    wait_for_ground(page, GROUNDS["Standard"])


def test_keys_are_listed_and_lead_to_the_browsers_own_page(stub: Stub, chromium: Chromium) -> None:
    options = open_options(chromium)
    expect(options.get_by_role("term")).to_have_text(
        [
            "Read this page with Rolelight",
            "Go to the next evidence on the page",
            "Go to the previous evidence on the page",
            "Show or hide the highlights",
        ]
    )
    with chromium.context.expect_page() as opened:
        options.get_by_role("button", name="Change the shortcuts").click()
    opened.value.wait_for_url("chrome://extensions/shortcuts")


def test_what_was_sent_last_is_shown_as_text(stub: Stub, chromium: Chromium) -> None:
    chromium.worker.evaluate("() => chrome.storage.session.clear()")
    page = {"url": "https://people.test/robin", "lang": "en", "html": "<p>é</p>" * 512}
    keep_sent(chromium, 1, 2000, page, page | {"url": "https://people.test/robin/skills"})
    keep_sent(chromium, 2, 1000, page | {"url": "https://people.test/earlier"})
    options = open_options(chromium)
    options.get_by_role("button", name="Show what was sent last").click()
    expect(options.locator("#sent .url")).to_have_text([page["url"], "https://people.test/robin/skills"])
    expect(options.locator("#sent")).to_contain_text("4.5 KB, sent at")
    expect(options.locator("#sent pre").first).to_have_text(page["html"])
    expect(options.locator("#sent pre p")).to_have_count(0)


def test_nothing_sent_is_said(stub: Stub, chromium: Chromium) -> None:
    chromium.worker.evaluate("() => chrome.storage.session.clear()")
    options = open_options(chromium)
    options.get_by_role("button", name="Show what was sent last").click()
    expect(options.locator("#sent")).to_contain_text("Nothing was sent in this browser session")


def test_page_that_is_read_cannot_ask_what_was_sent(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    chromium.click_toolbar(page)
    wait_for_reading(page)
    page.bring_to_front()
    answer = chromium.worker.evaluate(
        """async () => {
          const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const func = () => chrome.runtime.sendMessage({ type: "last_capture" });
          return (await chrome.scripting.executeScript({ target: { tabId }, func }))[0].result;
        }"""
    )
    assert answer == {"failure": {"code": "unexpected", "detail": ""}}


@pytest.mark.parametrize("width", [320, 640])
def test_narrow_window_needs_no_scrolling_sideways(stub: Stub, chromium: Chromium, width: int) -> None:
    options = open_options(chromium)
    options.set_viewport_size({"width": width, "height": 700})
    assert options.evaluate("() => document.documentElement.scrollWidth") <= width
    assert options.evaluate("() => document.documentElement.lang") == "en"

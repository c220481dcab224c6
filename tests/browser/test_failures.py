"""Each thing that can go wrong says so in its own words, and says what to do."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.pairing import token_of
from browser.seen import badge_of
from browser.stub import HEADERS, TOKEN, Stub

ReadPage = Callable[[str], Page]


def assert_failure(page: Page, code: str, title: str) -> None:
    card = badge_of(page)
    expect(card).to_have_attribute("data-failure", code)
    expect(card.get_by_role("heading")).to_have_text(title)


def test_server_that_is_not_running(chromium: Chromium, read_page: ReadPage) -> None:
    with socket.socket() as taken:  # bound but not listening: nobody answers
        taken.bind(("127.0.0.1", 0))
        chromium.configure(port=taken.getsockname()[1], token=TOKEN)
        page = read_page("profile.html")
        assert_failure(page, "not_running", "The server is not running")
    assert chromium.action(page) == {"text": "!", "title": "Rolelight: The server is not running"}


def test_another_program_on_the_port(stub: Stub, read_page: ReadPage) -> None:
    stub.headers = {"Content-Type": "text/html"}
    assert_failure(read_page("profile.html"), "other_program", "Another program answers")


def test_server_of_another_version(stub: Stub, read_page: ReadPage) -> None:
    stub.headers = HEADERS | {"X-Rolelight-API": "2.0"}
    assert_failure(read_page("profile.html"), "wrong_version", "Different versions")


def test_token_that_the_server_does_not_know_leads_to_the_options(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    stub.status, stub.body = 401, b'{"code": "not_paired", "message": "", "fields": {}}'
    page = read_page("profile.html")
    assert_failure(page, "not_paired", "Not paired yet")
    with chromium.context.expect_page() as opened:
        page.get_by_role("button", name="Open options").click()
    expect(opened.value.get_by_label("Pairing code")).to_be_visible()


def test_impostor_on_the_port_gets_nothing_and_the_user_is_not_led_to_pair_with_it(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    stub.can_prove = False
    page = read_page("profile.html")
    assert_failure(page, "not_proved", "This server does not know this browser")
    assert {(path, token) for path, token in stub.heard} <= {
        ("health", None),
        ("roles", None),
        ("proofs", None),
    }
    with chromium.context.expect_page() as opened:
        page.get_by_role("button", name="Open options").click()
    expect(opened.value.locator("#state")).to_contain_text("enter nothing, and run rolelight doctor")
    assert token_of(opened.value) == TOKEN


def test_browser_without_a_token_asks_the_server_nothing(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    chromium.configure(port=stub.port)
    chromium.worker.evaluate("() => chrome.storage.session.clear()")
    assert_failure(read_page("profile.html"), "not_paired", "Not paired yet")
    assert stub.asked == []
    assert chromium.worker.evaluate("() => chrome.storage.session.get(null)") == {}


@pytest.mark.parametrize(
    ("state", "title"),
    [
        ("sign_in_wall", "The page asks to sign in"),
        ("not_found", "No such profile"),
        ("job_ad", "Not a profile page"),
        ("blank", "Not a profile page"),
        ("not_a_profile", "Not a profile page"),
    ],
)
def test_page_that_is_no_profile(stub: Stub, read_page: ReadPage, state: str, title: str) -> None:
    stub.page_state = state
    assert_failure(read_page("profile.html"), f"page_{state}", title)


def test_page_state_that_is_not_known_is_said_in_general(stub: Stub, read_page: ReadPage) -> None:
    stub.page_state = "company_page"
    page = read_page("profile.html")
    assert_failure(page, "page_not_a_profile", "Not a profile page")
    expect(badge_of(page)).to_contain_text("This is not a profile page.")


def test_page_that_the_server_finds_too_large(stub: Stub, read_page: ReadPage) -> None:
    stub.status, stub.body = 413, b'{"code": "page_too_large", "message": "", "fields": {}}'
    assert_failure(read_page("profile.html"), "page_too_large", "This page is too large")


def test_page_over_five_million_characters_is_not_sent(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    page.evaluate("() => document.querySelector('main').append('long words '.repeat(460_000))")
    chromium.click_toolbar(page)
    assert_failure(page, "page_too_large", "This page is too large")
    assert stub.asked == []


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"null", b'{"profile": {}}', b"{}"])
def test_answer_that_is_no_reading(stub: Stub, read_page: ReadPage, body: bytes) -> None:
    stub.body = body
    assert_failure(read_page("profile.html"), "unexpected", "An unexpected answer")


def test_sentence_of_the_server_is_shown_where_the_code_is_not_known(stub: Stub, read_page: ReadPage) -> None:
    stub.status = 422
    stub.body = b'{"code": "unknown_role", "message": "There is no such role.", "fields": {}}'
    page = read_page("profile.html")
    assert_failure(page, "unexpected", "An unexpected answer")
    expect(badge_of(page)).to_contain_text("There is no such role.")


def test_trying_again_after_a_failure_shows_the_reading(stub: Stub, read_page: ReadPage) -> None:
    stub.status, stub.body = 500, b"{}"
    page = read_page("profile.html")
    assert_failure(page, "unexpected", "An unexpected answer")
    stub.status, stub.body = 200, None
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".badge .verdict")).to_have_text("Likely")


def test_server_that_is_gone_when_the_page_is_read_again_leaves_the_reading(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    stub.status, stub.body = 500, b"{}"
    page.get_by_role("button", name="Read again").click()
    expect(page.locator(".passing")).to_contain_text("The page could not be read again.")
    expect(page.locator(".badge .verdict")).to_have_text("Likely")
    assert chromium.action(page)["text"] == "•••"


def test_page_that_is_no_profile_any_more_says_so_in_place_of_the_reading(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    stub.page_state = "sign_in_wall"
    page.get_by_role("button", name="Read again").click()
    assert_failure(page, "page_sign_in_wall", "The page asks to sign in")
    expect(page.locator("#panel")).to_have_count(0)


def test_page_that_takes_the_overlay_away_is_told_on_the_toolbar_button(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    expect(page.locator(".badge .opener")).to_be_visible()
    page.evaluate("() => document.querySelector(':root > [popover]').remove()")
    chromium.wait_for_mark(page, "!")
    assert chromium.action(page)["title"] == "Rolelight: The page removed Rolelight"
    assert page.evaluate("() => CSS.highlights.size") == 0


def test_page_that_is_closed_to_extensions_is_told_on_the_toolbar_button(chromium: Chromium) -> None:
    page = chromium.context.new_page()
    page.goto("chrome://version/")
    page.bring_to_front()
    chromium.click_toolbar(page)
    chromium.wait_for_mark(page, "!")
    assert "cannot run on this page" in chromium.action(page)["title"]

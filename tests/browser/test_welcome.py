"""The welcome of the first run: three steps, of which the last is reached by a paired browser alone."""

from __future__ import annotations

import socket

from playwright.sync_api import Locator, Page, expect

from browser.chromium import Chromium
from browser.pairing import WRONG_CODE, StartPage, enter_code, enter_port, open_welcome, token_of
from browser.stub import Stub, running_stub


def step(welcome: Page, name: str) -> Locator:
    """The step with that heading."""
    return welcome.get_by_role("listitem").filter(has=welcome.get_by_role("heading", name=name))


def expect_now(welcome: Page, name: str) -> None:
    """Expects that step to be the one to do."""
    expect(welcome.locator("[aria-current=step]")).to_have_count(1)
    expect(step(welcome, name)).to_have_attribute("aria-current", "step")


def test_first_run_opens_the_welcome(chromium: Chromium) -> None:
    assert chromium.first_page == f"{chromium.extension}/welcome/welcome.html"


def test_server_that_starts_is_noticed(chromium: Chromium) -> None:
    with socket.socket() as free:  # bound but not listening: nobody answers
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
        chromium.configure(port=port)
        welcome = open_welcome(chromium)
        expect(welcome.locator("#state strong")).to_have_text("The server is not running")
        expect_now(welcome, "Start the server")
        expect(welcome.get_by_label("Pairing code")).to_be_hidden()
        expect(welcome.get_by_text("You are ready.")).to_be_hidden()
    with running_stub(port):
        expect_now(welcome, "Pair this browser")
        expect(welcome.get_by_label("Pairing code")).to_be_visible()
        expect(welcome.get_by_text("You are ready.")).to_be_hidden()


def test_welcome_ends_with_a_paired_server(chromium: Chromium, start_page: StartPage) -> None:
    chromium.configure()
    welcome = open_welcome(chromium)
    enter_port(welcome, start_page.port)
    expect_now(welcome, "Pair this browser")
    enter_code(welcome, WRONG_CODE)
    expect(welcome.get_by_role("alert")).to_contain_text("This code does not work")
    expect_now(welcome, "Pair this browser")
    enter_code(welcome, start_page.code())
    expect_now(welcome, "Read a profile")
    expect(welcome.get_by_text("You are ready.")).to_be_visible()
    expect(welcome.get_by_role("heading", name="Read a profile")).to_be_focused()
    assert token_of(welcome)
    welcome.get_by_role("link", name="Try the demo profiles").click()
    expect(welcome.get_by_role("heading", name="See it now")).to_be_in_viewport()


def test_paired_browser_is_ready_and_keeps_the_focus_at_the_top(stub: Stub, chromium: Chromium) -> None:
    welcome = open_welcome(chromium)
    expect_now(welcome, "Read a profile")
    expect(welcome.get_by_role("heading", name="Read a profile")).not_to_be_focused()
    welcome.get_by_role("link", name="Open the options").click()
    expect(welcome.get_by_role("heading", name="Rolelight options")).to_be_visible()


def test_narrow_window_needs_no_scrolling_sideways(stub: Stub, chromium: Chromium) -> None:
    welcome = open_welcome(chromium)
    welcome.set_viewport_size({"width": 320, "height": 700})
    assert welcome.evaluate("() => document.documentElement.scrollWidth") <= 320
    assert welcome.evaluate("() => document.documentElement.lang") == "en"

"""The overlay in its states has no violation of WCAG 2.2 AA that axe-core finds, in light and in dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import wait_for_reading
from browser.stub import Stub

ReadPage = Callable[[str], Page]
AXE = (Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What axe finds wrong below an element, and how much it looked at.
FIND = """async ([selector, rules]) => {
  const { violations, passes } = await axe.run(document.querySelector(selector), { runOnly: rules });
  return { passes: passes.length, violations: violations.map(({ id, nodes }) =>
    `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join(" | ")}`) };
}"""
HOST = ":root > [popover]"


def violations(page: Page, selector: str = HOST) -> list[str]:
    """What axe finds wrong; it must have found something right as well, or it looked at nothing."""
    page.evaluate(AXE)
    found = page.evaluate(FIND, [selector, RULES])
    assert found["passes"] > 3
    wrong: list[str] = found["violations"]
    return wrong


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_badge_and_panel(stub: Stub, read_page: ReadPage, scheme: Literal["light", "dark"]) -> None:
    stub.states = {"experience": "not_loaded", "skills": "truncated"}
    stub.timeline = [{"from": "2019", "to": "2026", "use": "web", "p": 0.8}]
    page = read_page("profile.html")
    page.emulate_media(color_scheme=scheme)
    wait_for_reading(page)
    assert violations(page) == []
    page.locator(".badge .opener").click()
    page.get_by_text("How this adds up").click()
    page.locator(".entry li .strike").first.click()
    expect(page.locator("li.aside")).to_have_count(1)
    assert violations(page) == []


def test_dot(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.get_by_role("button", name="Make it a dot").click()
    assert violations(page) == []


def test_failure(stub: Stub, read_page: ReadPage) -> None:
    stub.page_state = "sign_in_wall"
    page = read_page("profile.html")
    expect(page.get_by_role("alert")).to_be_visible()
    assert violations(page) == []


def test_waiting_and_the_offer_to_read_another_page(stub: Stub, read_page: ReadPage) -> None:
    stub.hold()
    page = read_page("profile.html")
    expect(page.locator(".waiting")).to_be_visible()
    assert violations(page) == []
    page.evaluate("() => history.pushState({}, '', '/another-person')")
    expect(page.locator(".offer")).to_be_visible()
    assert violations(page) == []


def test_axe_finds_what_is_wrong(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.locator(".badge .opener").evaluate("(opener) => opener.replaceChildren()")
    assert any("button-name" in each for each in violations(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["options/options.html", "welcome/welcome.html"])
def test_pages_of_the_extension(
    stub: Stub, chromium: Chromium, path: str, scheme: Literal["light", "dark"]
) -> None:
    page = chromium.context.new_page()
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{chromium.extension}/{path}")
    expect(page.get_by_role("status").first).not_to_be_empty()
    assert violations(page, "html") == []

"""Words are painted where they stand now: a page may lack them, replace them, or draw them late."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import PAINTED, line_of, wait_for_reading, words_painted
from browser.stub import PROFILE_WORDS, Stub, Words

ReadPage = Callable[[str], Page]


def test_words_that_are_not_on_the_page_are_listed_and_not_painted(stub: Stub, read_page: ReadPage) -> None:
    stub.words = (Words("Kubernetes", "skills", 0.4), Words("Django", "about", 0.4))
    page = read_page("profile.html")
    wait_for_reading(page)
    assert words_painted(page) == ["Django"]
    page.locator(".badge .opener").click()
    lost = line_of(page, "Kubernetes")
    expect(lost).to_contain_text("no longer on the page")
    expect(lost).to_be_disabled()


def test_words_replaced_by_the_page_are_painted_again(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.evaluate(
        "() => { const p = document.querySelector('#emoji'); p.replaceChildren(new Text(p.textContent)); }"
    )
    assert "Django" not in words_painted(page)
    page.wait_for_function(f"() => JSON.stringify(({PAINTED})()).includes('Django')")
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)


def test_words_that_the_page_draws_after_the_reading_are_painted(stub: Stub, chromium: Chromium) -> None:
    stub.hold()
    page = chromium.open("profile.html")
    chromium.click_toolbar(page)
    assert stub.arrived.wait(20)
    page.evaluate("() => { window.late = document.querySelector('#emoji'); late.remove(); }")
    stub.release()
    wait_for_reading(page)
    assert "Django" not in words_painted(page)
    page.evaluate("() => document.querySelector('#about').append(late)")
    page.wait_for_function(f"() => JSON.stringify(({PAINTED})()).includes('Django')")


def test_words_are_painted_again_when_the_page_replaces_its_body(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.evaluate("() => document.body.replaceWith(document.body.cloneNode(true))")
    wanted = len(PROFILE_WORDS)
    page.wait_for_function(f"() => Object.values(({PAINTED})()).flat().filter(Boolean).length === {wanted}")

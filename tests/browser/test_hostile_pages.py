"""Pages that make it hard: strict policies, doubled text, emoji, dark grounds, styles that grasp for all."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.seen import PAINTED, badge_of, wait_for_reading, words_painted
from browser.stub import PROFILE_WORDS, Stub, Words

ReadPage = Callable[[str], Page]
PARENT = "[...CSS.highlights.get('rolelight-unclear-1-light')][0].startContainer.parentElement"


def test_strict_security_policy_and_trusted_types_are_no_obstacle(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html?strict")
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    chromium.click_toolbar(page)
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)
    assert page.locator(".frame").evaluate("frame => getComputedStyle(frame).position") == "fixed"
    assert [text for text in complaints if "favicon" not in text and "404" not in text] == []


def test_of_doubled_text_the_visible_copy_is_painted(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    assert page.evaluate(f"{PARENT}.outerHTML") == '<span aria-hidden="true">Software Engineer</span>'


def test_of_doubled_text_the_visible_copy_is_painted_though_the_reading_names_the_hidden_one(
    stub: Stub, chromium: Chromium
) -> None:
    page = chromium.open("profile.html")
    page.evaluate(
        "() => { const [seen, hidden] = document.querySelectorAll('h3 > span'); seen.before(hidden); }"
    )
    chromium.click_toolbar(page)
    wait_for_reading(page)
    assert page.evaluate(f"{PARENT}.ariaHidden") == "true"


def test_emoji_and_folded_white_space_before_words_keep_the_offsets_right(
    stub: Stub, read_page: ReadPage
) -> None:
    stub.words = (Words("Django and measure them with pandas", "about", 0.5),)
    page = read_page("profile.html")
    wait_for_reading(page)
    assert words_painted(page) == ["Django and measure them with pandas"]


def test_words_across_tags_and_line_breaks_are_painted_whole(stub: Stub, read_page: ReadPage) -> None:
    stub.words = (Words("Flask, and its tests", "experience", 0.5),)
    page = read_page("profile.html")
    wait_for_reading(page)
    assert words_painted(page) == ["Flask,and its tests"]  # a range's string has nothing for a <br>


def test_words_that_moved_are_found_by_their_context(stub: Stub, chromium: Chromium) -> None:
    stub.hold()
    page = chromium.open("profile.html")
    chromium.click_toolbar(page)
    assert stub.arrived.wait(20)
    page.evaluate("() => { const p = document.querySelector('#emoji'); p.replaceWith(p.cloneNode(true)); }")
    stub.release()
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)


def test_words_that_stand_twice_in_the_same_context_are_not_painted(stub: Stub, chromium: Chromium) -> None:
    stub.hold()
    page = chromium.open("profile.html")
    chromium.click_toolbar(page)
    assert stub.arrived.wait(20)
    page.evaluate(
        "() => { const p = document.querySelector('#headline');"
        " p.replaceWith(p.cloneNode(true), p.cloneNode(true)); }"
    )
    stub.release()
    wait_for_reading(page)
    assert "Web Developer" not in words_painted(page)
    page.locator(".badge .opener").click()
    expect(page.locator("[data-section=headline] .line")).to_contain_text("stand in several places")


@pytest.mark.parametrize(
    ("ground", "scheme"),
    [
        ("background: rgb(20, 22, 24)", "dark"),
        ("background: oklch(20% 0.02 200)", "dark"),
        ("background: rgba(0, 0, 0, 0.2)", "light"),
        ("background: color(srgb 0.95 0.95 0.9)", "light"),
    ],
)
def test_palette_follows_the_ground_under_the_words(
    stub: Stub, chromium: Chromium, ground: str, scheme: str
) -> None:
    page = chromium.open("profile.html")
    page.evaluate("(ground) => { document.querySelector('#headline').style.cssText = ground; }", ground)
    chromium.click_toolbar(page)
    wait_for_reading(page)
    assert "Web Developer" in page.evaluate(PAINTED)[f"rolelight-for-3-{scheme}"]


def test_a_page_that_another_extension_darkens_gets_the_dark_palette(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("darkened.html")
    page.wait_for_function("() => window.isDark")
    chromium.click_toolbar(page)
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)
    assert [name for name in page.evaluate(PAINTED) if not name.endswith("-dark")] == []


def test_styles_of_the_page_do_not_reach_the_badge(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    page.add_style_tag(
        content="html > div, div, button, [popover] { display: none !important; opacity: 0.01 !important;"
        " position: static !important; width: 9000px !important; transform: scale(3) !important; }"
    )
    chromium.click_toolbar(page)
    badge = badge_of(page)
    expect(badge.locator(".opener")).to_be_visible()
    box = badge.bounding_box()
    assert box
    assert round(box["width"]) == 348
    assert badge.evaluate("badge => getComputedStyle(badge.getRootNode().host).opacity") == "1"


def test_going_to_another_page_leaves_nothing_but_the_offer_to_read_that_one(
    stub: Stub, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.evaluate("() => history.pushState({}, '', '/another-person')")
    expect(badge_of(page)).to_have_text("Read this page too×")
    assert words_painted(page) == []


def test_reading_that_comes_after_leaving_is_dropped(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    stub.hold()
    page = read_page("profile.html")
    assert stub.arrived.wait(20)
    page.evaluate("() => history.pushState({}, '', '/another-person')")
    expect(badge_of(page)).to_have_text("Read this page too×")
    stub.release()
    chromium.click_toolbar(page)  # the next reading is answered after the dropped one
    wait_for_reading(page)
    expect(badge_of(page)).to_have_count(1)
    assert [asked["captures"][0]["url"].rsplit("/", 1)[1] for asked in stub.asked] == [
        "profile.html",
        "another-person",
    ]


def test_a_place_on_the_same_page_is_no_other_page(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.evaluate("() => { location.hash = 'experience'; }")
    expect(badge_of(page)).to_have_count(1)
    assert len(words_painted(page)) == len(PROFILE_WORDS)


def test_page_from_right_to_left_does_not_turn_the_overlay_round(stub: Stub, chromium: Chromium) -> None:
    page = chromium.open("profile.html")
    page.evaluate("() => { document.documentElement.dir = 'rtl'; }")
    chromium.click_toolbar(page)
    page.locator(".badge .opener").click()
    directions = page.locator(".badge, #panel").evaluate_all(
        "(parts) => parts.map((part) => getComputedStyle(part).direction)"
    )
    assert directions == ["ltr", "ltr"]

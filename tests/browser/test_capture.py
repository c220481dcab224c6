"""What a capture holds: the main part of the page and its hooks, and nothing that is not needed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup, Tag
from playwright.sync_api import Page, expect

from browser.stub import Stub

ReadPage = Callable[[str], Page]


@pytest.fixture
def captured(stub: Stub, read_page: ReadPage) -> BeautifulSoup:
    page = read_page("profile.html")
    expect(page.locator(".badge .opener")).to_be_visible()
    return BeautifulSoup(stub.asked[0]["captures"][0]["html"], "lxml")


@pytest.fixture
def viewed(stub: Stub, read_page: ReadPage) -> BeautifulSoup:
    """The capture of a page that has much about its viewer, and an address with a query."""
    page = read_page("viewer.html?session=secret")
    expect(page.locator(".badge .opener")).to_be_visible()
    return BeautifulSoup(stub.asked[0]["captures"][0]["html"], "lxml")


def one(captured: BeautifulSoup, selector: str) -> Tag:
    """The one element that a selector finds."""
    (found,) = captured.select(selector)
    return found


def test_capture_names_the_page_and_its_language(stub: Stub, captured: BeautifulSoup) -> None:
    capture = stub.asked[0]["captures"][0]
    assert capture["url"].endswith("/profile.html")
    assert capture["lang"] == "en"


def test_capture_has_the_one_main_in_the_shells_of_its_ancestors(captured: BeautifulSoup) -> None:
    assert [tag.name for tag in one(captured, "main").parents if tag.name != "[document]"] == [
        "div",
        "body",
        "html",
    ]
    assert one(captured, "div.outer").attrs == {"class": ["outer"]}
    assert captured.header is None
    assert captured.aside is None


def test_capture_leaves_out_scripts_styles_pictures_and_what_was_typed(captured: BeautifulSoup) -> None:
    assert captured.find_all(["script", "style", "svg", "input"]) == []
    assert "someone else" not in str(captured)
    assert "search words" not in str(captured)


def test_capture_keeps_the_hooks_and_drops_other_attributes(captured: BeautifulSoup) -> None:
    assert one(captured, "html").attrs == {}
    assert captured.select_one("span.visually-hidden")
    assert captured.select_one("span[aria-hidden=true]")
    assert not captured.select("[onclick], [style]")


def test_capture_keeps_the_items_of_the_head_that_tell_the_kind_of_page(captured: BeautifulSoup) -> None:
    assert one(captured, "title").string == "Robin Example | Profiles"
    assert one(captured, "meta[name=pageKey]")["content"] == "d_flagship3_profile"
    assert len(captured.select("head > *")) == 2


def test_blocks_are_numbered_in_document_order_on_the_capture_alone(
    stub: Stub, captured: BeautifulSoup
) -> None:
    numbered = captured.select("[data-rl-block]")
    assert [tag["data-rl-block"] for tag in numbered] == [str(n + 1) for n in range(len(numbered))]
    assert [tag.get("id") or tag.name for tag in numbered] == [
        "h1", "headline", "h2", "emoji", "h2", "span", "span", "deed",
    ]  # fmt: skip


def test_empty_inline_elements_are_left_out_and_line_breaks_are_kept(captured: BeautifulSoup) -> None:
    deed = one(captured, "#deed")
    assert [tag.name for tag in deed.find_all(True)] == ["b", "br"]
    assert "".join(deed.strings) == "Wrote a booking service in Flask,and its tests in Python."


def test_nothing_about_the_viewer_is_sent(stub: Stub, viewed: BeautifulSoup) -> None:
    assert "viewer" not in str(viewed).lower().replace("viewer.html", "")
    assert one(viewed, "h1").string == "Robin Example"
    assert "I build web sites." in viewed.get_text()
    assert [tag.name for tag in viewed.find_all(["input", "textarea", "select", "option", "img"])] == []


def test_title_is_sent_without_the_count_of_the_viewers_news(viewed: BeautifulSoup) -> None:
    assert one(viewed, "title").string == "Robin Example | Profiles"


def test_addresses_are_sent_without_query_fragment_and_inlined_data(
    stub: Stub, viewed: BeautifulSoup
) -> None:
    assert stub.asked[0]["captures"][0]["url"].endswith("/viewer.html")
    person = "https://www.profiles.example/in/robin-example/"
    assert one(viewed, "link")["href"] == person
    assert one(viewed, "#contact")["href"] == f"{person}overlay/contact-info/"
    assert one(viewed, "#inlined")["href"] == one(viewed, "#scripted")["href"] == ""

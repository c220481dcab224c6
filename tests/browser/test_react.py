"""A page that React draws: its own updates stay right, and what it draws anew is painted anew."""

from __future__ import annotations

import pytest

from browser.stub import Words
from browser.tabs import Tab, painted, wait_for_paint

WORDS = (
    Words("Web Developer at Acme", "headline", 0.6),
    Words("pandas", "about", -0.4, "against"),
    Words("Django", "experience", 0.5),
    Words("Software Engineer", "experience", 0.05, "unclear"),
    Words("Python (6)", "skills", 0.5),
)
ALL = sorted(words.exact for words in WORDS)
CHANGES = ("changed", "removed", "reordered", "first", "remounted", "removed", "first")


def open_page(tab: Tab) -> None:
    tab.stub.words = WORDS
    tab.open("react.html")
    tab.wait_for("window.isReady")


def texts_untouched(tab: Tab) -> list[str]:
    """The page's text after each change where the extension is never used."""
    open_page(tab)
    tab.ask("hydrate()")
    return [tab.ask(f"show('{state}')") for state in CHANGES]


def test_updates_of_a_painted_page_are_those_of_an_untouched_one(tab: Tab) -> None:
    expected = texts_untouched(tab)
    open_page(tab)
    tab.ask("hydrate()")
    tab.click_toolbar()
    wait_for_paint(tab, ALL)
    assert [tab.ask(f"show('{state}')") for state in CHANGES] == expected
    assert tab.ask("complaints") == []


@pytest.mark.parametrize(
    ("state", "left"),
    [
        ("changed", ["Python (6)", "Software Engineer", "pandas"]),
        ("removed", ["Software Engineer", "Web Developer at Acme"]),
        ("reordered", ALL),
        ("remounted", ALL),
    ],
)
def test_words_that_are_gone_are_not_painted_and_those_that_come_back_are(
    tab: Tab, state: str, left: list[str]
) -> None:
    open_page(tab)
    tab.ask("hydrate()")
    tab.click_toolbar()
    wait_for_paint(tab, ALL)
    tab.ask(f"show('{state}')")
    wait_for_paint(tab, left)
    tab.ask("show('first')")
    wait_for_paint(tab, ALL)
    assert tab.ask("complaints") == []


def test_a_page_painted_before_react_takes_it_over_is_taken_over_as_it_is(tab: Tab) -> None:
    open_page(tab)
    tab.click_toolbar()
    wait_for_paint(tab, ALL)
    tab.ask("window.sent = [...document.querySelectorAll('main, main *')]")
    tab.ask("hydrate()")
    assert tab.ask("complaints") == []
    assert tab.ask("[...document.querySelectorAll('main, main *')].every((each, n) => each === sent[n])")
    assert painted(tab) == ALL
    assert "Rust Expert at Acme" in tab.ask("show('changed')")

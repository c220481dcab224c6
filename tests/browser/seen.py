"""What there is to see on a page after a click: the badge, the panel and what is painted."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

# What the page itself sees painted: the words of each range by the name of its highlight.
PAINTED = """() => Object.fromEntries([...CSS.highlights].map(
  ([name, ranges]) => [name, [...ranges].map((range) => range.toString().replace(/\\s+/g, " ")).sort()]))"""


def wait_for_reading(page: Page) -> None:
    """Waits until a reading is on show."""
    expect(page.locator(".badge .opener")).to_be_visible()


def words_painted(page: Page) -> list[str]:
    """All painted words."""
    painted: dict[str, list[str]] = page.evaluate(PAINTED)
    return sorted(words for group in painted.values() for words in group)


def badge_of(page: Page) -> Locator:
    """The badge, or the card that stands in its place."""
    return page.locator(".badge")


def panel_of(page: Page) -> Locator:
    """The open panel."""
    return page.locator("#panel")


def choose_role(page: Page, label: str) -> None:
    """Chooses a role as a user of the keyboard does; a script's choice is not taken."""
    page.get_by_role("combobox", name="Role").focus()
    page.keyboard.type(label)


def line_of(page: Page, words: str) -> Locator:
    """The line of the open panel that is about those words."""
    return panel_of(page).locator(".line", has=page.locator(f'q:text-is("{words}")'))

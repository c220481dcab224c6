"""What every shape's adapter gives, and what several of them share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

import rtoml

from rolelight.page.grammar import is_short_name, looks_like_place
from rolelight.page.items import Item
from rolelight.page.lines import Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.words import shows_more_entries

HOOKS: dict[str, dict[str, str]] = rtoml.loads(
    Path(__file__).with_name("hooks.toml").read_text(encoding="utf-8")
)
# The attributes in which the app of 2025 on has its keys.
KEYS = ("componentkey", "data-component-key", "id", "data-testid")
_PERSON = re.compile(r"/in/([^/?#]+)")
_OPAQUE = "acoaa"
_DETAILS = re.compile(r"/details/([a-z-]+)/?(?:[?#].*)?$")
# Decorations are small; more than this is a page behind an open dialog.
MAX_DECORATION = 60
# On a page of one section's details, and on these, "Show more" means more entries.
_MORE_BUTTONS = ("pv-profile-section__card-action-bar", "pv-profile-section__see-more-inline")
# The runs of text on a button.
MAX_BUTTON = 6
# A profile has 20 sections at most.
MAX_SECTIONS = 60


@dataclass(frozen=True, slots=True)
class Found:
    """A section as the page has it: its kind, its element, its runs, and its state where the page tells.

    ``basis`` is how it was found: by a key, an anchor, a heading, or the page's address.
    """

    kind: str
    element: Element
    first: int
    end: int
    state: str = "present"
    basis: str = "key"


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a page has its parts: headline, sections, and the slugs of the person it says it shows.

    ``unknown`` are cards of a kind that nobody knows; ``headline_by_place`` says that no hook names it.
    """

    headline: Line | None
    sections: list[Found]
    own_slugs: set[str]
    unknown: tuple[Element, ...] = ()
    headline_by_place: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """One generation of page markup: how to know it, and how to find its parts.

    ``mark`` says by what a page shows the shape, or nothing; ``layer_of`` what an element's text is (see
    ``lines``); ``items`` divides a section of the layout; ``is_place`` knows a location below the dates; and
    ``fields_of`` gives, by index, the elements whose kind of piece the markup names.
    """

    name: str
    mark: Callable[[Page], str]
    layer_of: Callable[[Page, Element], int | None]
    layout: Callable[[View], Layout]
    items: Callable[[View, Found], list[Item]]
    is_place: Callable[[View, Line], bool]
    fields_of: Callable[[Page], dict[int, str]] | None = None


def keys_of(element: Element) -> list[str]:
    """Return the app's keys of an element, in lower case."""
    return [element.attributes[key].lower() for key in KEYS if key in element.attributes]


def slug_of(url: str) -> str:
    """Return the name of a person within a site's addresses, or nothing."""
    match = _PERSON.search(url)
    return unquote(match[1]).casefold() if match else ""


def is_opaque(slug: str) -> bool:
    """Say whether a slug is a member's number, which stands for the same person as a name does."""
    return slug.startswith(_OPAQUE)


def details_kind(url: str) -> str:
    """Return the kind of section that an address of a details page names, or nothing."""
    match = _DETAILS.search(url) if "/details/" in url else None
    return HOOKS["details"].get(match[1], "") if match else ""


def found(view: View, kind: str, element: Element, empty: str = "empty", basis: str = "key") -> Found:
    """Return a section whose whole element is known.

    Its state is ``empty`` where nothing shows, truncated where a link leads to the rest.
    """
    state = state_within(view, element, element.first, element.end) if view.shows(element) else empty
    return Found(kind, element, element.first, element.end, state, basis)


def state_within(view: View, element: Element, first: int, end: int) -> str:
    """Return "truncated" where a link or a button among those runs of an element leads to more entries."""
    inner = (each for each in view.page.within(element) if first <= each.first < each.end <= end)
    return "truncated" if any(_leads_to_more(view.page, each) for each in inner) else "present"


def _leads_to_more(page: Page, element: Element) -> bool:
    """Say whether an element is a link to a section's details, or a button that shows more of its entries."""
    if element.name == "a":
        return bool(details_kind(element.address))
    if element.name != "button" or element.end - element.first > MAX_BUTTON:
        return False
    words = dict.fromkeys(run.words for run in page.runs[element.first : element.end])  # a twin says the same
    says_no_more = bool(details_kind(page.url)) or any(element.has_class(name) for name in _MORE_BUTTONS)
    return shows_more_entries(" ".join(words), or_just_more=says_no_more)


def is_decoration(page: Page, element: Element) -> bool:
    """Say whether an element is hidden from screen readers as decoration, and is no page behind a dialog."""
    if element.attributes.get("aria-hidden") != "true" or element.last - element.index > MAX_DECORATION:
        return False
    return not any(inner.name in ("section", "h1", "h2") for inner in page.within(element))


def short_after_dates(view: View, line: Line) -> bool:
    """Say whether a line below the dates is a place where the markup keeps descriptions apart."""
    return looks_like_place(line.text) or is_short_name(line.text)


def lines_after_name(view: View, card: Element, names: tuple[str, ...]) -> list[Line]:
    """Return the top card's lines after the heading that is the person's name."""
    name = next((inner for inner in view.page.within(card) if inner.name in names), None)
    return view.lines(name.end, card.end) if name is not None else []

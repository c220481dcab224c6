"""The logged-in page of 2025 and 2026: cards with semantic keys, hashed classes, text in plain paragraphs."""

from __future__ import annotations

import re

from rolelight.page.items import Item, divided_by_roles, divided_by_rules, item_of, outermost, with_roles
from rolelight.page.lines import BODY, HIDDEN, SKILLS, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.by_headings import with_headings
from rolelight.page.shapes.resume import dated_items
from rolelight.page.shapes.sdui_top_card import headline_of, own_slugs, unkeyed_top_card
from rolelight.page.shapes.shape import (
    HOOKS,
    KEYS,
    MAX_SECTIONS,
    Found,
    Layout,
    Shape,
    details_kind,
    found,
    is_decoration,
    keys_of,
    lines_after_name,
    short_after_dates,
)

_CARD = "com.linkedin.sdui.profile.card.ref"
_PART = "profilecards"
_SKILL = "com.linkedin.sdui.profile.skill("
_ITEM = "entity-collection-item"
_NO_SECTION = ("topcard", "other", "unknown")
# Sections below the fold: where a part is not loaded, nobody knows whether they exist.
_BELOW = tuple(kind for kind in dict.fromkeys(HOOKS["sdui"].values()) if kind not in (*_NO_SECTION, "about"))
# The search finds the longest: "volunteerexperiencetoplevel" also ends with "experiencetoplevel".
_END = re.compile(rf"(?:{'|'.join(HOOKS['sdui'])})$")
_ASIDE_LINKS = ("/overlay/position/", "/treasury/", "/overlay/contact-info", "/search/results/")


def _card_kind(element: Element) -> str:
    """Return what card the element is: its section's kind, "topcard", "other", "unknown", or no card."""
    for key in keys_of(element):
        if key.startswith(_CARD):
            return _kind_at_end(key)
        if key.startswith("profile_") and (kind := _kind_in_parts(key)):
            return kind
    view = element.get("data-view-name")
    return (
        HOOKS["view"].get(view.removeprefix("profile-card-"), "") if view.startswith("profile-card-") else ""
    )


def _kind_at_end(key: str) -> str:
    end = _END.search(key)
    return HOOKS["sdui"][end[0]] if end else "unknown"


def _kind_in_parts(key: str) -> str:
    """Read "profile_ExperienceTopLevelSection_<slug>" and "Profile_Top_Level_<Section>...<slug>"."""
    if key.startswith("profile_top_level_"):
        rest = key.removeprefix("profile_top_level_")
        return next((kind for word, kind in HOOKS["details"].items() if rest.startswith(word)), "")
    return HOOKS["sdui"].get(key.split("_")[1], "")


def _mark(page: Page) -> str:
    if any("profile" in element.get("data-sdui-screen").lower() for element in page.elements[:40]):
        return "the app's screen"
    keys = (key for element in page.having(*KEYS) for key in keys_of(element))
    return "a card's key" if any(key.startswith((_CARD, _PART)) for key in keys) else ""


def _layer_of(page: Page, element: Element) -> int | None:
    if element.name == "button" or is_decoration(page, element):
        return HIDDEN
    if element.name == "a":
        address = element.address.lower()
        if "/skill-associations-details" in address:
            return SKILLS
        return HIDDEN if details_kind(address) or any(part in address for part in _ASIDE_LINKS) else None
    if element.get("data-testid") == "expandable-text-box":
        return BODY
    return HIDDEN if element.get("componentkey").lower().startswith("profileaside") else None


def _cards(page: Page) -> list[tuple[str, Element]]:
    carriers = page.having(*KEYS, "data-view-name")
    return _outermost([(kind, element) for element in carriers if (kind := _card_kind(element))])


def _outermost(named: list[tuple[str, Element]]) -> list[tuple[str, Element]]:
    kept = {element.index for element in outermost(element for _, element in named)}
    return [(name, element) for name, element in named if element.index in kept]


def _layout(view: View) -> Layout:
    cards = _cards(view.page)
    top = next((element for kind, element in cards if kind == "topcard"), None) or unkeyed_top_card(view.page)
    inner = view.page.within(top) if top else []
    headline = headline_of(view, lines_after_name(view, top, ("h1", "h2"))) if top else None
    unknown = tuple(element for kind, element in cards if kind == "unknown" and view.shows(element))
    return Layout(headline, _sections(view, cards), own_slugs(inner), unknown, headline_by_place=True)


def _sections(view: View, cards: list[tuple[str, Element]]) -> list[Found]:
    sections = [
        found(view, kind, element, _state_without_text(view.page, element))
        for kind, element in cards[:MAX_SECTIONS]
        if kind not in _NO_SECTION
    ]
    sections = with_headings(view, sections)
    seen = {section.kind for section in sections}
    waiting = _waiting(view)
    for kind in _BELOW:
        part = next((part for key, part in waiting if kind not in seen and _may_bring(key, kind)), None)
        if part is not None:
            sections.append(Found(kind, part, part.first, part.first, "not_loaded"))
    return sections


def _state_without_text(page: Page, card: Element) -> str:
    """A bare card is a section that the person has not; one with a skeleton inside is still to come."""
    return "not_loaded" if any(inner.name == "section" for inner in page.within(card)) else "empty"


def _waiting(view: View) -> list[tuple[str, Element]]:
    """Return the parts of the page that are still to come, with their keys: no text and no cards in them."""
    page = view.page
    keyed = [
        (key, element) for element in page.having(*KEYS) for key in keys_of(element) if key.startswith(_PART)
    ]
    parts = _outermost([(key, element) for key, element in keyed if not view.shows(element)])
    return [(key, part) for key, part in parts if not any(map(_card_kind, page.within(part)))]


def _may_bring(part: str, kind: str) -> bool:
    """Some parts say in their keys that they hold the experience alone, or all but it."""
    if "experienceonly" in part:
        return kind == "experience"
    return kind != "experience" or "withoutexp" not in part


def _items(view: View, section: Found) -> list[Item]:
    page, element = view.page, section.element
    marker = _SKILL if section.kind == "skills" else _ITEM
    marked = outermost(
        inner for inner in page.within(element) if _is_marked(inner, marker) and view.shows(inner)
    )
    if marked:
        return [role for item in marked for role in _with_roles(view, item, section.kind)]
    places = [(max(first, section.first), end) for first, end in divided_by_rules(page, element)]
    places = [(first, end) for first, end in places if end > first]
    if section.kind == "experience" and len(places) > 1:
        return [role for first, end in places for role in _divided(view, first, end)]
    items = [item_of(view, first, end) for first, end in places]
    return (dated_items(view, section) if len(items) == 1 else []) or items


def _is_marked(element: Element, marker: str) -> bool:
    return any(key.startswith(marker) and not key.endswith("-divider") for key in keys_of(element))


def _with_roles(view: View, item: Element, kind: str) -> list[Item]:
    roles = _roles(view.page, item)
    if roles or kind != "experience":
        return with_roles(view, item, roles)
    return _divided(view, item.first, item.end)


def _divided(view: View, first: int, end: int) -> list[Item]:
    return divided_by_roles(view, first, end) or [item_of(view, first, end)]


def _roles(page: Page, item: Element) -> list[Element]:
    lists = [inner for inner in page.children(item) if inner.name == "ul"]
    return [role for inner in lists for role in page.children(inner) if role.name == "li"]


SHAPE = Shape(
    name="sdui",
    mark=_mark,
    layer_of=_layer_of,
    layout=_layout,
    items=_items,
    is_place=short_after_dates,
)

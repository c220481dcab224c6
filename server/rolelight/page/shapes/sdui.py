"""The logged-in page of 2025 and 2026: cards with semantic keys, hashed classes, text in plain paragraphs."""

from __future__ import annotations

import re

from rolelight.page.items import Item, divided_by_rules, item_of, outermost, with_roles
from rolelight.page.lines import BODY, HIDDEN, SKILLS, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.generic import sections_by_headings
from rolelight.page.shapes.resume import dated_items
from rolelight.page.shapes.shape import (
    HOOKS,
    Found,
    Shape,
    details_kind,
    found,
    is_decoration,
    line_after_name,
    short_after_dates,
    slug_of,
)

_CARD = "com.linkedin.sdui.profile.card.ref"
_SKILL = "com.linkedin.sdui.profile.skill("
_ITEM = "entity-collection-item"
_KEYS = ("componentkey", "data-component-key", "id", "data-testid")
# Sections that a card below the fold may hold; where it is not loaded, nobody knows whether they exist.
_BELOW = tuple(kind for kind in dict.fromkeys(HOOKS["sdui"].values()) if kind != "about")
_ASIDE_LINKS = ("/overlay/position/", "/treasury/", "/overlay/contact-info/", "/search/results/")
# Pronouns and the degree of acquaintance stand between the name and the headline.
_NOT_HEADLINE = re.compile(r"·.*|\(?\w{2,6}(?:/\w{2,6}){1,2}\)?|[\d.,+]+|(?:1st|2nd|3rd\+?)")


def _keys(element: Element) -> list[str]:
    return [element.get(key).lower() for key in _KEYS if key in element.attributes]


def card_kind(element: Element) -> str:
    """Return what card the element is: the kind of its section, "topcard", "other", or nothing for no card."""
    for key in _keys(element):
        if key.startswith(_CARD):
            return _kind_at_end(key)
        if key.startswith("profile_") and not key.startswith("profile_experience_top_anchor"):
            if kind := _kind_in_parts(key):
                return kind
    view = element.get("data-view-name")
    return (
        HOOKS["view"].get(view.removeprefix("profile-card-"), "") if view.startswith("profile-card-") else ""
    )


def _kind_at_end(key: str) -> str:
    if key.endswith("topcard"):
        return "topcard"
    # Longest first: "volunteerexperiencetoplevel" also ends with "experiencetoplevel".
    ends = sorted((end for end in HOOKS["sdui"] if key.endswith(end)), key=len)
    return HOOKS["sdui"][ends[-1]] if ends else "other"


def _kind_in_parts(key: str) -> str:
    """Read "profile_ExperienceTopLevelSection_<slug>" and "Profile_Top_Level_<Section>...<slug>"."""
    if key.startswith("profile_top_level_"):
        rest = key.removeprefix("profile_top_level_")
        return next((kind for word, kind in HOOKS["details"].items() if rest.startswith(word)), "")
    return HOOKS["sdui"].get(key.split("_")[1], "")


def _matches(page: Page) -> bool:
    screens = (element.get("data-sdui-screen") for element in page.elements[:5])
    return any("profile" in screen.lower() for screen in screens) or any(
        any(key.startswith((_CARD, "profilecards")) for key in _keys(element)) for element in page.elements
    )


def _layer_of(page: Page, element: Element) -> int | None:
    if element.name == "button" or is_decoration(page, element):
        return HIDDEN
    if element.name == "a":
        address = element.get("href").lower()
        if "/skill-associations-details" in address:
            return SKILLS
        return HIDDEN if details_kind(address) or any(part in address for part in _ASIDE_LINKS) else None
    if "data-testid" in element.attributes:
        return BODY if element.get("data-testid") == "expandable-text-box" else None
    return HIDDEN if any(key.startswith("profileaside") for key in _keys(element)) else None


def _cards(page: Page) -> list[tuple[str, Element]]:
    cards = [(kind, element) for element in page.within(page.root) if (kind := card_kind(element))]
    outer = set(map(id, outermost(element for _, element in cards)))
    return [(kind, element) for kind, element in cards if id(element) in outer]


def _top_card(page: Page) -> Element | None:
    return next((element for kind, element in _cards(page) if kind == "topcard"), None)


def _own_slugs(page: Page) -> set[str]:
    card = _top_card(page)
    inner = page.within(card) if card else []
    triggers = {
        key.removeprefix("profileverificationtriggerref-")
        for element in inner
        for key in _keys(element)
        if key.startswith("profileverificationtriggerref-")
    }
    return triggers | {slug_of(e.get("href")) for e in inner if "/overlay/" in e.get("href")} - {""}


def _headline(view: View) -> Line | None:
    card = _top_card(view.page)
    lines = line_after_name(view, card, ("h1", "h2")) if card else []
    lines = [line for line in lines if not _NOT_HEADLINE.fullmatch(line.text)]
    accents = {line.text for line in lines if _in_button(view.element(line))}
    first = lines[0] if lines else None
    if first is None or set(first.text.split(" · ")) <= accents or _before_contact(view, first):
        return None  # without a headline the company, or the location, comes first
    return first


def _in_button(element: Element) -> bool:
    return any(above.get("role") == "button" for above in element.ancestors())


def _before_contact(view: View, line: Line) -> bool:
    """The location is followed by "·" and the link to the contact details."""
    following = view.page.runs[line.last + 1 : line.last + 3]
    addresses = [above.get("href") for run in following for above in (run.element, *run.element.ancestors())]
    return any("/overlay/contact-info" in address for address in addresses)


def _sections(view: View) -> list[Found]:
    sections = [
        found(view, kind, element, _state_without_text(view.page, element))
        for kind, element in _cards(view.page)
        if kind not in ("topcard", "other")
    ]
    if not sections:
        sections = sections_by_headings(view)
    seen = {section.kind for section in sections}
    waiting = _waiting(view)
    for kind in _BELOW:
        part = (
            next((part for part, key in waiting if _may_bring(key, kind)), None) if kind not in seen else None
        )
        if part is not None:
            sections.append(Found(kind, part, part.first, part.first, "not_loaded"))
    return sections


def _state_without_text(page: Page, card: Element) -> str:
    """A card of its own is a section that the person has not; one with a skeleton inside is still to come."""
    return "not_loaded" if any(inner.name == "section" for inner in page.within(card)) else "empty"


def _waiting(view: View) -> list[tuple[Element, str]]:
    """Return the parts of the page that are still to come, with their keys: they have no text and no cards."""
    page = view.page
    keyed = [(element, key) for element in page.within(page.root) for key in _keys(element)]
    parts = [
        (element, key) for element, key in keyed if key.startswith("profilecards") and not view.shows(element)
    ]
    outer = set(map(id, outermost(element for element, _ in parts)))
    return [
        (part, key)
        for part, key in parts
        if id(part) in outer and not any(card_kind(inner) for inner in page.within(part))
    ]


def _may_bring(part: str, kind: str) -> bool:
    """Some parts say in their keys that they hold the experience alone, or all but it."""
    return (
        (kind == "experience")
        if "experienceonly" in part
        else (kind != "experience" or "withoutexp" not in part)
    )


def _items(view: View, section: Found) -> list[Item]:
    page, element = view.page, section.element
    marker = _SKILL if section.kind == "skills" else _ITEM
    marked = outermost(
        inner
        for inner in page.within(element)
        if any(key.startswith(marker) and not key.endswith("-divider") for key in _keys(inner))
    )
    if marked:
        return [role for item in marked for role in with_roles(view, item, _roles(page, item))]
    places = [(max(first, section.first), end) for first, end in divided_by_rules(page, element)]
    items = [item_of(view, first, end) for first, end in places if end > first]
    return (dated_items(view, section) if len(items) == 1 else []) or items


def _roles(page: Page, item: Element) -> list[Element]:
    lists = [inner for inner in page.children(item) if inner.name == "ul"]
    return [role for inner in lists for role in page.children(inner) if role.name == "li"]


SHAPE = Shape(
    name="sdui",
    matches=_matches,
    layer_of=_layer_of,
    own_slugs=_own_slugs,
    headline=_headline,
    sections=_sections,
    items=_items,
    is_place=short_after_dates,
)

"""The logged-in page of 2022 to 2026: cards with an anchor, and each text with a twin for screen readers."""

from __future__ import annotations

from dataclasses import replace

from rolelight.page.items import Item, item_of, list_items, outermost, with_roles
from rolelight.page.lines import BODY, HEADER, HIDDEN, SKILLS, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.by_headings import with_headings
from rolelight.page.shapes.shape import (
    HOOKS,
    MAX_SECTIONS,
    Found,
    Layout,
    Shape,
    details_kind,
    found,
    is_decoration,
    short_after_dates,
    slug_of,
)

_ENTITY = "profile-component-entity"
_VIEWS = (_ENTITY, "profile-card", "profile-top-card")
_KINDS = frozenset(HOOKS["pvs"].values()) - {"other"}
_SUGGESTS = "data-generated-suggestion-target"
_ANCHORS = ("pv-profile-card__anchor", "pv-profile-card-anchor")
_LISTS = ("pvs-list", "pvs-list__container")
_LOADER = "pvs-loader"
_EXPECTED = ("experience", "education", "skills")
_FURNITURE = ("button", "aside", "nav", "footer")
# The classes of 2022 for an entity and for what stands below its dates.
_ENTITY_CLASS = "pvs-entity"
_BELOW = ("pvs-entity__sub-components", "pvs-list__outer-container")


def _mark(page: Page) -> str:
    if any(element.get("data-view-name") in _VIEWS for element in page.having("data-view-name")):
        return "a view's name"
    if any(map(_is_anchor, page.having("id"))):
        return "a card's anchor"
    if any(element.has_class(name) for element in page.having("class") for name in _LISTS):
        return "a list's class"
    is_app = any("scaffold-layout" in element.get("class") for element in page.elements)
    return "the address and the app's frame" if is_app and details_kind(page.url) else ""


def _is_anchor(element: Element) -> bool:
    return any(element.has_class(name) for name in _ANCHORS)


def _is_entity(element: Element) -> bool:
    return element.get("data-view-name") == _ENTITY or element.has_class(_ENTITY_CLASS)


def _layer_of(page: Page, element: Element) -> int | None:
    if element.name in _FURNITURE or element.has_class("visually-hidden"):
        return HIDDEN
    if element.name != "span" and is_decoration(page, element):
        return HIDDEN  # what the eye reads, and screen readers have a twin of, is always a span
    if element.name == "a":
        field, address = element.get("data-field"), element.address
        if field.endswith("_media") or details_kind(address) or "/treasury/" in address:
            return HIDDEN
        return SKILLS if field == "position_contextual_skills_see_details" else None
    if _is_entity(element):
        return HEADER
    return BODY if any(element.has_class(name) for name in _BELOW) and _in_entity(element) else None


def _in_entity(element: Element) -> bool:
    return any(map(_is_entity, element.ancestors()))


def _layout(view: View) -> Layout:
    page = view.page
    name = next((element for element in page.within(page.root) if element.name == "h1"), None)
    card = next((above for above in name.ancestors() if above.name == "section"), None) if name else None
    inner = page.within(card or page.root)
    own_slugs = {slug_of(each.address) for each in inner if "/overlay/" in each.address} - {""}
    cards = _cards(page)
    sections = [_found(view, kind, each) for kind, each in cards if kind in _KINDS]
    unknown = tuple(each for kind, each in cards if not kind and view.shows(each))
    sections = with_headings(view, sections)
    return Layout(_headline(view, inner), sections + _waiting(view, sections), own_slugs, unknown)


def _waiting(view: View, sections: list[Found]) -> list[Found]:
    """Return the sections of a career that a placeholder may still bring."""
    page, seen = view.page, {section.kind for section in sections}
    loader = next((each for each in page.within(page.root) if _LOADER in each.get("class")), None)
    kinds = () if loader is None else (kind for kind in _EXPECTED if kind not in seen)
    return [Found(kind, loader, loader.first, loader.first, "not_loaded") for kind in kinds if loader]


def _found(view: View, kind: str, card: Element) -> Found:
    """Return a section; of tabs the first is about the person, and may not be loaded."""
    section = found(view, kind, card, basis="anchor")
    is_shown = section.state == "empty" or view.shows(_first_panel(view.page, card))
    return section if is_shown else replace(section, state="not_loaded")


def _headline(view: View, inner: list[Element]) -> Line | None:
    shown = (element for element in inner if element.end > element.first)
    for element in shown:
        if element.has_class("text-body-medium") or _SUGGESTS in element.attributes:
            return next(iter(view.paragraphs(element.first, element.end, (HEADER,))), None)
    return None


def _cards(page: Page) -> list[tuple[str, Element]]:
    """Return the cards that have an anchor, each with the kind of its section, or nothing where unknown."""
    cards: dict[int, tuple[str, Element]] = {}
    for anchor in page.having("id"):
        if _is_anchor(anchor):
            sections = (above for above in anchor.ancestors() if above.name == "section")
            card = next(sections, anchor.parent or anchor)
            cards.setdefault(card.index, (HOOKS["pvs"].get(anchor.get("id").lower(), ""), card))
    kept = outermost(card for _, (_, card) in sorted(cards.items()))[:MAX_SECTIONS]
    return [cards[card.index] for card in kept]


def _items(view: View, section: Found) -> list[Item]:
    element = _first_panel(view.page, section.element)
    entities = _entities(view.page, element)
    if not entities:
        return [item_of(view, item.first, item.end) for item in list_items(view.page, element)]
    return [role for item in entities for role in with_roles(view, item, _entities(view.page, item))]


def _entities(page: Page, element: Element) -> list[Element]:
    return outermost(inner for inner in page.within(element) if _is_entity(inner))


def _first_panel(page: Page, section: Element) -> Element:
    """Of tabs, such as recommendations received and given, the first is about the person."""
    return next((inner for inner in page.within(section) if inner.get("role") == "tabpanel"), section)


SHAPE = Shape(
    name="pvs",
    mark=_mark,
    layer_of=_layer_of,
    layout=_layout,
    items=_items,
    is_place=short_after_dates,
)

"""The logged-in page of 2022 to 2026: cards with an anchor, and each text with a twin for screen readers."""

from __future__ import annotations

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
_ANCHOR = "pv-profile-card__anchor"


def _matches(page: Page) -> bool:
    named = any(element.get("data-view-name") in _VIEWS for element in page.having("data-view-name"))
    return named or any(element.has_class(_ANCHOR) for element in page.having("id"))


def _layer_of(page: Page, element: Element) -> int | None:
    if element.name == "button" or element.has_class("visually-hidden"):
        return HIDDEN
    if element.name != "span" and is_decoration(page, element):
        return HIDDEN  # what the eye reads, and screen readers have a twin of, is always a span
    if element.name == "a":
        field, address = element.get("data-field"), element.get("href")
        if field.endswith("_media") or details_kind(address) or "/treasury/" in address:
            return HIDDEN
        return SKILLS if field == "position_contextual_skills_see_details" else None
    if element.get("data-view-name") == _ENTITY:
        return HEADER
    return BODY if element.has_class("pvs-entity__sub-components") else None


def _layout(view: View) -> Layout:
    page = view.page
    name = next((element for element in page.within(page.root) if element.name == "h1"), None)
    card = next((above for above in name.ancestors() if above.name == "section"), None) if name else None
    inner = page.within(card) if card else []
    links = (element.get("href") for element in inner)
    own_slugs = {slug_of(link) for link in links if "/overlay/" in link} - {""}
    return Layout(_headline(view, inner), _sections(view), own_slugs)


def _headline(view: View, top_card: list[Element]) -> Line | None:
    for element in top_card:
        if element.end > element.first and element.has_class("text-body-medium"):
            return next(iter(view.paragraphs(element.first, element.end, (HEADER,))), None)
    return None


def _sections(view: View) -> list[Found]:
    cards: dict[int, tuple[str, Element]] = {}
    for anchor in view.page.having("id"):
        kind = HOOKS["pvs"].get(anchor.get("id").lower()) if anchor.has_class(_ANCHOR) else None
        if kind:
            card = next(
                (above for above in anchor.ancestors() if above.name == "section"), anchor.parent or anchor
            )
            cards.setdefault(card.index, (kind, card))
    kept = outermost(card for _, (_, card) in sorted(cards.items()))[:MAX_SECTIONS]
    return with_headings(view, [found(view, cards[card.index][0], card, basis="anchor") for card in kept])


def _items(view: View, section: Found) -> list[Item]:
    element = _first_panel(view.page, section.element)
    entities = _entities(view.page, element)
    if not entities:
        return [item_of(view, item.first, item.end) for item in list_items(view.page, element)]
    return [role for item in entities for role in with_roles(view, item, _entities(view.page, item))]


def _entities(page: Page, element: Element) -> list[Element]:
    return outermost(inner for inner in page.within(element) if inner.get("data-view-name") == _ENTITY)


def _first_panel(page: Page, section: Element) -> Element:
    """Of tabs, such as recommendations received and given, the first is about the person."""
    return next((inner for inner in page.within(section) if inner.get("role") == "tabpanel"), section)


SHAPE = Shape(
    name="pvs",
    matches=_matches,
    layer_of=_layer_of,
    layout=_layout,
    items=_items,
    is_place=short_after_dates,
)

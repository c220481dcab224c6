"""The logged-out page: sections with ``data-section``, texts with a short and a full version."""

from __future__ import annotations

from rolelight.page.items import Item, item_of, list_items, outermost, with_roles
from rolelight.page.lines import BODY, HEADER, HIDDEN, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.generic import sections_by_headings
from rolelight.page.shapes.shape import HOOKS, Found, Shape, found, short_after_dates, slug_of

_SECTIONS = ("core-section-container", "pp-section")
_WALLS = ("contextual-sign-in-modal", "sign-in-modal", "modal", "blurred-content", "blurred-list", "blur")
_LESS, _MORE = "show-more-less-text__text--less", "show-more-less-text__text--more"


def _matches(page: Page) -> bool:
    marked = any(
        element.has_class("top-card-layout__title") or _is_section(element)
        for element in page.within(page.root)
    )
    return marked and (page.page_key.startswith("public_profile") or any(map(_is_section, page.elements)))


def _is_section(element: Element) -> bool:
    return element.name == "section" and any(element.has_class(name) for name in _SECTIONS)


def _layer_of(page: Page, element: Element) -> int | None:
    if element.name in ("button", "form", "icon", "code") or element.has_class("visually-hidden"):
        return HIDDEN
    if any(element.has_class(name) for name in _WALLS) or "__contributors" in element.get("class"):
        return HIDDEN
    if element.has_class(_LESS) and element.parent is not None:
        more = any(sibling.has_class(_MORE) for sibling in page.children(element.parent))
        return HIDDEN if more else None
    return BODY if element.has_class("show-more-less-text") else None


def _own_slugs(page: Page) -> set[str]:
    return {slug_of(page.canonical)} - {""}


def _headline(view: View) -> Line | None:
    for element in view.page.within(view.page.root):
        if element.has_class("top-card-layout__headline"):
            return next(iter(view.paragraphs(element.first, element.end, (HEADER,))), None)
    return None


def _sections(view: View) -> list[Found]:
    cards = outermost(element for element in view.page.within(view.page.root) if _is_section(element))
    sections = []
    for card in cards:
        kind = HOOKS["public"].get(card.get("data-section").lower(), "")
        if kind:
            section = found(view, kind, card)
            redacted = any(inner.has_class("blurred-overlay") for inner in view.page.within(card))
            state = "redacted" if redacted else section.state
            sections.append(Found(kind, card, card.first, card.end, state))
    return sections or sections_by_headings(view)


def _items(view: View, section: Found) -> list[Item]:
    page = view.page
    items = list_items(page, section.element)
    if not items:
        return [item_of(view, section.first, section.end)]
    return [role for item in items for role in with_roles(view, item, _roles(page, item, section.kind))]


def _roles(page: Page, item: Element, kind: str) -> list[Element]:
    return list_items(page, item) if kind == "experience" else []


SHAPE = Shape(
    name="public",
    matches=_matches,
    layer_of=_layer_of,
    own_slugs=_own_slugs,
    headline=_headline,
    sections=_sections,
    items=_items,
    is_place=short_after_dates,
)

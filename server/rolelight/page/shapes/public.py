"""The logged-out page: sections with ``data-section``, texts with a short and a full version."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import islice

from rolelight.page.headings import section_kind
from rolelight.page.items import Item, item_of, list_items, outermost, with_roles
from rolelight.page.lines import BODY, HEADER, HIDDEN, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.by_headings import with_headings
from rolelight.page.shapes.shape import (
    HOOKS,
    MAX_SECTIONS,
    Found,
    Layout,
    Shape,
    found,
    short_after_dates,
    slug_of,
)

_SECTIONS = ("core-section-container", "pp-section")
_FURNITURE = frozenset({"button", "form", "icon", "code"})
_COVERED = frozenset(
    {
        "visually-hidden",
        "contextual-sign-in-modal",
        "sign-in-modal",
        "modal",
        "blurred-content",
        "blurred-list",
        "personal-project__contributors",
    }
)
_LESS, _MORE = "show-more-less-text__text--less", "show-more-less-text__text--more"


def _mark(page: Page) -> str:
    """Company pages, posts and advertisements have the same sections, and another page key."""
    if page.page_key and not page.page_key.lower().startswith("public_profile"):
        return ""
    inner = page.within(page.root)
    if page.page_key and any(element.has_class("top-card-layout__title") for element in inner):
        return "the page's key and its top card"
    return "a section's class" if any(map(_is_section, inner)) else ""


def _is_section(element: Element) -> bool:
    return element.name == "section" and any(element.has_class(name) for name in _SECTIONS)


def _layer_of(page: Page, element: Element) -> int | None:
    classes = element.classes
    if element.name in _FURNITURE or not _COVERED.isdisjoint(classes):
        return HIDDEN
    if _LESS in classes:
        return HIDDEN if any(each.has_class(_MORE) for each in islice(page.following(element), 3)) else None
    return BODY if "show-more-less-text" in classes else None


def _fields_of(page: Page) -> dict[int, str]:
    """Find the dates: date-ranges, and what a ``<time>`` tells, both ends of a range together."""
    fields = {each.index: "dates" for each in page.elements if each.has_class("date-range")}
    times = [each for each in page.elements if each.name == "time"]
    within = Counter(each.parent.index for each in times if each.parent is not None)
    for each in times:
        around = each.parent if each.parent is not None and within[each.parent.index] > 1 else each
        fields[around.index] = "dates"
    return fields


def _layout(view: View) -> Layout:
    inner = view.page.within(view.page.root)
    cards = outermost(element for element in inner if _is_section(element))[:MAX_SECTIONS]
    kinds = [(_kind_of(view, card), card) for card in cards]
    sections = [
        each for kind, card in kinds if kind not in ("", "other") for each in _found(view, kind, card)
    ]
    unknown = tuple(
        card for kind, card in kinds if not kind and card.get("data-section") and view.shows(card)
    )
    return Layout(
        _headline(view), with_headings(view, sections), {slug_of(view.page.canonical)} - {""}, unknown
    )


def _headline(view: View) -> Line | None:
    for element in view.page.within(view.page.root):
        if element.has_class("top-card-layout__headline"):
            return next(iter(view.paragraphs(element.first, element.end, (HEADER,))), None)
    return None


def _kind_of(view: View, card: Element) -> str:
    if given := card.get("data-section").lower():
        return HOOKS["public"].get(given, "")
    heading = next((inner for inner in view.page.within(card) if inner.name == "h2"), card)
    return section_kind(view.text(heading.first, min(heading.first + 1, heading.end))) or ""


def _found(view: View, kind: str, card: Element) -> list[Found]:
    """Return a section; behind a blurred cover stand asterisks, and one for both of a career's sections."""
    section = found(view, kind, card)
    if section.state != "present" or not any(e.has_class("blurred-overlay") for e in view.page.within(card)):
        return [section]
    redacted = replace(section, state="redacted")
    both = kind == "experience" and not card.get("data-section")
    return [redacted, replace(redacted, kind="education", end=redacted.first)] if both else [redacted]


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
    mark=_mark,
    layer_of=_layer_of,
    layout=_layout,
    items=_items,
    is_place=short_after_dates,
    fields_of=_fields_of,
)

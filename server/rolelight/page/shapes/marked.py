"""What the shapes share whose markup names its texts: sections, items and fields are found by hooks.

The hooks of each shape stand in ``marks.toml``, which says what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import rtoml

from rolelight.page.items import Item, list_items, outermost, with_roles
from rolelight.page.lines import BODY, HIDDEN, SKILLS, Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.by_headings import with_headings
from rolelight.page.shapes.resume import resume_items
from rolelight.page.shapes.shape import (
    MAX_SECTIONS,
    Found,
    Layout,
    Shape,
    found,
    is_decoration,
    short_after_dates,
    slug_of,
)

_MARKS: dict[str, Any] = rtoml.loads(Path(__file__).with_name("marks.toml").read_text(encoding="utf-8"))
_PUBLIC_PROFILE = "data-test-personal-info-profile-link"
_VALUES = ("data-anonymize", "data-sn-view-name")
_FURNITURE = frozenset({"button", "form", "nav", "footer", "code"})
# The field that each item of a section has once.
_LEADS = {"experience": "title", "education": "school", "skills": "name"}
_LAYERS = {"description": BODY, "skills": SKILLS}


@dataclass(frozen=True)
class Marks:
    """The hooks of one shape, as ``marks.toml`` has them."""

    known_by: frozenset[str]
    within: frozenset[str]
    hidden: frozenset[str]
    items: frozenset[str]
    roles: frozenset[str]
    top_card: frozenset[str]
    sections: dict[str, str]
    fields: dict[str, dict[str, str]]

    @cached_property
    def field_of_hook(self) -> dict[str, str]:
        """What each hook of a text says."""
        return {hook: field for fields in self.fields.values() for hook, field in fields.items()}


def marked_shape(name: str) -> Shape:
    """Return the shape whose hooks stand under that name."""
    data = _MARKS[name]
    known_by, within, hidden, items, roles, top_card = (
        frozenset(data[key]) for key in ("known_by", "within", "hidden", "items", "roles", "top_card")
    )
    marks = Marks(known_by, within, hidden, items, roles, top_card, data["sections"], data["fields"])
    return Shape(
        name=name,
        mark=lambda page: _mark(marks, page),
        layer_of=lambda page, element: _layer_of(marks, page, element),
        layout=lambda view: _layout(marks, view),
        items=lambda view, section: _items(marks, view, section),
        is_place=short_after_dates,
        fields_of=lambda page: {
            each.index: field for each in page.elements if (field := _field_of(marks, each))
        },
    )


def _mark(marks: Marks, page: Page) -> str:
    known = (marks.known_by & _names_of(element) for element in page.elements if element.attributes)
    return next((f"the hook {min(names)}, of a shape unproven on real pages" for names in known if names), "")


def _names_of(element: Element) -> set[str]:
    """Return all that may be a hook of the element."""
    attributes = element.attributes
    names = {name for name in attributes if name.startswith("data-test-")}
    names.update(attributes[name].lower() for name in _VALUES if name in attributes)
    names.update(attributes.get("class", "").lower().split())
    names.add(attributes.get("id", "").lower())
    return names


def _has(element: Element, hooks: frozenset[str]) -> bool:
    return bool(element.attributes) and not hooks.isdisjoint(_names_of(element))


def _field_of(marks: Marks, element: Element) -> str:
    names = _names_of(element) if element.attributes else set()
    return next((field for hook, field in marks.field_of_hook.items() if hook in names), "")


def _layer_of(marks: Marks, page: Page, element: Element) -> int | None:
    is_button = element.name in _FURNITURE or element.get("role") == "button"
    if is_button or _has(element, marks.hidden) or is_decoration(page, element):
        return HIDDEN
    return _LAYERS.get(_field_of(marks, element))


def _layout(marks: Marks, view: View) -> Layout:
    page = view.page
    carriers = outermost(element for element in page.elements if _has(element, marks.within))
    whole = carriers[-1] if carriers else page.root
    headline = _headline(marks, view, whole)
    sections = with_headings(view, _sections(marks, view, whole), of_all_kinds=True)
    links = (each.address for each in page.within(whole) if _PUBLIC_PROFILE in each.attributes)
    return Layout(
        headline,
        [each for each in sections if whole.holds(each.element)],
        {slug_of(link) for link in links} - {""},
    )


def _headline(marks: Marks, view: View, whole: Element) -> Line | None:
    lines = view.lines(whole.first, whole.end)
    named = next((line for line in lines if line.field == "headline"), None)
    cards = [each for each in view.page.within(whole) if _has(each, marks.top_card)] if named is None else []
    headings = [inner for card in cards for inner in view.page.within(card) if inner.name == "h2"]
    return next((view.lines(each.first, each.end)[0] for each in headings if view.shows(each)), named)


def _sections(marks: Marks, view: View, whole: Element) -> list[Found]:
    """Return the sections that hooks name, and those that only the hooks of their texts show."""
    shown = (each for each in view.page.within(whole) if view.shows(each))
    kinds = [(kind, each) for each in shown if (kind := _kind_of(marks, each))]
    kept = {each.index for each in outermost(each for _, each in kinds)}
    sections = [found(view, kind, each) for kind, each in kinds[:MAX_SECTIONS] if each.index in kept]
    seen = {section.kind for section in sections}
    for kind in _LEADS:
        leads = _leads(marks, view, whole, kind) if kind not in seen else []
        if leads:
            around = next(above for above in (leads[0], *leads[0].ancestors()) if above.holds(leads[-1]))
            sections.append(found(view, kind, around))
    return sections


def _kind_of(marks: Marks, element: Element) -> str:
    names = _names_of(element) if element.attributes else set()
    return next((kind for hook, kind in marks.sections.items() if hook in names), "")


def _leads(marks: Marks, view: View, within: Element, kind: str) -> list[Element]:
    """Return the elements in it that each item of such a section has once, such as its title."""
    lead = _LEADS.get(kind, "")
    hooks = frozenset(hook for hook, field in marks.fields.get(kind, {}).items() if field == lead)
    shown = (each for each in view.page.within(within) if _has(each, hooks) and view.shows(each))
    return outermost(shown)


def _items(marks: Marks, view: View, section: Found) -> list[Item]:
    page, element = view.page, section.element
    items = outermost(each for each in page.within(element) if _has(each, marks.items))
    items = items or list_items(page, element) or _around(element, _leads(marks, view, element, section.kind))
    if not items:
        return resume_items(view, section)
    return [
        role for item in items for role in with_roles(view, item, _roles(marks, view, item, section.kind))
    ]


def _roles(marks: Marks, view: View, item: Element, kind: str) -> list[Element]:
    roles = outermost(each for each in view.page.within(item) if _has(each, marks.roles))
    leads = _leads(marks, view, item, kind) if kind == "experience" and not roles else []
    return roles or (_around(item, leads) if len(leads) > 1 else [])


def _around(limit: Element, leads: list[Element]) -> list[Element]:
    """Return for each element the largest one around it, in the limit, that holds none of the others."""
    largest = []
    for number, lead in enumerate(leads):
        after = leads[number - 1].index if number else limit.index
        before = leads[number + 1].index if number + 1 < len(leads) else limit.last
        around = lead
        for above in lead.ancestors():
            if not after < above.index or above.last > before:
                break
            around = above
        largest.append(around)
    return largest

"""Read a page's sections: find them by the shape's hooks, divide them into items, read the items as entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolelight.page import entries
from rolelight.page.grammar import is_noise
from rolelight.page.headings import section_kind
from rolelight.page.items import Item
from rolelight.page.lines import BODY, HEADER, SKILLS, View
from rolelight.page.model import Entry, Section, Warning
from rolelight.page.shapes.shape import Found, Shape

# Enough of an unread section to see what it was.
MAX_WARNING = 2_000
_HEADINGS = ("h1", "h2", "h3")
_BULLETS = " • "


def read_sections(view: View, shape: Shape) -> tuple[tuple[Section, ...], tuple[Warning, ...]]:
    """Return the page's sections in page order, and a warning for each that has text but no entries."""
    sections: dict[str, Section] = {}
    warnings: list[Warning] = []
    if (line := shape.headline(view)) is not None:
        sections["headline"] = Section("headline", "present", (Entry("headline-1", (line.piece("headline"),)),))
    for found in shape.sections(view):
        read = _numbered(_after_heading(view, found), view, shape)
        if found.state in ("present", "truncated") and not read.entries:
            warnings.append(Warning("field_unrecognised", view.text(found.first, found.end)[:MAX_WARNING]))
        sections[found.kind] = _joined(sections.get(found.kind), read)
    return tuple(sections.values()), tuple(warnings)


def _after_heading(view: View, found: Found) -> Found:
    """Return the section without the heading that opens it."""
    line = next(iter(view.lines(found.first, found.end, (HEADER, BODY))), None)
    if line is None:
        return found
    element = view.element(line)
    in_heading = any(each.name in _HEADINGS for each in (element, *element.ancestors()) if found.element.holds(each))
    opens = section_kind(line.text) == found.kind or (in_heading and found.kind not in ("projects",))
    return replace(found, first=line.last + 1) if opens and found.first == found.element.first else found


def _numbered(found: Found, view: View, shape: Shape) -> Section:
    if found.state in ("empty", "not_loaded"):
        return Section(found.kind, found.state)
    if found.kind == "about":
        return Section("about", found.state, tuple(_about(view, found)))
    items = shape.items(view, found)
    read = (_entry(view, replace_start(item, found), found.kind, shape) for item in items)
    return Section(found.kind, found.state, _with_ids(found.kind, (entry for entry in read if entry)))


def replace_start(item: Item, found: Found) -> Item:
    """Return the item without the lines of the section's own heading."""
    return replace(item, header=[line for line in item.header if line.first >= found.first])


def _entry(view: View, item: Item, kind: str, shape: Shape) -> Entry | None:
    if kind == "experience":
        return entries.position(item, shape.is_place)
    if kind == "education":
        return entries.education(view, item)
    read = {
        "skills": entries.skill,
        "certifications": entries.certification,
        "recommendations": entries.recommendation,
    }.get(kind, entries.named)
    return read(item)


def _with_ids(kind: str, read: Iterable[Entry]) -> tuple[Entry, ...]:
    """Number a section's entries; a skill named twice, such as under two tabs, counts once."""
    unique: dict[object, Entry] = {}
    for number, entry in enumerate(read):
        unique.setdefault((entry.name or "").casefold() if kind == "skills" else number, entry)
    return tuple(replace(entry, id=f"{kind}-{number}") for number, entry in enumerate(unique.values(), 1))


def _joined(one: Section | None, other: Section) -> Section:
    """Join two sections of one kind, such as relevant and further experience."""
    if one is None or not one.entries:
        return other
    return Section(one.kind, one.state, _with_ids(one.kind, [*one.entries, *other.entries]))


def _about(view: View, found: Found) -> list[Entry]:
    """Read the text about the person; a list of top skills below it is skills."""
    paragraphs = view.paragraphs(found.first, found.end, (HEADER, BODY, SKILLS))
    paragraphs = [line for line in paragraphs if not is_noise(line.text)]
    at = next((at for at, line in enumerate(paragraphs) if section_kind(line.text) == "skills"), len(paragraphs))
    pieces = [line.piece("about") for line in paragraphs[:at]]
    for line in paragraphs[at + 1 :]:
        edges = _bullets(line.text)
        pieces += [line.piece("skills", *edge) for edge in edges]
    return [Entry("about-1", tuple(pieces))] if pieces else []


def _bullets(text: str) -> list[tuple[int, int]]:
    edges, start = [], 0
    for part in text.split(_BULLETS):
        edges.append((start, start + len(part)))
        start += len(part) + len(_BULLETS)
    return edges

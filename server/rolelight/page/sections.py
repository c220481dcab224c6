"""Read a page's sections: each is divided into items, and the items are read as entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolelight.page import entries
from rolelight.page.grammar import is_noise
from rolelight.page.headings import section_kind
from rolelight.page.items import Item
from rolelight.page.lines import BODY, HEADER, SKILLS, View
from rolelight.page.model import Entry, Piece, Section, Warning
from rolelight.page.shapes.shape import Found, Layout, Shape

# A section of more lines outside its descriptions is no part of a profile, and would take long to divide.
MAX_LINES = 5_000
# Enough of an unread section to see what it was.
MAX_WARNING = 2_000
_HEADINGS = ("h1", "h2", "h3")
_BULLETS = " • "


def read_sections(
    view: View, shape: Shape, layout: Layout
) -> tuple[tuple[Section, ...], tuple[Warning, ...]]:
    """Return the page's sections in page order, and a warning for each that has text but no entries.

    Several places of one kind, such as relevant and further experience, are one section.
    """
    entries_of: dict[str, list[Entry]] = {}
    state_of: dict[str, str] = {}
    warnings: list[Warning] = []
    if (line := layout.headline) is not None:
        entries_of["headline"], state_of["headline"] = [Entry("", (line.piece("headline"),))], "present"
    for found in layout.sections:
        read = _entries(view, _after_heading(view, found), shape)
        if found.state in ("present", "truncated") and not read:
            warnings.append(
                Warning(
                    "field_unrecognised",
                    view.text(found.first, min(found.end, found.first + MAX_LINES))[:MAX_WARNING],
                )
            )
        if not entries_of.get(found.kind):
            state_of[found.kind] = found.state
        entries_of.setdefault(found.kind, []).extend(read)
    sections = (Section(kind, state_of[kind], _with_ids(kind, read)) for kind, read in entries_of.items())
    return tuple(sections), tuple(warnings)


def _after_heading(view: View, found: Found) -> Found:
    """Return the section without the heading that opens it."""
    line = next(iter(view.lines(found.first, found.end, (HEADER, BODY))), None)
    if line is None:
        return found
    element = view.element(line)
    in_heading = any(
        each.name in _HEADINGS for each in (element, *element.ancestors()) if found.element.holds(each)
    )
    opens = section_kind(line.text) == found.kind or (in_heading and found.kind not in ("projects",))
    return replace(found, first=line.last + 1) if opens and found.first == found.element.first else found


def _entries(view: View, found: Found, shape: Shape) -> list[Entry]:
    if found.state in ("empty", "not_loaded") or len(view.lines(found.first, found.end)) > MAX_LINES:
        return []
    if found.kind == "about":
        return _about(view, found)
    items = (_without_heading(item, found) for item in shape.items(view, found))
    return [entry for item in items if (entry := _entry(view, item, found.kind, shape))]


def _without_heading(item: Item, found: Found) -> Item:
    """Return the item without the lines of the section's own heading."""
    return replace(item, header=[line for line in item.header if line.first >= found.first])


def _entry(view: View, item: Item, kind: str, shape: Shape) -> Entry | None:
    if kind == "experience":
        return entries.position(item, lambda line: shape.is_place(view, line))
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
    return tuple(
        replace(entry, id=f"{kind}-{number}", pieces=_in_reading_order(entry.pieces))
        for number, entry in enumerate(unique.values(), 1)
    )


def _in_reading_order(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Return the pieces as the page has them, without those that it shows as asterisks alone."""
    shown = (piece for piece in pieces if piece.text.strip("* "))
    return tuple(sorted(shown, key=lambda piece: (int(piece.block.id), piece.start)))


def _about(view: View, found: Found) -> list[Entry]:
    """Read the text about the person; a list of top skills below it is skills."""
    paragraphs = view.paragraphs(found.first, found.end, (HEADER, BODY, SKILLS))
    paragraphs = [line for line in paragraphs if not is_noise(line.text)]
    at = next(
        (at for at, line in enumerate(paragraphs) if section_kind(line.text) == "skills"), len(paragraphs)
    )
    pieces = [line.piece("about") for line in paragraphs[:at]]
    for line in paragraphs[at + 1 :]:
        edges = _bullets(line.text)
        pieces += [line.piece("skills", *edge) for edge in edges]
    return [Entry("", tuple(pieces))] if pieces else []


def _bullets(text: str) -> list[tuple[int, int]]:
    edges, start = [], 0
    for part in text.split(_BULLETS):
        edges.append((start, start + len(part)))
        start += len(part) + len(_BULLETS)
    return edges

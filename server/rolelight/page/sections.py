"""Read a page's sections: each is divided into items, and the items are read as entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rolelight.page.dates import names_year
from rolelight.page.entries import read_entry
from rolelight.page.grammar import is_noise
from rolelight.page.headings import section_kind
from rolelight.page.items import Item
from rolelight.page.lines import BODY, HEADER, SKILLS, View
from rolelight.page.model import Entry, Piece, Section, Warning
from rolelight.page.shapes.shape import Found, Layout, Shape

# A section of more texts is no part of a profile, and would take long to divide.
MAX_RUNS = 10_000
# Enough of an unread section to see what it was.
MAX_WARNING = 2_000
_HEADINGS = ("h1", "h2", "h3")
_BULLETS = " • "


def read_sections(
    view: View, shape: Shape, layout: Layout
) -> tuple[tuple[Section, ...], tuple[Warning, ...]]:
    """Return the page's sections in page order, and a warning for all that could not be read.

    Several places of one kind, such as relevant and further experience, are one section.
    """
    entries_of: dict[str, list[Entry]] = {}
    first_of: dict[str, Found] = {}
    warnings = [_warning("section_unrecognised", view, each.first, each.end) for each in layout.unknown]
    for whole in layout.sections:
        found = _without_text(view, _after_heading(view, whole))
        read, unread = _entries(view, found, shape)
        warnings += unread
        if not read and found.basis == "address" and found.state == "present":
            found = replace(found, state="empty")  # the page says that there is nothing, in whatever words
        if found.state in ("present", "truncated") and not read and not unread:
            warnings.append(_warning("field_unrecognised", view, whole.first, whole.end))
        if not entries_of.get(found.kind):
            first_of[found.kind] = found
        entries_of.setdefault(found.kind, []).extend(read)
    sections = [
        Section(kind, first_of[kind].state, _with_ids(kind, read), first_of[kind].basis)
        for kind, read in entries_of.items()
    ]
    return (*_headline(layout), *sections), tuple(warnings)


def _without_text(view: View, found: Found) -> Found:
    """Return a section with nothing after its heading as empty, or on a page of details as not loaded."""
    shows = view.first_line(found.first, found.end, (HEADER, BODY, SKILLS))
    if shows is not None or found.state not in ("present", "truncated"):
        return found
    return replace(found, state="not_loaded" if found.basis == "address" else "empty")


def _headline(layout: Layout) -> list[Section]:
    line = layout.headline
    if line is None:
        return []
    basis = "position" if layout.headline_by_place else "key"
    return [
        Section(
            "headline",
            "present",
            _with_ids("headline", [Entry("", (line.piece("headline", basis=basis),))]),
            basis,
        )
    ]


def _warning(code: str, view: View, first: int, end: int) -> Warning:
    return Warning(code, _cut(view.text(first, min(end, first + MAX_RUNS))))


def _cut(text: str) -> str:
    """Return the text, or so much of it as shows what it was, with a sign that there is more."""
    return text if len(text) <= MAX_WARNING else text[:MAX_WARNING] + "…"


def _after_heading(view: View, found: Found) -> Found:
    """Return the section without the heading that opens it."""
    line = view.first_line(found.first, found.end, (HEADER, BODY))
    if line is None or line.field:
        return found
    chain = (view.element(line), *view.element(line).ancestors())
    inside = [each.name for each in chain if found.element.holds(each) and each is not found.element]
    in_heading = "li" not in inside and any(name in _HEADINGS for name in inside)
    opens = section_kind(line.text) == found.kind or (in_heading and found.kind not in ("projects",))
    return replace(found, first=line.last + 1) if opens and found.first == found.element.first else found


def _entries(view: View, found: Found, shape: Shape) -> tuple[list[Entry], list[Warning]]:
    if (
        found.state in ("empty", "not_loaded")
        or found.first == found.end
        or found.end - found.first > MAX_RUNS
    ):
        return [], []
    if found.kind == "about":
        return _about(view, found), []
    read: list[Entry] = []
    warnings: list[Warning] = []
    for item in shape.items(view, found):
        item = _without_heading(item, found)
        entry = read_entry(view, item, found.kind, lambda line: shape.is_place(view, line))
        if entry is not None:
            read.append(entry)
        if code := _what_is_unread(item, entry, found.kind):
            warnings.append(Warning(code, _cut(_text(item))))
    return read, warnings


def _what_is_unread(item: Item, entry: Entry | None, kind: str) -> str:
    """Return the code of the warning that an item calls for, or nothing."""
    if entry is None:
        return "entry_unread" if _text(item) else ""
    undated = kind == "experience" and entry.start is None
    return "dates_unread" if undated and any(names_year(line.text) for line in item.header) else ""


def _text(item: Item) -> str:
    return "\n".join(line.text for line in (*item.header, *item.body, *item.skills))


def _without_heading(item: Item, found: Found) -> Item:
    """Return the item without the lines of the section's own heading."""
    if not item.header or item.header[0].first >= found.first:
        return item
    return replace(item, header=[line for line in item.header if line.first >= found.first])


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
    pieces = [
        line.piece("about", basis="heading" if found.basis == "heading" else "key")
        for line in paragraphs[:at]
    ]
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

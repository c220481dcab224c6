"""What is compared: values without the differences that do not count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rolelight.page.model import Entry

# A field's name, the value expected and the value read; None is nothing.
Compared = tuple[str, object, object]


def plain(value: object) -> object:
    """The value with white space collapsed and lists as tuples; what is empty is None."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, list | tuple):
        return tuple(plain(each) for each in value) or None
    return value


def text_of(entries: Iterable[Entry]) -> str:
    """All that the entries say, in reading order, with white space collapsed."""
    return " ".join(piece.text for entry in entries for piece in entry.pieces)


def find_parts(kind: str, parts: Iterable[str], entries: Iterable[Entry]) -> Iterator[Compared]:
    """Whether each part stands in the text of these entries of a section."""
    said = text_of(entries)
    for part in parts:
        yield f"{kind} text", part, part if part in said else None

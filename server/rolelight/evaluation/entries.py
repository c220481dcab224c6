"""Compares the entries of a section with those expected, as sequences in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rolelight.evaluation.align import align
from rolelight.evaluation.values import Compared, find_parts, plain, text_of
from rolelight.page.model import Entry

Expected = Mapping[str, Any]

# By these an entry is known again, and named in a report.
_TELLING = ("title", "name", "school", "company", "start")


def compare_entries(kind: str, expected: Sequence[Expected], read: Sequence[Entry]) -> Iterator[Compared]:
    """Whether each entry was found, then its fields: of an invented entry, those that the others name."""
    named = dict.fromkeys(field for wanted in expected for field in wanted)
    for wanted, entry in align(expected, read, _agreement):
        label = _label(wanted, entry)
        yield f"{kind} entries", label if wanted is not None else None, label if entry is not None else None
        for field in named if wanted is None else wanted:
            if field != "contains":
                yield f"{kind} {field}", (wanted or {}).get(field), getattr(entry, field, None)
        yield from find_parts(kind, (wanted or {}).get("contains", ()), [entry] if entry else [])


def _agreement(expected: Expected, entry: Entry) -> int:
    """In how many telling fields and texts they agree."""
    telling = [field for field in _TELLING if expected.get(field) is not None]
    same = sum(plain(expected[field]) == plain(getattr(entry, field)) for field in telling)
    said = text_of([entry])
    return same + sum(part in said for part in expected.get("contains", ()))


def _label(expected: Expected | None, entry: Entry | None) -> str:
    """What to call the entry in a report."""
    values = (
        expected.get(field) if expected is not None else getattr(entry, field, None) for field in _TELLING
    )
    return next((str(value) for value in values if value), "an entry")

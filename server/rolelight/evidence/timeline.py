"""Months of work: how long each position lasted and how much work came after it."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from rolelight.page.model import Entry

UNKNOWN_MONTHS = 12  # a position whose dates the page does not tell counts as a year


def months_of(entry: Entry, today: date) -> range:
    """The months of a position as numbers (year x 12 + month); empty where the page gives no dates."""
    start = _month(entry.start, first=True)
    end = _month(entry.end, first=False) if entry.end else None
    if entry.current:
        end = today.year * 12 + today.month - 1
    if start is None:
        return range(0)
    if end is None:
        end = start
    return range(start, max(start, end) + 1)


def later_work(entries: dict[str, range]) -> dict[str, int]:
    """By entry, the months in which any other work was done after it ended; a gap is not counted."""
    worked = sorted({month for months in entries.values() for month in months})
    return {
        entry: len(worked) - bisect_right(worked, months[-1]) if months else 0
        for entry, months in entries.items()
    }


def _month(text: str | None, *, first: bool) -> int | None:
    if not text:
        return None
    year, _, month = text.partition("-")
    if not month:
        return int(year) * 12 + (0 if first else 11)
    return int(year) * 12 + int(month) - 1

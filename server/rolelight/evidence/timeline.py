"""The time of work: how long positions lasted, what came after them, and what a skill was used for when."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from rolelight.evidence.model import Period
from rolelight.page.model import Entry

UNKNOWN_MONTHS = 12  # a position whose dates the page does not tell counts as a year


def months_of(entry: Entry, today: date) -> range:
    """The months of a position as numbers (year x 12 + month); empty where the page gives no dates.

    Where the page gives only years, whole years count.
    """
    start = _month(entry.start, first=True)
    end = _month(entry.end, first=False) if entry.end else None
    if entry.current:
        end = today.year * 12 + today.month - 1
    if start is None:
        return range(0)
    if end is None:
        end = _month(entry.start, first=False) or start
    return range(start, max(start, end) + 1)


def later_work(entries: dict[str, range]) -> dict[str, int]:
    """By entry, the months in which any other work was done after it ended; a gap is not counted."""
    worked = sorted({month for months in entries.values() for month in months})
    return {
        entry: len(worked) - bisect_right(worked, months[-1]) if months else 0
        for entry, months in entries.items()
    }


def timeline_of(
    positions: Sequence[Entry], uses: Mapping[str, Mapping[str, float]], today: date, least: float
) -> tuple[Period, ...]:
    """What a skill was used for year by year, oldest first: each use of a probability of ``least`` or more.

    ``uses`` are the probabilities by position that names the skill, and by use. In a year of several
    positions each counts by its months in that year; a position without dates has no place in time. Years
    that follow one another with the same use and probability are one period.
    """
    spans: dict[tuple[str, float], list[tuple[int, int]]] = {}
    for year, shares in sorted(_shares_by_year(positions, uses, today).items()):
        for use, p in _means(shares).items():
            if p < least:
                continue
            same = spans.setdefault((use, round(p, 2)), [])
            if same and same[-1][1] == year - 1:
                same[-1] = (same[-1][0], year)
            else:
                same.append((year, year))
    periods = [
        Period(str(first), str(last), use, p) for (use, p), years in spans.items() for first, last in years
    ]
    return tuple(sorted(periods, key=lambda period: (period.from_, -period.p)))


def stretches_of(periods: Sequence[Period]) -> Iterator[tuple[str, list[Period]]]:
    """The years through which the same periods last ("2018 to 2021"), oldest first, likeliest use first."""
    first, last = min(int(each.from_) for each in periods), max(int(each.to) for each in periods)
    by_year = (
        (year, [each for each in periods if int(each.from_) <= year <= int(each.to)])
        for year in range(first, last + 1)
    )
    for lasting, group in groupby(by_year, key=lambda item: item[1]):
        years = [year for year, _ in group]
        if lasting:
            words = " to ".join(dict.fromkeys((str(years[0]), str(years[-1]))))
            yield words, sorted(lasting, key=lambda each: -each.p)


def _shares_by_year(
    positions: Sequence[Entry], uses: Mapping[str, Mapping[str, float]], today: date
) -> dict[int, list[tuple[int, Mapping[str, float]]]]:
    """By calendar year, the months that each position had in it, and what the skill was used for there."""
    by_year: dict[int, list[tuple[int, Mapping[str, float]]]] = {}
    for entry in positions:
        if entry.id in uses:
            for year, months in _months_by_year(months_of(entry, today), today):
                by_year.setdefault(year, []).append((months, uses[entry.id]))
    return by_year


def _months_by_year(months: range, today: date) -> Iterator[tuple[int, int]]:
    """The calendar years of some months, up to this one, with how many of the months each has."""
    for year in range(months.start // 12, min((months.stop - 1) // 12, today.year) + 1):
        yield year, min(months.stop, year * 12 + 12) - max(months.start, year * 12)


def _means(shares: Sequence[tuple[int, Mapping[str, float]]]) -> dict[str, float]:
    total = sum(months for months, _ in shares)
    return {use: sum(months * uses[use] for months, uses in shares) / total for use in shares[0][1]}


def _month(text: str | None, *, first: bool) -> int | None:
    if not text:
        return None
    year, _, month = text.partition("-")
    if not month:
        return int(year) * 12 + (0 if first else 11)
    return int(year) * 12 + int(month) - 1

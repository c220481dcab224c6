"""Months of work: length, and what came after."""

from __future__ import annotations

from datetime import date

import pytest

from builders import position
from rolelight.evidence.timeline import later_work, months_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("start", "end", "current", "length"),
    [
        ("2020-01", "2020-12", False, 12),
        ("2020", "2021", False, 24),
        ("2026-11", None, True, 1),
        ("2020-05", None, False, 1),
        (None, "2020", False, 0),
        (None, None, True, 0),
        ("2020-05", "2019-01", False, 1),
    ],
)
def test_a_positions_length_in_months(start: str | None, end: str | None, current: bool, length: int) -> None:
    assert len(months_of(position(1, "Clerk", "", start, end, current), TODAY)) == length


def test_later_work_counts_months_worked_and_not_months_passed() -> None:
    months = {
        "old": months_of(position(1, "Clerk", "", "2000-01", "2000-12"), TODAY),
        "new": months_of(position(2, "Clerk", "", "2020-01", "2020-06"), TODAY),
        "unknown": range(0),
    }
    assert later_work(months) == {"old": 6, "new": 0, "unknown": 0}

"""The time of work: length, what came after, and what a skill was used for year by year."""

from __future__ import annotations

from datetime import date

import pytest

from builders import position
from rolelight.evidence.model import Period
from rolelight.evidence.timeline import later_work, months_of, stretches_of, timeline_of
from rolelight.page.model import Entry

TODAY = date(2026, 11, 22)
WEB = {"web": 0.9, "analysis": 0.1}
DATA = {"web": 0.2, "analysis": 0.8}


@pytest.mark.parametrize(
    ("start", "end", "current", "length"),
    [
        ("2020-01", "2020-12", False, 12),
        ("2020", "2021", False, 24),
        ("2020", None, False, 12),
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


def job(number: int, start: str | None = None, end: str | None = None, current: bool = False) -> Entry:
    """A position of which only the dates matter."""
    return position(number, "Developer", "", start, end, current)


def timeline(*jobs: tuple[Entry, dict[str, float]]) -> list[tuple[str, str, str, float]]:
    """The timeline of positions with their uses, as plain tuples."""
    uses = {entry.id: probabilities for entry, probabilities in jobs}
    periods = timeline_of([entry for entry, _ in jobs], uses, TODAY, 0.5)
    return [(each.from_, each.to, each.use, each.p) for each in periods]


def test_each_year_of_a_position_shows_its_clear_uses_and_years_alike_are_joined() -> None:
    assert timeline((job(1, "2017-11", "2019-02"), WEB)) == [("2017", "2019", "web", 0.9)]


def test_a_position_that_lasts_ends_today() -> None:
    assert timeline((job(1, "2024-06", None, True), WEB)) == [("2024", "2026", "web", 0.9)]


def test_a_position_with_years_alone_counts_whole_years() -> None:
    uses = timeline((job(1, "2019", "2020"), WEB), (job(2, "2020-07", "2020-12"), DATA))
    # In 2020, twelve months of one and six of the other.
    assert uses == [("2019", "2019", "web", 0.9), ("2020", "2020", "web", 0.67)]


def test_positions_of_one_year_count_by_their_months_in_it() -> None:
    uses = timeline((job(1, "2018-01", "2019-03"), WEB), (job(2, "2019-04", "2020-12"), DATA))
    assert uses == [
        ("2018", "2018", "web", 0.9),
        ("2019", "2019", "analysis", 0.62),  # (3 x 0.1 + 9 x 0.8) / 12
        ("2020", "2020", "analysis", 0.8),
    ]


def test_two_clear_uses_of_one_year_stand_side_by_side_likeliest_first() -> None:
    both = {"web": 0.7, "analysis": 0.8}
    assert timeline((job(1, "2020", "2020"), both)) == [
        ("2020", "2020", "analysis", 0.8),
        ("2020", "2020", "web", 0.7),
    ]


def test_a_gap_parts_what_would_else_be_joined() -> None:
    uses = timeline((job(1, "2015", "2015"), WEB), (job(2, "2018", "2018"), WEB))
    assert uses == [("2015", "2015", "web", 0.9), ("2018", "2018", "web", 0.9)]


@pytest.mark.parametrize(
    "entry", [job(1), job(1, None, "2020"), job(1, None, None, True), job(1, "2027-02", "2028-01")]
)
def test_what_has_no_dates_or_lies_ahead_is_not_in_it(entry: Entry) -> None:
    assert timeline((entry, WEB)) == []


def test_an_end_that_lies_ahead_ends_this_year() -> None:
    assert timeline((job(1, "2025-01", "2028-12"), WEB)) == [("2025", "2026", "web", 0.9)]


def test_a_use_that_is_not_clear_and_a_position_without_the_skill_are_not_in_it() -> None:
    assert timeline((job(1, "2020", "2021"), {"web": 0.4, "analysis": 0.3})) == []
    assert timeline_of([job(1, "2020", "2021")], {}, TODAY, 0.5) == ()


def test_stretches_last_as_long_as_nothing_changes() -> None:
    web = Period("2015", "2019", "web", 0.8)
    data = Period("2017", "2018", "analysis", 0.9)
    again = Period("2022", "2022", "web", 0.7)
    assert list(stretches_of([web, data, again])) == [
        ("2015 to 2016", [web]),
        ("2017 to 2018", [data, web]),
        ("2019", [web]),
        ("2022", [again]),
    ]

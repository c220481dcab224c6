"""Points in time, ranges and durations as profiles write them, in the languages that LinkedIn has."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.page import dates
from rolelight.page.dates import Dates, date_line, date_range

# Each form of each month, with the month that it means.
MONTH_FORMS = [
    (form, f"{number:02}")
    for year in tomllib.loads(Path(dates.__file__).with_name("dates.toml").read_text("utf-8"))[
        "months"
    ].values()
    for number, forms in enumerate(year.split(" | "), 1)
    for form in forms.split(", ")
]
DATA = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))


@pytest.mark.parametrize(("line", "expected"), DATA["ranges"].items())
def test_a_line_of_dates_is_read(line: str, expected: list[str]) -> None:
    start, end = expected
    assert date_range(line) == Dates(start, end or None, current=not end)


@pytest.mark.parametrize(
    "line",
    [
        "Jan 2020 - Dec 2021 we grew",
        "2048 Games",
        "Studio 2019",
        "Since we met",
        "1 - 2",
        "2019",
        "May",
        "1803 – 1805",
        "",
        "-",
        "x" * 300 + " 2019 - 2020",
        "2019 - 2020 revenue",
        "Oca 2020 - Mac",
    ],
)
def test_other_lines_are_no_range(line: str) -> None:
    assert date_range(line) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2019", Dates("2019", "2019")),
        ("May 2018", Dates("2018-05", "2018-05")),
        ("Issued Jan 2023", Dates("2023-01", "2023-01")),
        ("Ausgestellt: Jan. 2023", Dates("2023-01", "2023-01")),
        ("2019 –", Dates("2019", None, current=True)),
        ("2018 · 1 yr", Dates("2018", "2018")),
        *((line, Dates(point, point)) for line, point in DATA["points"].items()),
    ],
)
def test_one_point_in_time_is_read(line: str, expected: Dates) -> None:
    assert date_line(line) == expected


def test_dates_within_a_line_are_found_with_their_place() -> None:
    found = dates.dates_within("Developer, Acme (2018 – 2020)")
    assert found == (Dates("2018", "2020"), 17, 28)


@pytest.mark.parametrize(
    "line",
    [
        "2019 revenue",
        "Windows 2000",
        "Visual Studio 2019",
        "May 2019 was great",
        "May",
        "In 2019 we moved",
        "v2019",
        "2019 Mac Pro",
        "12.5",
        "2563",
        "2020年に入社した",
    ],
)
def test_prose_is_no_date(line: str) -> None:
    assert date_line(line) is None


@pytest.mark.parametrize(("line", "expected"), DATA["named"].items())
def test_a_line_that_the_markup_names_as_dates_is_read_whatever_its_words(
    line: str, expected: list[str]
) -> None:
    start, end = expected
    assert date_line(line) is None
    assert date_line(line, named=True) == Dates(start, end or None, current=not end)


def test_a_named_line_without_a_year_has_no_dates() -> None:
    assert date_line("Full-time · 3 yrs", named=True) is None


@pytest.mark.parametrize(("line", "months"), DATA["durations"].items())
def test_durations_are_known_and_counted(line: str, months: int) -> None:
    assert dates.is_duration(line)
    assert not dates.is_duration(f"{line} of Python")
    assert (dates.months_stated(f"2018 - 2020 · {line}") or 0) == months


@given(
    st.sampled_from(MONTH_FORMS), st.integers(1950, 2035), st.sampled_from(["{0} {1}", "{0}. {1}", "{1} {0}"])
)
def test_any_form_of_a_month_is_that_month(month: tuple[str, str], year: int, order: str) -> None:
    form, number = month
    point = f"{year}-{number}"
    assert date_line(order.format(form, year)) == Dates(point, point)
    assert date_range(f"{form.title()} {year} – {year + 1}") == Dates(point, str(year + 1))


def test_no_form_means_two_months() -> None:
    assert len(dict(MONTH_FORMS)) == len(set(MONTH_FORMS))


PARTS = st.sampled_from([*DATA["parts"]["list"], "\U0010fff0", "\U00100003"])


@given(st.lists(PARTS, max_size=40).map("".join))
def test_any_parts_of_dates_make_points_in_time_or_none(line: str) -> None:
    found = [date_line(line), date_line(line, named=True), *(dates.dates_within(line) or ())[:1]]
    points = [point for each in found if each for point in (each.start, each.end) if point]
    for point in points + dates.points_within(line):
        assert re.fullmatch(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?", point)


MONTHS = st.sampled_from(["Jan", "Feb.", "March", "Okt", "déc.", "ene."])
POINTS = st.builds("{} {}".format, MONTHS, st.integers(1950, 2035)) | st.integers(1950, 2035).map(str)


@given(
    POINTS,
    st.sampled_from([" - ", " – ", "–", " to ", " bis "]),
    POINTS,
    st.sampled_from(["", " · 2 yrs", " (1 yr 1 mo)"]),
)
def test_any_range_keeps_its_years(start: str, between: str, end: str, tail: str) -> None:
    dates = date_range(start + between + end + tail)
    assert dates is not None
    assert (dates.start or "")[:4] == start[-4:]
    assert (dates.end or "")[:4] == end[-4:]

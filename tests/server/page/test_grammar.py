"""The shapes of a profile's lines, in the languages that LinkedIn has."""

from __future__ import annotations

import re
import time
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.page import dates, grammar
from rolelight.page.dates import Dates, date_line, date_range
from rolelight.page.headings import is_job_ad_heading, section_kind
from rolelight.page.language import text_language
from rolelight.page.vocabulary import MAX_LINE, plain, plain_in_place

PAGE = Path(dates.__file__).parent
HEADINGS = tomllib.loads((PAGE / "headings.toml").read_text("utf-8"))
# Each form of each month, with the month that it means.
MONTH_FORMS = [
    (form, f"{number:02}")
    for year in tomllib.loads((PAGE / "dates.toml").read_text("utf-8"))["months"].values()
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


@pytest.mark.parametrize(
    "line",
    [
        "Full-time",
        "Permanent Full-time",
        "Vollzeit",
        "CDI",
        "Jornada completa",
        "Estágio",
        "Tirocinio",
        "Parttime",
        *DATA["lines"]["employment"],
    ],
)
def test_kinds_of_employment_are_known(line: str) -> None:
    assert grammar.is_employment(line)


@pytest.mark.parametrize(
    "line",
    [
        "Show all 8 experiences",
        "…see more",
        "Femke O. and 21 other mutual connections",
        "500+ connections",
        "· 2nd",
        "·",
        "12 endorsements",
        "Alle 5 Kenntnisse anzeigen",
        *DATA["lines"]["furniture"],
    ],
)
def test_furniture_is_noise(line: str) -> None:
    assert grammar.is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Followed the team",
        "More than a shop",
        "Show-runner",
        "Connected devices",
        "R",
        "Visa Europe",
        "Viser Ltd",
    ],
)
def test_words_of_work_are_no_noise(line: str) -> None:
    assert not grammar.is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Berlin, Germany",
        "Greater Paris Metropolitan Region",
        "France",
        "Île-de-France",
        "São Paulo e Região",
        "上海",
    ],
)
def test_places_look_like_places(line: str) -> None:
    assert grammar.looks_like_place(line)


@pytest.mark.parametrize(
    "line",
    [
        "Built the API.",
        "• Django",
        "Built and maintained the public REST API of the shop",
        "https://x.example",
        "Built APIs with Django",
        "- Flask",
    ],
)
def test_sentences_and_bullets_are_no_places(line: str) -> None:
    assert not grammar.looks_like_place(line)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Experience", "experience"),
        ("  WORK EXPERIENCE (4):", "experience"),
        ("2. Ausbildung", "education"),
        ("Compétences", "skills"),
        ("» Sobre mí", "about"),
        ("Akademischer Werdegang", "education"),
        ("References", "other"),
        ("\N{BRIEFCASE} Experience", "experience"),
        ("Experienced", None),
        ("Experience " + "x" * 90, None),
        *DATA["headings"].items(),
    ],
)
def test_headings_are_looked_up_in_the_dictionary(heading: str, kind: str | None) -> None:
    assert section_kind(heading) == kind


def test_every_heading_has_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for language in HEADINGS.values():
        for kind, words in language.items():
            for heading in words.split(", "):
                kinds.setdefault(heading, set()).add(kind)
    assert {heading: found for heading, found in kinds.items() if len(found) > 1} == {}
    assert {heading for heading in kinds if heading != plain(heading)} == set()


def test_headings_of_job_advertisements_are_known() -> None:
    assert is_job_ad_heading("What we offer:")
    assert not is_job_ad_heading("Experience")


@pytest.mark.parametrize(("language", "sentence"), DATA["sentences"].items())
def test_a_text_tells_its_language(language: str, sentence: str) -> None:
    assert text_language([sentence] * 2) == language.replace("none", "")


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


@given(st.text(max_size=80))
def test_comparing_changes_a_text_once_only(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(plain_in_place(text)) == len(text)


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "2020",
        "a ",
        "年",
        "1年",
        "3月 2020",
        "- ",
        "to ",
        "mar ",
        "2020 - ",
        "less than ",
        "\U0010fff0",
        "\U00100000",
    ],
)
def test_no_line_takes_long(unit: str) -> None:
    line = (unit * MAX_LINE)[:MAX_LINE]
    began = time.process_time()
    for classify in (date_line, dates.dates_within, dates.is_duration, dates.months_stated, grammar.is_noise):
        classify(line)
    assert time.process_time() - began < 0.1


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


@given(st.text(max_size=260))
def test_any_line_is_classified_without_an_error(text: str) -> None:
    assert date_range(text) is None or any(character.isdigit() for character in text)
    for start, end in grammar.parts(text):
        assert 0 <= start <= end <= len(text)
    assert 0 <= grammar.skills_label(text) <= len(text)
    assert 0 <= grammar.skills_end(text) <= len(text)
    for classify in (
        date_line,
        dates.is_duration,
        grammar.is_noise,
        grammar.is_prose,
        grammar.looks_like_place,
        dates.points_within,
        dates.dates_within,
    ):
        classify(text)

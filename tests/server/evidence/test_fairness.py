"""What must not count: swapping names, pronouns, places, schools, years or gaps changes nothing."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from builders import piece
from rolelight.evidence.mentions import find_mentions
from rolelight.page.model import Entry, Profile, Section
from rolelight.reading import weigh

TODAY = date(2026, 11, 1)
SWAPS = Path(__file__).parents[2] / "fairness" / "swaps.toml"
GROUPS: list[dict[str, Any]] = tomllib.loads(SWAPS.read_text("utf-8"))["group"]


EARLIER = Entry(
    "experience-2",
    (piece("title", "Data Analyst", 20), piece("description", "Python and pandas for reports.", 21)),
    "2015-01",
    "2019-02",
)


def person(
    about: str = "",
    description: str = "",
    headline: str = "Developer",
    recommendation: str = "",
    company: str = "Zenith",
    school: str = "Unknown University",
    location: str = "Lisbon",
    graduated: str = "2012",
    slug: str = "",
) -> Profile:
    """A profile of mixed evidence with something of each kind to swap."""
    recent = Entry(
        "experience-1",
        (
            piece("title", "Python Developer", 10),
            piece("company", company, 11),
            piece("location", location, 12),
            piece("description", f"Django web applications in Python. {description} REST APIs, SQL.", 13),
        ),
        "2019-03",
        current=True,
    )
    degree = Entry(
        "education-1",
        (piece("school", school, 30), piece("degree", "BSc", 31), piece("field", "Statistics", 32)),
        "2009",
        graduated,
    )
    sections = (
        Section("headline", entries=(Entry("headline-1", (piece("headline", headline, 1),)),)),
        Section("about", entries=(Entry("about-1", (piece("about", about, 2),)),)),
        Section("experience", entries=(recent, EARLIER)),
        Section("education", entries=(degree,)),
        Section("skills", entries=(Entry("skills-1", (piece("name", "Python", 40),)),)),
        Section(
            "recommendations", entries=(Entry("recommendations-1", (piece("other", recommendation, 50),)),)
        ),
    )
    return Profile("profile", "generic", text_language="en", slug=slug, sections=sections)


@cache
def said_of(subject: Profile) -> dict[str, Any]:
    """All that a reading says of a person but where it stands on the page and when it was."""
    reading = weigh(subject, find_mentions(subject), None, None, TODAY)
    return {
        "fits": {
            role: (fit.verdict, fit.probability, [(line.text, line.weight) for line in fit.lines])
            for role, fit in reading.fits.items()
        },
        "uses": {skill: (uses.career, uses.entries, uses.main) for skill, uses in reading.uses.items()},
        "highlights": [
            (each.signal, each.entry, each.context, each.direction, each.strength, each.weights)
            for each in reading.highlights
        ],
    }


def assert_same(first: Profile, second: Profile) -> None:
    """That two profiles are read alike; says what differs."""
    one, other = said_of(first), said_of(second)
    assert [each[:3] for each in one["highlights"]] == [each[:3] for each in other["highlights"]]
    assert one == other


PLACES: dict[str, Callable[[str], Profile]] = {
    "about": lambda text: person(about=f"{text} I like Python."),
    "description": lambda text: person(description=text),
    "flattened": lambda text: person(description=f"* {text.rstrip('.')} * Python, Flask"),
    "recommendation": lambda text: person(recommendation=text),
}


def _in_running_text() -> Iterator[Any]:
    for group in GROUPS:
        first, *others = group["values"]
        for (number, sentence), place in product(enumerate(group["sentences"]), PLACES):
            for value in others:
                yield pytest.param(
                    place, sentence, first, value, id=f"{group['id']}-{number}-{place}-{value}"
                )


def _in_headlines() -> Iterator[Any]:
    for group in GROUPS:
        first, *others = group["values"]
        for headline, value in product(group.get("headlines", ()), others):
            yield pytest.param(headline, first, value, id=f"{group['id']}-{headline}-{value}")


@pytest.mark.parametrize(("place", "sentence", "first", "value"), list(_in_running_text()))
def test_a_swap_in_running_text_changes_nothing(place: str, sentence: str, first: str, value: str) -> None:
    made = PLACES[place]
    assert_same(made(sentence.replace("{}", first)), made(sentence.replace("{}", value)))


@pytest.mark.parametrize(("headline", "first", "value"), list(_in_headlines()))
def test_a_swap_in_the_headline_changes_nothing(headline: str, first: str, value: str) -> None:
    assert_same(person(headline=headline.format(first)), person(headline=headline.format(value)))


@pytest.mark.parametrize(
    "swapped",
    [
        {"company": name}
        for name in ("Oracle", "Spark", "Go", "Express", "Spring", "Puppet", "Azure", "Tableau", "Django Ltd")
    ]
    + [{"school": name} for name in ("Harvard University", "MIT", "Julia College", "Ruby Academy", "Oxford")]
    + [{"location": name} for name in ("Java, Indonesia", "Hive", "Flask", "Python, Kentucky", "Lagos")]
    + [{"graduated": year} for year in ("2010", "1988", "2025", "")]
    + [{"slug": slug} for slug in ("ruby-chen", "julia-django-1a2b", "python", "ann-lee")],
    ids=str,
)
def test_a_swap_in_a_field_changes_nothing(swapped: dict[str, str]) -> None:
    assert_same(person(), person(**swapped))


@pytest.mark.parametrize("name", ["Ruby", "Julia", "Scala", "Django", "Perl"])
@pytest.mark.parametrize(
    "rest", ["has built Python services since 2012.", "loves data.", "enjoys Python and SQL."]
)
def test_the_persons_own_name_is_none_of_their_skills(name: str, rest: str) -> None:
    """The address of the page tells the name."""
    assert_same(
        person(about=f"Maria {rest}", slug="maria-lee"),
        person(about=f"{name} {rest}", slug=f"{name.lower()}-lee"),
    )


@pytest.mark.parametrize("company", ["Oracle", "Spark", "Tableau", "Puppet", "Chef"])
@pytest.mark.parametrize(
    "text", ["Joined {} to write Python services.", "Wrote software for {} in Python and SQL."]
)
def test_an_employer_of_one_word_is_known_in_its_description(company: str, text: str) -> None:
    assert_same(
        person(description=text.format("Zenith"), company="Zenith"),
        person(description=text.format(company), company=company),
    )


@pytest.mark.parametrize("months", [1, 6, 12, 18, 36, 60])
def test_a_gap_between_positions_changes_nothing(months: int) -> None:
    subject = person()
    first, earlier = subject.positions
    assert_same(subject, _with_positions(subject, first, _earlier_by(months, earlier)))


@pytest.mark.parametrize("title", ["Career break", "Parental leave", "Sabbatical", "Full-time parent"])
def test_a_break_that_the_page_tells_is_a_gap(title: str) -> None:
    subject = person()
    first, earlier = subject.positions
    pause = Entry("experience-3", (piece("title", title, 60),), "2015-01", "2019-02")
    moved = _earlier_by(50, earlier)
    assert_same(_with_positions(subject, first, moved), _with_positions(subject, first, pause, moved))


def _with_positions(subject: Profile, *positions: Entry) -> Profile:
    sections = (
        replace(each, entries=positions) if each.kind == "experience" else each for each in subject.sections
    )
    return replace(subject, sections=tuple(sections))


def _earlier_by(months: int, entry: Entry) -> Entry:
    def moved(text: str | None) -> str:
        year, month = (int(part) for part in (text or "").split("-"))
        number = year * 12 + month - 1 - months
        return f"{number // 12}-{number % 12 + 1:02}"

    return replace(entry, start=moved(entry.start), end=moved(entry.end))

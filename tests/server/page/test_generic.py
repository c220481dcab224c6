"""A CV of no known markup is read by its headings and by the shape of its lines."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from page_reading import pieces, positions, read, section

CV = "https://cv.example/"
TWO = [("Web Developer", "Acme GmbH", "2019-03", "2021-02"), ("Data Analyst", "Beta Ltd", "2017", "2019")]

DATA = tomllib.loads(Path(__file__).with_name("layouts.toml").read_text("utf-8"))
LAYOUTS, GROUPS = DATA["two_positions"], DATA["shared_companies"]


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_two_positions_are_told_apart(html: str) -> None:
    assert positions(f"<body>{html}</body>", CV) == TWO
    first, second = section(html, "experience", CV).entries
    assert "Built APIs." in "|".join(pieces(first, "description"))
    assert "Pandas." in "|".join(pieces(second, "description"))


@pytest.mark.parametrize("html", GROUPS.values(), ids=GROUPS.keys())
def test_roles_under_one_company_share_it(html: str) -> None:
    assert positions(html, CV) == [
        ("Lead", "Acme", "2021", "2023"),
        ("Developer", "Acme", "2019", "2021"),
        ("Tester", "Beta", "2017", "2019"),
    ]


EXPERIENCE = "<h2>Experience</h2><h3>Developer</h3><p>Acme</p><p>2019 – 2021</p>"


@pytest.mark.parametrize(
    "study",
    [
        "<h3>University of Bath</h3><p>BSc, Mathematics</p><p>2010 – 2013</p>",
        "<h3>BSc, Mathematics</h3><p>University of Bath</p><p>2010 – 2013</p>",
        "<p>2010 – 2013</p><p>BSc, Mathematics</p><p>University of Bath</p>",
        "<p>BSc, Mathematics | University of Bath, 2010 – 2013</p>",
    ],
)
def test_a_study_has_school_degree_and_field_in_any_order(study: str) -> None:
    (entry,) = section(f"{EXPERIENCE}<h2>Education</h2>{study}", "education", CV).entries
    assert (entry.school, entry.degree, entry.field, entry.start) == (
        "University of Bath",
        "BSc",
        "Mathematics",
        "2010",
    )


@pytest.mark.parametrize(
    "skills",
    [
        "<ul><li>Python</li><li>C++ (14, 17)</li><li>SQL</li></ul>",
        "<p>Python, C++ (14, 17), SQL</p>",
        "<p>Languages: Python · C++ (14, 17) · SQL</p>",
        "<h3>Languages</h3><ul><li>Python</li><li>C++ (14, 17)</li></ul><h3>Data</h3><ul><li>SQL</li></ul>",
        "<p><b>Code:</b> Python | C++ (14, 17)</p><p>SQL</p>",
    ],
)
def test_skills_are_named_one_by_one(skills: str) -> None:
    found = section(f"{EXPERIENCE}<h2>Technical Skills</h2>{skills}", "skills", CV)
    assert [entry.name for entry in found.entries] == ["Python", "C++ (14, 17)", "SQL"]


def test_headline_and_about_are_found_above_the_career() -> None:
    head = "<header><h1>Asha Example</h1><p>Web developer</p><p>asha@x.example</p></header>"
    html = f"{head}<h2>Profile</h2><p>I build.</p>{EXPERIENCE}"
    headline = section(html, "headline", CV).entries[0]
    assert headline.text_of("headline") == "Web developer"
    assert pieces(section(html, "about", CV).entries[0], "about") == ["I build."]


def test_a_heading_inside_a_position_opens_no_section() -> None:
    html = (
        f"{EXPERIENCE}<p>Built it.</p><h4>Skills</h4><p>Django</p><h2>Education</h2><h3>Uni</h3><p>2012</p>"
    )
    assert [each.kind for each in read(html, CV).sections] == ["experience", "education"]
    assert "Django" in str(section(html, "experience", CV).entries)


def test_a_side_column_ends_where_it_ends() -> None:
    html = (
        '<div class="page"><aside><h3>Skills</h3><p>Python, SQL</p><h3>Languages</h3><p>English</p></aside>'
        f"<main><div>{EXPERIENCE}</div></main></div>"
    )
    assert [each.kind for each in read(html.replace("main", "div"), CV).sections] == [
        "skills",
        "languages",
        "experience",
    ]
    assert [entry.name for entry in section(html.replace("main", "div"), "languages", CV).entries] == [
        "English"
    ]


def test_an_unknown_heading_beside_the_known_ones_ends_a_section() -> None:
    html = f"{EXPERIENCE}<h2>Talks I gave</h2><p>Data Scientist for a day</p>"
    assert "Data Scientist" not in str(read(html, CV).sections)


def test_a_place_beside_the_dates_is_no_description() -> None:
    beside = "<div><div>Acme</div><div>2019 – 2021</div><div>Goa, India</div></div>"
    html = f"<h2>Experience</h2><div><h3>Developer</h3>{beside}<p>Django, Flask</p></div>"
    (entry,) = section(html, "experience", CV).entries
    assert pieces(entry, "location") == ["Goa, India"]
    assert pieces(entry, "description") == ["Django, Flask"]


def test_text_language_is_that_of_the_persons_own_words() -> None:
    german = "Ich habe das neue Portal mit Django gebaut und die Daten aus dem alten System geholt. " * 2
    assert read(f"{EXPERIENCE}<p>{german}</p>", CV).text_language == "de"
    assert read(EXPERIENCE, CV).text_language == ""

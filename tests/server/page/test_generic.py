"""A CV of no known markup is read by its headings and by the shape of its lines."""

from __future__ import annotations

import pytest
from server.page.reading import pieces, positions, read, section

CV = "https://cv.example/"
TWO = [("Web Developer", "Acme GmbH", "2019-03", "2021-02"), ("Data Analyst", "Beta Ltd", "2017", "2019")]

LAYOUTS = {
    "headings in a flat page": """
        <h1>Asha</h1><h2>Experience</h2>
        <h3>Web Developer</h3><p>Acme GmbH</p><p>03/2019 – 02/2021</p><p>Built APIs.</p><ul><li>Django</li></ul>
        <h3>Data Analyst</h3><p>Beta Ltd</p><p>2017 – 2019</p><p>Pandas.</p><h2>Hobbies</h2><p>2001 – 2002</p>""",
    "articles in a section": """
        <section><h2>Berufserfahrung</h2><div>
        <article><h3>Web Developer</h3><div><span>Acme GmbH</span></div><div><time>März 2019</time> bis <time>Feb. 2021</time></div>
        <p>Built APIs.</p></article>
        <article><h3>Data Analyst</h3><div>Beta Ltd</div><div>2017 – 2019</div><p>Pandas.</p></article></div></section>""",
    "dates first in a table": """
        <h2>WORK EXPERIENCE</h2><table>
        <tr><td>03/2019 – 02/2021</td><td><b>Web Developer</b><br>Acme GmbH<br>Built APIs.</td></tr>
        <tr><td>2017 – 2019</td><td><b>Data Analyst</b><br>Beta Ltd<br>Pandas.</td></tr></table>""",
    "dates first in a list of terms": """
        <h2>Parcours</h2><dl><dt>mars 2019 – févr. 2021</dt><dd><p>Web Developer</p><p>Acme GmbH</p><p>Built APIs.</p></dd>
        <dt>2017 – 2019</dt><dd><p>Data Analyst</p><p>Beta Ltd</p><p>Pandas.</p></dd></dl>""",
    "all in one line": """
        <h2>Employment</h2><ul><li>Web Developer, Acme GmbH (03/2019 – 02/2021)<p>Built APIs.</p></li>
        <li>Data Analyst, Beta Ltd (2017 – 2019)<p>Pandas.</p></li></ul>""",
    "title at company": """
        <h2>Experiencia</h2><div><h4>Web Developer at Acme GmbH</h4><em>mar. de 2019 – feb. de 2021</em><p>Built APIs.</p></div>
        <div><h4>Data Analyst at Beta Ltd</h4><em>2017 – 2019</em><p>Pandas.</p></div>""",
    "company first, by the words of its titles": """
        <h2>Esperienza</h2><h3>Acme GmbH</h3><p>Web Developer</p><p>mar 2019 – feb 2021</p><p>Built APIs.</p>
        <h3>Beta Ltd</h3><p>Data Analyst</p><p>2017 – 2019</p><p>Pandas.</p>""",
    "classes that name the lines": """
        <h2>Work</h2><div><div class="company">Acme GmbH</div><div class="position">Web Developer</div>
        <div class="date">2019-03 — 2021-02</div><p>Built APIs.</p></div>
        <div><div class="company">Beta Ltd</div><div class="position">Data Analyst</div><div>2017 — 2019</div><p>Pandas.</p></div>""",
    "headings that are only bold": """
        <div><b>Work history</b></div><div><div>Web Developer</div><div>Acme GmbH</div><div>March 2019 - February 2021</div>
        <div>Built APIs.</div></div><div><div>Data Analyst</div><div>Beta Ltd</div><div>2017 - 2019</div><div>Pandas.</div></div>""",
}


@pytest.mark.parametrize("html", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_two_positions_are_told_apart(html: str) -> None:
    assert positions(f"<body>{html}</body>", CV) == TWO
    first, second = section(html, "experience", CV).entries
    assert "Built APIs." in "|".join(pieces(first, "description"))
    assert "Pandas." in "|".join(pieces(second, "description"))


GROUPS = {
    "nested": """<section><h2>Experience</h2><div><div><h3>Acme</h3><ul>
        <li><b>Lead</b><br>2021 – 2023<p>Leads.</p></li><li><b>Developer</b><br>2019 – 2021<p>Codes.</p></li></ul></div>
        <div><h3>Beta</h3><ul><li><b>Tester</b><br>2017 – 2019</li></ul></div></div></section>""",
    "flat": """<h2>Experience</h2><h3>Acme</h3><h4>Lead</h4><p>2021 – 2023</p><p>Leads.</p><h4>Developer</h4><p>2019 – 2021</p>
        <p>Codes.</p><h3>Beta</h3><h4>Tester</h4><p>2017 – 2019</p>""",
}


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
    html = f"<header><h1>Asha Example</h1><p>Web developer</p><p>asha@x.example</p></header><h2>Profile</h2><p>I build.</p>{EXPERIENCE}"
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
    html = "<h2>Experience</h2><div><h3>Developer</h3><div><div>Acme</div><div>2019 – 2021</div><div>Goa, India</div></div><p>Django, Flask</p></div>"
    (entry,) = section(html, "experience", CV).entries
    assert pieces(entry, "location") == ["Goa, India"]
    assert pieces(entry, "description") == ["Django, Flask"]


def test_text_language_is_that_of_the_persons_own_words() -> None:
    german = (
        "Ich habe die Schnittstellen für das neue Portal mit Django gebaut und die Daten aus dem alten System geholt. "
        * 2
    )
    assert read(f"{EXPERIENCE}<p>{german}</p>", CV).text_language == "de"
    assert read(EXPERIENCE, CV).text_language == ""

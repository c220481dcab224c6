"""Flattened resumes are taken apart into sections and positions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from made_up_entries import DATA_RESUME, WEB_RESUME
from rolelight.evaluation.resumes import resume_profile
from rolelight.page.model import Profile

LONG = "Wove cloth of many kinds on looms of many sizes for a great many customers in many towns. " * 4
ONE_JOB = f"Weaver Work Experience Data Engineer Mill - Oak, CA May 2010 to June 2011 {LONG}Skills Python"
SKILLS_IN_TEXT = (
    "Developer Work Experience Web Developer Mill 2015 to Present Taught Skills in weaving. QA Engineer Loom "
    "Co 2013 to 2014 Tested. Data Analyst Dye Inc 2011 to 2012 Counted. Python Developer Wool AG 2009 to "
    "2010 Wrote. Education B.S. in Mathematics"
)
MORE_SECTIONS = (
    "Analyst Work Experience Data Analyst Mill 2015 to 2016 Counted cloth. Education M.S. in Statistics "
    "Skills SQL (3 years); Excel (Less than 1 year) Certifications/Licenses Loom Operator Awards Best weaver "
    "Additional Information Speaks of wool"
)
NO_DATES = "Weaver Work Experience Wove cloth with Python Education B.A. in Art"
NO_FORM = "I weave cloth with Python and have done so for years."


def kinds(profile: Profile) -> list[str]:
    return [section.kind for section in profile.sections]


def texts(profile: Profile, kind: str) -> list[str | None]:
    """The text of the first piece of each entry of a section."""
    section = profile.section(kind)
    return [entry.pieces[0].text for entry in section.entries] if section else []


@pytest.mark.parametrize(
    ("text", "positions"),
    [
        (
            WEB_RESUME,
            [
                ("Senior Web Developer", "Mill & Co - Springfield, IL", "2016-01", None, True),
                ("Web Developer", "Harbour Ltd - Springfield, IL", "2012-03", "2015-12", False),
            ],
        ),
        (
            DATA_RESUME,
            [
                ("Data Analyst", "Orchard Inc - Riverside, CA", "2017", None, True),
                ("Data Analyst", "Dairy Corp - Riverside, CA", "2013-06", "2017-05", False),
            ],
        ),
        (ONE_JOB, [("Data Engineer", "Mill - Oak, CA", "2010-05", "2011-06", False)]),
        (MORE_SECTIONS, [("Data Analyst", "Mill", "2015", "2016", False)]),
        (NO_DATES, [(None, None, None, None, False)]),
        (NO_FORM, []),
    ],
)
def test_positions_have_title_company_and_dates(text: str, positions: list[tuple[Any, ...]]) -> None:
    assert [
        (each.title, each.text_of("company"), each.start, each.end, each.current)
        for each in resume_profile(text).positions
    ] == positions


def test_descriptions_go_up_to_the_next_heading() -> None:
    first, second = resume_profile(WEB_RESUME).positions
    assert (first.text_of("description") or "").startswith("Built web applications")
    assert (first.text_of("description") or "").endswith("Wrote Flask services.")
    assert second.text_of("description") == "Developed web sites with Python, Django, HTML and JavaScript."


def test_sections_after_the_experience_are_read() -> None:
    profile = resume_profile(MORE_SECTIONS)
    assert kinds(profile) == [
        "about",
        "experience",
        "education",
        "skills",
        "certifications",
        "honors",
        "other",
    ]
    assert texts(profile, "education") == ["M.S. in Statistics"]
    assert texts(profile, "skills") == ["SQL", "Excel"]
    assert texts(profile, "certifications") == ["Loom Operator"]
    assert texts(profile, "other") == ["Speaks of wool"]


def test_a_heading_word_in_a_sentence_ends_no_experience() -> None:
    profile = resume_profile(SKILLS_IN_TEXT)
    assert kinds(profile) == ["about", "experience", "education"]
    assert [each.title for each in profile.positions] == [
        "Web Developer",
        "QA Engineer",
        "Data Analyst",
        "Python Developer",
    ]


def test_a_text_of_another_form_is_all_about() -> None:
    profile = resume_profile(NO_FORM)
    assert kinds(profile) == ["about"]
    assert texts(profile, "about") == [NO_FORM]


BITS = st.sampled_from(
    [
        "Work Experience",
        "Education",
        "Skills",
        "2010 to 2012",
        "May 2011 to Present",
        "Web Developer",
        "a, b.",
        "-",
    ]
)


@given(st.one_of(st.text(max_size=200), st.lists(BITS, max_size=20).map(" ".join)))
def test_any_text_gives_a_profile_whose_pieces_are_of_the_text(text: str) -> None:
    collapsed = " ".join(text.split())
    for section in resume_profile(text).sections:
        for entry in section.entries:
            assert all(piece.text in collapsed for piece in entry.pieces)

"""Profiles that keyword tools take for the wrong person: each is read as a careful recruiter would."""

from __future__ import annotations

from datetime import date

import pytest

from builders import position, profile
from rolelight.evidence.mentions import find_mentions
from rolelight.lexicon import load_lexicon
from rolelight.page.model import Profile
from rolelight.reading import Reading, weigh

WEB, DATA = "back-end-web-developer", "data-analyst"


def read(subject: Profile) -> Reading:
    """The reading of a profile."""
    return weigh(subject, find_mentions(subject), None, None, date(2026, 11, 1))


RECRUITER = profile(
    position(
        1,
        "Technical Recruiter",
        "Built a pipeline of Django engineers. Clients look for statistics and pandas.",
    ),
    position(
        2,
        "IT Recruiter",
        "Screened Flask and Python candidates for web development and machine learning roles.",
    ),
    headline="Technical Recruiter, Python and Django",
)
TEACHER = profile(
    position(1, "Python Instructor", "Teach Python, Django and Flask to evening classes."),
    position(2, "Tutor", "Helped students learn REST APIs and web development in Python."),
)
LEARNER = profile(
    position(1, "Barista", "Served coffee."),
    about="Currently learning Python and Django. Self-study of Flask. Looking to move into web work.",
)
REFUSER = profile(
    position(
        1,
        "Office Manager",
        "No Django experience yet. I have not used Flask. No Java, Python or Ruby. Hate Django.",
    ),
)
MANAGER = profile(
    position(
        1, "Engineering Manager", "Managed a team of nine developers who built Django services in Python."
    ),
)


@pytest.mark.parametrize("subject", [RECRUITER, TEACHER, LEARNER, REFUSER, MANAGER])
def test_work_that_was_not_done_by_the_person_is_never_strong_or_possible(subject: Profile) -> None:
    verdicts = {role: fit.verdict for role, fit in read(subject).fits.items()}
    assert verdicts[WEB] in ("not_enough_evidence", "unlikely")
    assert verdicts[DATA] in ("not_enough_evidence", "unlikely")


def test_a_front_end_developer_is_no_strong_back_end_developer() -> None:
    subject = profile(
        position(
            1, "Front-end Developer", "React, TypeScript and CSS for a booking web site.", "2020", None, True
        ),
        position(2, "JavaScript Developer", "Angular and jQuery web applications, no Java.", "2016", "2019"),
        skills=("React", "TypeScript", "CSS"),
    )
    assert read(subject).fits[WEB].verdict != "strong"


def test_a_node_developer_with_a_little_pandas_is_neither_for_python() -> None:
    subject = profile(
        position(
            1,
            "Full-Stack Developer",
            "Node.js and Express.js services, React front end. A little Python: pandas for a report.",
        ),
    )
    fits = read(subject).fits
    assert fits[WEB].verdict != "strong"
    assert fits[DATA].verdict != "strong"


def test_a_tester_of_devices_is_no_web_developer() -> None:
    subject = profile(
        position(1, "Embedded Software Engineer", "Firmware in C++. Test automation in Python with pytest."),
        position(2, "QA Engineer", "Python scripts for regression tests on microcontrollers."),
    )
    fits = read(subject).fits
    assert fits[WEB].verdict in ("unlikely", "not_enough_evidence")
    assert fits[DATA].verdict in ("unlikely", "not_enough_evidence")


def test_a_fit_that_is_held_back_says_why() -> None:
    subject = profile(position(1, "Clerk", "Python with Django", "2015", None, True))
    fit = read(subject).fits[WEB]
    if fit.probability >= load_lexicon().thresholds.strong:
        assert fit.verdict == "possible"
        assert fit.missing[0].startswith("Only one kind of evidence")


def test_a_question_is_asked_only_where_the_use_is_open() -> None:
    subject = profile(
        position(1, "Developer", "Built web applications in Python and Django."),
        position(2, "Engineer", "Python, C++, Oracle"),
    )
    reading = read(subject)
    asked = [question for question in reading.fits[WEB].questions if question.startswith("What did you use")]
    assert asked == ["What did you use Python for as Engineer at work?"]

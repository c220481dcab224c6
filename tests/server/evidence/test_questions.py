"""The three questions and what is missing: chosen from what a page leaves open, and always in plain words."""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import position, profile
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.model import Fit
from rolelight.evidence.questions import ANY_SKILL, QUESTIONS
from rolelight.evidence.situations import LONGEST_NAME, SITUATIONS, Open, Seen
from rolelight.lexicon import Role, load_lexicon
from rolelight.lexicon.beside_signals import WORDS_OF_SITUATIONS
from rolelight.lexicon.model import Question
from rolelight.page.model import Profile, Section
from rolelight.reading import weigh

LEXICON = load_lexicon()
WEB_ROLE, DATA_ROLE, FRONT_END = "back-end-web-developer", "data-analyst", "front-end-developer"
WEB = "Server-side development of web applications in Python and Django: REST APIs and database design."
DATA = "Statistical analysis in Python with pandas: data cleaning, regression models and data visualization."
JAVA = "Java and Spring Boot web application with REST APIs.\nPython scripts to automate the nightly builds."
TEXTS = ["", WEB, DATA, JAVA, "Python", "Python, Java, C++, SQL", "Taught Django to students.", "Sold {tea}."]
PAGES = [
    profile(headline="Software Engineer"),
    profile(position(1, "Python Instructor", "Teach Python and Django to classes.", "2020", "2024")),
    profile(position(1, "Barista", "Served coffee."), skills=("Python", "Django")),
    profile(position(1, "Software Engineer", JAVA), position(2, "Clerk", "Python"), position(3, "Engineer")),
    profile(position(1, "Developer", WEB, "2021", "2024"), position(2, "Analyst", DATA, "2015", "2020")),
    profile(position(1, "Clerk", "Sold tea.", "2015", "2024"), position(2, "Developer", WEB, "2009", "2012")),
]


def fits(subject: Profile, skill: str | None = None) -> dict[str, Fit]:
    """The fits of a profile by role."""
    return weigh(subject, find_mentions(subject), None, skill, date(2026, 11, 1)).fits


def questions(subject: Profile, role: str = WEB_ROLE) -> tuple[str, ...]:
    """The questions for a role."""
    return fits(subject)[role].questions


def own(role: str) -> tuple[str, ...]:
    """A role's own questions, for Python."""
    found = LEXICON.role(role)
    assert found
    return tuple(question.format(skill="Python") for question in found.questions)


@pytest.mark.parametrize("role", LEXICON.roles, ids=lambda role: role.id)
def test_every_role_has_three_questions_of_its_own(role: Role) -> None:
    assert len(set(role.questions)) == QUESTIONS
    for question in role.questions:
        assert re.fullmatch(r"[A-Z].{20,118}\?", question.format(skill=ANY_SKILL))
        assert fields_of(question) <= {"skill"}
        assert role.uses or not fields_of(question), "without uses, no skill is seen for the role"
    assert bool(role.core) == bool(role.core_question) == bool(role.core_missing)


@pytest.mark.parametrize("question", LEXICON.questions, ids=lambda question: question.situation)
def test_every_question_is_for_a_situation_that_is_looked_for(question: Question) -> None:
    assert question.situation in SITUATIONS
    assert question.text.endswith("?") or question.text == "{core_question}"


def test_every_situation_has_one_question() -> None:
    assert [each.situation for each in LEXICON.questions] == list(SITUATIONS) == list(WORDS_OF_SITUATIONS)


def test_a_situation_gives_the_words_that_the_linter_allows_its_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: dict[str, set[str]] = {}

    def note(situation: str, find: Callable[[Seen], Iterator[Open]], seen: Seen) -> Iterator[Open]:
        for each in find(seen):
            given.setdefault(situation, set()).update(each.words)
            yield each

    for situation, find in SITUATIONS.items():
        monkeypatch.setitem(SITUATIONS, situation, partial(note, situation, find))
    for page in PAGES:
        fits(page)
    assert given == {situation: set(words) for situation, words in WORDS_OF_SITUATIONS.items()}


def fields_of(text: str) -> set[str]:
    """The names in braces in a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(TEXTS), max_size=4), st.booleans())
def test_there_are_three_questions_whatever_the_page(texts: list[str], has_skills: bool) -> None:
    jobs = (position(number, "Engineer", text) for number, text in enumerate(texts, start=1))
    subject = profile(*jobs, skills=("Python", "Django") if has_skills else ())
    for fit in fits(subject).values():
        assert len(set(fit.questions)) == QUESTIONS
        assert all(question.endswith("?") and "{" not in question for question in fit.questions)


def test_a_page_that_leaves_nothing_open_is_asked_the_roles_own_questions() -> None:
    subject = profile(position(1, "Web Developer", WEB, "2020-01", None, current=True))
    assert questions(subject) == own(WEB_ROLE)


def test_the_heaviest_position_that_does_not_tell_the_use_is_asked_about_first() -> None:
    subject = profile(
        position(1, "Clerk", "Python", "2008-01", "2008-06"),
        position(2, "Engineer", "Python", "2016-01", None, current=True),
        position(3, "Assistant", "Python", "2009-01", "2009-03"),
    )
    first, second, third = questions(subject)
    assert first == "What did you use Python for as Engineer at work?"
    assert second == "What did you use Python for as Clerk at work?"
    assert not third.startswith("What did you use"), "two of a kind are enough"


def test_a_skill_that_no_position_names_is_asked_for_by_job() -> None:
    subject = profile(position(1, "Barista", "Served coffee."), skills=("Python", "Django"))
    assert questions(subject)[:2] == (
        "In which of your jobs did you use Python, and what for?",
        "You list Django: in which piece of work did you use it, and what was your part?",
    )


def test_mixed_uses_are_asked_about_for_either_role() -> None:
    subject = profile(
        position(1, "Developer", WEB, "2021-01", None, current=True),
        position(2, "Analyst", DATA, "2015-01", "2020-12"),
    )
    for role in (WEB_ROLE, DATA_ROLE):
        asked = next(each for each in questions(subject, role) if each.startswith("You have used Python for"))
        assert "web development" in asked
        assert "data analysis" in asked


def test_old_work_alone_is_asked_about() -> None:
    subject = profile(
        position(1, "Shop Manager", "Sold tea.", "2015-01", None, current=True),
        position(2, "Web Developer", WEB, "2010-01", "2014-12"),
    )
    assert any("as Web Developer at work was some time ago" in each for each in questions(subject))
    recent = profile(
        position(1, "Web Developer", WEB, "2015-01", None, current=True),
        position(2, "Web Developer", WEB, "2010-01", "2014-12"),
    )
    assert not any("some time ago" in each for each in questions(recent))


def test_a_rival_beside_the_skill_is_asked_about_where_it_could_have_done_the_work() -> None:
    subject = profile(position(1, "Software Engineer", JAVA, "2018-01", None, current=True))
    asked = "As Software Engineer at work you used both Java and Python: which part was in Python?"
    assert asked in questions(subject)
    assert asked not in questions(subject, DATA_ROLE)


def test_other_peoples_work_is_asked_about() -> None:
    subject = profile(
        position(1, "Python Instructor", "Teach Python, Django and Flask to evening classes.", "2020", "2024")
    )
    assert any("with your own hands" in each for each in questions(subject))


def test_a_core_that_nothing_speaks_of_is_asked_for() -> None:
    role = LEXICON.role(WEB_ROLE)
    assert role
    front_end = profile(position(1, "Front-end Developer", "React and CSS. A little Python.", "2020", "2024"))
    asked = questions(front_end)
    assert role.core_question in asked
    assert role.core_question not in questions(profile(position(1, "Web Developer", WEB, "2020", "2024")))


def test_positions_without_text_and_pages_without_positions_are_asked_about() -> None:
    subject = profile(position(1, "Product Designer", "", "2020", "2024"))
    assert "What did you do as Product Designer at work, and with which tools?" in questions(
        subject, FRONT_END
    )
    years = (position(2, "Engineer", WEB, "2005", "2020"), position(3, "Developer", WEB, "2021", "2026"))
    summer = profile(*years, position(1, "Barista", "", "2004-06", "2004-07"))
    assert not any("Barista" in each for each in questions(summer, FRONT_END))
    asked = questions(profile(headline="Software Engineer"), FRONT_END)
    assert (
        asked[0]
        == "Which of your jobs came closest to this role (Front-end developer), and what did you do there?"
    )


def test_a_role_whose_work_is_not_told_by_the_skill_is_not_asked_about_it() -> None:
    subject = profile(position(1, "Engineer", "Python, Java, C++, SQL", "2020", "2024"))
    fit = fits(subject)[FRONT_END]
    assert fit.skill is None
    assert not any("Python" in text for text in (*fit.questions, *fit.missing))


def test_the_python_role_is_about_the_skill_though_it_has_no_use_of_its_own() -> None:
    fit = fits(profile(position(1, "Engineer", "Python", "2020", "2024")))["python-developer"]
    assert fit.skill == "python"
    assert fit.questions[0] == "What did you use Python for as Engineer at work?"


def test_a_long_or_odd_title_stays_readable() -> None:
    subject = profile(position(1, "{title} " + "Engineer " * 30, "Python"))
    first = questions(subject)[0]
    assert first.startswith("What did you use Python for as {title} Engineer")
    assert len(first) < LONGEST_NAME + 60


def missing(subject: Profile, role: str, skill: str | None = None) -> str:
    """What a page misses for a role, as one text."""
    return " ".join(fits(subject, skill)[role].missing)


def test_a_page_that_never_names_the_skill_says_so_where_the_fit_would_rest_on_it() -> None:
    subject = profile(position(1, "Ruby Developer", "Ruby on Rails web applications and REST APIs"))
    for role in (WEB_ROLE, DATA_ROLE, "python-developer"):
        assert "The page never names Python, so the fit is for the work as such" in missing(subject, role)
        assert fits(subject)[role].questions[0].startswith("Which languages did you do this work in")
    assert "Python" not in missing(subject, FRONT_END)
    assert "The page never names Python." in missing(subject, FRONT_END, "python")


def test_a_skill_that_was_only_learned_is_not_said_to_be_unnamed() -> None:
    subject = profile(position(1, "Barista", "Served coffee."), about="Currently learning Python.")
    assert "The page names Python, but not as something worked with" in missing(subject, WEB_ROLE)


@pytest.mark.parametrize("state", ["empty", "not_loaded", "truncated", "redacted"])
@pytest.mark.parametrize("kind", ["experience", "education", "skills"])
def test_a_part_that_is_not_shown_in_full_is_named(kind: str, state: str) -> None:
    page = Profile("profile", "generic", text_language="en", sections=(Section(kind, state),))
    said = fits(page)[FRONT_END].missing
    assert len(said) == 3, "one sentence for each of the three parts"
    assert not any("No " in each and kind[:5] in each for each in said)


def test_positions_without_a_description_are_counted() -> None:
    one = profile(position(1, "Clerk"))
    assert "The one position has no description." in missing(one, FRONT_END)
    two = profile(position(1, "Clerk"), position(2, "Clerk", "Sold tea."), position(3, "Clerk"))
    assert "2 of 3 positions have no description." in missing(two, FRONT_END)

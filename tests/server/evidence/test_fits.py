"""The fit: lines that add up to the verdict, and verdicts that a hiring manager would trust."""

from __future__ import annotations

import dataclasses
import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import position, profile
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.model import Fit
from rolelight.lexicon import Role, load_lexicon
from rolelight.page.model import Profile
from rolelight.reading import weigh

LEXICON = load_lexicon()
WEB = "Server-side development of web applications in Python and Django: REST APIs and database design."
DATA = "Statistical analysis in Python with pandas: data cleaning, regression models and data visualization."
JAVA = "Java and Spring Boot web application with REST APIs.\nPython scripts to automate the nightly builds."
SENTENCES = [
    WEB,
    DATA,
    JAVA,
    "Served coffee.",
    "Learning Django.",
    "Python",
    "R, SAS and SPSS",
    "React, HTML",
]


def fit(subject: Profile, role_id: str) -> Fit:
    """The fit of a profile for a role."""
    return weigh(subject, find_mentions(subject), None, None, date(2026, 11, 1)).fits[role_id]


def verdicts(subject: Profile) -> tuple[str, str]:
    """The verdicts for the web role and for the data role."""
    fits = weigh(subject, find_mentions(subject), None, None, date(2026, 11, 1)).fits
    return fits["back-end-web-developer"].verdict, fits["data-analyst"].verdict


def test_a_web_developer_fits_the_web_role_alone() -> None:
    subject = profile(position(1, "Web Developer", WEB, "2019-01", None, current=True), skills=("Django",))
    assert verdicts(subject) == ("strong", "unlikely")


def test_a_data_analyst_fits_the_data_role_alone() -> None:
    subject = profile(position(1, "Data Analyst", DATA, "2019-01", None, current=True), skills=("pandas",))
    assert verdicts(subject) == ("unlikely", "strong")


def test_a_java_web_developer_with_python_scripts_is_no_python_web_developer() -> None:
    subject = profile(position(1, "Senior Java Developer", JAVA, "2015-01", None, current=True))
    assert verdicts(subject)[0] == "unlikely"


def test_one_who_did_both_is_at_least_possible_for_both() -> None:
    subject = profile(
        position(1, "Software Engineer", WEB, "2022-01", None, current=True),
        position(2, "Data Analyst", DATA, "2018-01", "2021-12"),
    )
    assert set(verdicts(subject)) <= {"strong", "possible"}


@pytest.mark.parametrize(
    "subject",
    [
        profile(position(1, "Software Engineer", "Python")),
        profile(position(1, "Barista", "Served coffee.")),
        profile(headline="Software Engineer"),
        profile(),
    ],
)
def test_silence_is_not_enough_evidence_and_never_unlikely(subject: Profile) -> None:
    assert verdicts(subject) == ("not_enough_evidence", "not_enough_evidence")


def test_one_strong_word_alone_is_never_a_strong_fit() -> None:
    subject = profile(position(1, "Engineer", "Python and Django"))
    assert fit(subject, "back-end-web-developer").verdict in ("possible", "not_enough_evidence")


def test_a_profile_in_another_language_is_at_most_possible() -> None:
    subject = profile(position(1, "Web Developer", WEB, "2019-01", None, current=True))
    assert (
        fit(dataclasses.replace(subject, text_language="de"), "back-end-web-developer").verdict == "possible"
    )


def test_recent_work_counts_more_than_the_same_work_long_ago() -> None:
    now_web = profile(
        position(1, "Engineer", WEB, "2020-01", "2026-01"),
        position(2, "Engineer", DATA, "2010-01", "2016-01"),
    )
    once_web = profile(
        position(1, "Engineer", DATA, "2020-01", "2026-01"),
        position(2, "Engineer", WEB, "2010-01", "2016-01"),
    )
    role = "back-end-web-developer"
    assert fit(now_web, role).probability > fit(once_web, role).probability


def test_a_gap_is_neutral() -> None:
    """The same positions with years of silence between or after them give the same fit."""
    near = profile(
        position(1, "Engineer", WEB, "2016-01", "2018-12"),
        position(2, "Engineer", DATA, "2013-01", "2015-12"),
    )
    far = profile(
        position(1, "Engineer", WEB, "2018-01", "2020-12"),
        position(2, "Engineer", DATA, "2009-01", "2011-12"),
    )
    role = "back-end-web-developer"
    assert fit(near, role).probability == fit(far, role).probability


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), st.sampled_from(LEXICON.roles))
def test_the_lines_add_up_to_the_verdict_exactly(texts: list[str], role: Role) -> None:
    subject = profile(*(position(i, "Web Developer", text) for i, text in enumerate(texts, start=1)))
    found = fit(subject, role.id)
    total = math.fsum(line.weight for line in found.lines)
    assert math.isclose(math.log(found.probability / (1 - found.probability)), total, abs_tol=1e-9)


@given(st.permutations(["Django", "React", "Python", "PostgreSQL", "pandas"]))
def test_the_order_of_skills_changes_nothing(skills: list[str]) -> None:
    job = position(1, "Web Developer", WEB)
    one = fit(profile(job, skills=tuple(skills)), "back-end-web-developer")
    other = fit(profile(job, skills=tuple(sorted(skills))), "back-end-web-developer")
    assert math.isclose(one.probability, other.probability, abs_tol=1e-9)


@given(st.sampled_from(SENTENCES))
def test_more_evidence_for_a_role_never_lowers_its_fit(text: str) -> None:
    without = fit(profile(position(1, "Engineer", f"Python. {text}")), "back-end-web-developer")
    more = fit(
        profile(position(1, "Engineer", f"Python. {text}\nPython and Django.")), "back-end-web-developer"
    )
    assert more.probability >= without.probability - 1e-3  # weights are rounded before they are added


def test_the_fit_without_python_says_so() -> None:
    subject = profile(position(1, "Ruby Developer", "Ruby on Rails web applications and REST APIs"))
    found = fit(subject, "back-end-web-developer")
    assert found.skill is None
    assert any("The page never names Python" in sentence for sentence in found.missing)
    assert any(line.weight > 0 for line in found.lines), "the fit without the skill is shown"


def test_missing_and_questions_speak_of_what_the_page_does_not_show() -> None:
    found = fit(profile(position(1, "Software Engineer", "Python")), "back-end-web-developer")
    assert "No education is shown on this page." in found.missing
    assert found.questions[0].startswith("What did you use Python for as Software Engineer")


def with_priors(subject: Profile, role_id: str, priors: dict[str, float]) -> Fit:
    """The fit of a profile for a role, of candidates of whom such shares have done such work."""
    today = date(2026, 11, 1)
    return weigh(subject, find_mentions(subject), None, None, today, priors=priors).fits[role_id]


def log_odds(p: float) -> float:
    """The log-odds of a probability."""
    return math.log(p / (1 - p))


def test_a_prior_moves_the_starting_point_alone_and_the_lines_still_add_up() -> None:
    subject = profile(position(1, "Web Developer", WEB, "2019-01", None, current=True))
    plain = fit(subject, "back-end-web-developer")
    moved = with_priors(subject, "back-end-web-developer", {"web": 0.2})
    shift = log_odds(0.2) - log_odds(LEXICON.skills["python"].uses["web"].share)
    assert moved.lines[0].weight - plain.lines[0].weight == pytest.approx(shift, abs=1e-4)
    assert moved.lines[1:] == plain.lines[1:]
    total = math.fsum(line.weight for line in moved.lines)
    assert math.isclose(log_odds(moved.probability), total, abs_tol=1e-9)


def test_a_prior_that_is_the_share_in_the_fitted_data_moves_nothing() -> None:
    subject = profile(position(1, "Web Developer", WEB, "2019-01", None, current=True))
    shares = {use.id: use.share for use in LEXICON.skills["python"].uses.values()}
    assert with_priors(subject, "data-analyst", shares) == fit(subject, "data-analyst")


def test_a_prior_leaves_roles_of_other_uses_and_pages_without_the_skill_as_they_are() -> None:
    python = profile(position(1, "Web Developer", WEB, "2019-01", None, current=True))
    ruby = profile(position(1, "Ruby Developer", "Ruby on Rails web applications and REST APIs"))
    for subject, role_id in (
        (python, "front-end-developer"),
        (python, "data-analyst"),
        (ruby, "web-developer"),
    ):
        assert with_priors(subject, role_id, {"web": 0.9}) == fit(subject, role_id)


def test_a_prior_is_no_evidence() -> None:
    subject = profile(position(1, "Engineer", "Python"))
    found = with_priors(subject, "back-end-web-developer", {"web": 0.99})
    assert (found.probability > 0.5, found.verdict) == (True, "not_enough_evidence")

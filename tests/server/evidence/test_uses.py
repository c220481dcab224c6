"""What Python was used for: told from what stands round it, position by position."""

from __future__ import annotations

from datetime import date

from builders import position, profile
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.model import SkillUses
from rolelight.evidence.uses import NO_PRIORS, Priors
from rolelight.page.model import Profile
from rolelight.reading import weigh

WEB = "Server-side development of web applications in Python and Django: REST APIs and database design."
DATA = "Statistical analysis in Python with pandas: data cleaning, regression models and data visualization."
JAVA = "Java and Spring Boot web application with REST APIs.\nPython scripts to automate the nightly builds."


def uses_of(subject: Profile, priors: Priors = NO_PRIORS) -> SkillUses | None:
    """The uses of Python on a profile."""
    today = date(2026, 11, 1)
    return weigh(subject, find_mentions(subject), None, None, today, priors=priors).uses.get("python")


def test_a_web_job_and_a_data_job_are_told_apart() -> None:
    uses = uses_of(profile(position(1, "Software Engineer", WEB), position(2, "Software Engineer", DATA)))
    assert uses
    assert uses.entries["experience-1"]["web"] > 0.9 > 0.2 > uses.entries["experience-1"]["analysis"]
    assert uses.entries["experience-2"]["analysis"] > 0.9 > 0.2 > uses.entries["experience-2"]["web"]


def test_scripts_in_a_java_web_job_are_automation_and_not_web_development() -> None:
    uses = uses_of(profile(position(1, "Java Developer", JAVA)))
    assert uses
    assert uses.entries["experience-1"]["automation"] > 0.5
    assert uses.entries["experience-1"]["web"] < 0.2


def test_both_is_an_answer() -> None:
    uses = uses_of(
        profile(
            position(1, "Developer", WEB, "2022-01", None, current=True),
            position(2, "Analyst", DATA, "2018-01", "2021-12"),
        )
    )
    assert uses
    assert set(uses.main) == {"web", "analysis"}


def test_a_bare_list_of_languages_says_nothing_of_the_use() -> None:
    uses = uses_of(profile(position(1, "Software Engineer", "Python, Java, C++, SQL")))
    assert uses
    assert uses.main == ()


def test_a_profile_that_never_names_python_has_no_uses_of_it() -> None:
    assert uses_of(profile(position(1, "Java Developer", "Java and Spring Boot services"))) is None


def test_python_on_the_skills_list_alone_has_no_main_use() -> None:
    uses = uses_of(profile(position(1, "Barista"), skills=("Python", "Django", "React")))
    assert uses
    assert uses.entries == {}
    assert uses.main == ()


def test_the_timeline_is_in_order_of_time_and_names_clear_uses() -> None:
    uses = uses_of(
        profile(
            position(1, "Developer", WEB, "2022-01", None, current=True),
            position(2, "Analyst", DATA, "2018-01", "2021-12"),
        )
    )
    assert uses
    assert [(each.from_, each.to, each.use) for each in uses.timeline] == [
        ("2018", "2021", "analysis"),
        ("2022", "2026", "web"),
    ]


def test_a_prior_moves_its_use_in_every_position_and_no_other() -> None:
    subject = profile(position(1, "Engineer", "Python", "2020-01", "2021-12"))
    plain, moved = uses_of(subject), uses_of(subject, {"web": 0.9})
    assert plain
    assert moved
    assert moved.entries["experience-1"]["web"] > plain.entries["experience-1"]["web"]
    assert moved.career["web"] > plain.career["web"]
    assert moved.career["analysis"] == plain.career["analysis"]

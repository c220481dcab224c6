"""More evidence for a role never lowers its fit; the order of skills, and repeating one, is no evidence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from builders import position, profile
from rolelight.evidence.mentions import find_mentions
from rolelight.page.model import Profile
from rolelight.reading import Reading, weigh

WEB, DATA = "back-end-web-developer", "data-analyst"
FOR_WEB = [
    "Built web applications in Python with Django.",
    "Wrote REST APIs in Python with Flask.",
    "Built the back end of a web site in Python.",
]
FOR_DATA = [
    "Cleaned and analysed data in Python with pandas.",
    "Wrote statistical analysis in Python with pandas and NumPy.",
    "Built data visualisations in Python with matplotlib.",
]
OTHER = [
    "Python scripts to automate builds.",
    "Tests of the firmware in Python.",
    "Python pipelines with Airflow.",
    "Managed suppliers and budgets.",
    "Java and Spring services.",
]
SKILLS = ["Python", "Django", "Flask", "pandas", "SQL", "React", "Statistics", "Java", "Linux", "Tableau"]

sentences = st.lists(st.sampled_from(FOR_WEB + FOR_DATA + OTHER), max_size=5)


def read(subject: Profile) -> Reading:
    """The reading of a profile."""
    return weigh(subject, find_mentions(subject), None, "python", date(2026, 11, 1))


def worked(*texts: str, skills: tuple[str, ...] = ()) -> Profile:
    """A person of one position, described in sentences."""
    return profile(position(1, "Helper", " ".join(texts), "2020", None, True), skills=skills)


@pytest.mark.parametrize(("role", "evidence"), [(WEB, FOR_WEB), (DATA, FOR_DATA)])
@settings(max_examples=25, deadline=None)
@given(data=st.data(), before=sentences)
def test_evidence_for_a_role_never_lowers_it(
    role: str, evidence: list[str], data: st.DataObject, before: list[str]
) -> None:
    added = data.draw(st.sampled_from(evidence))
    less, more = (read(worked("Python at work.", *texts)) for texts in (before, [*before, added]))
    start = len(" ".join(["Python at work.", *before]))
    inside = [each for each in more.highlights if each.section == "experience" and each.start > start]
    # With a word that speaks against the role, as the weights have it, it is no plain evidence for it.
    assume(all(each.weights.get(role, 0) >= 0 for each in inside))
    assert more.fits[role].probability >= less.fits[role].probability - 1e-3


@settings(max_examples=25, deadline=None)
@given(texts=sentences, skills=st.lists(st.sampled_from(SKILLS), unique=True, min_size=2), data=st.data())
def test_the_order_of_skills_is_no_evidence(texts: list[str], skills: list[str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(skills))
    one, other = (read(worked(*texts, skills=tuple(each))) for each in (skills, shuffled))
    for role, fit in one.fits.items():
        assert (fit.verdict, fit.probability) == (other.fits[role].verdict, other.fits[role].probability)
        assert sorted((line.text, line.weight) for line in fit.lines) == sorted(
            (line.text, line.weight) for line in other.fits[role].lines
        )
    assert {skill: uses.career for skill, uses in one.uses.items()} == {
        skill: uses.career for skill, uses in other.uses.items()
    }


@settings(max_examples=25, deadline=None)
@given(
    texts=sentences,
    skills=st.lists(st.sampled_from(SKILLS), unique=True, min_size=1),
    times=st.integers(1, 9),
)
def test_a_skill_that_is_repeated_changes_no_verdict(texts: list[str], skills: list[str], times: int) -> None:
    one = read(worked(*texts, skills=tuple(skills)))
    other = read(worked(*texts, skills=(*skills, *skills[:1] * times)))
    for role, fit in one.fits.items():
        assert fit.verdict == other.fits[role].verdict, role

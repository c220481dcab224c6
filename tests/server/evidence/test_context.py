"""Context rules: what is negated, learned, slight or other people's work does not count as done."""

from __future__ import annotations

import pytest

from builders import position, profile
from rolelight.evidence.mentions import Mention, find_mentions
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Context

# By context, sentences in which Flask stands in it.
SENTENCES: dict[str, list[str]] = {
    "negated": [
        "No experience with Java, Ruby or Flask.",
        "I have never shipped anything in Flask.",
        "Built it in Pyramid instead of Flask.",
        "I have not used Flask",
        "did not use Flask or any web framework",
        "No knowledge of Flask.",
        "Have yet to work with Flask on the server",
        "Flask was not required in this job",
        "not familiar with Flask",
        "zero experience with Flask",
        "reports and dashboards in Excel without using Flask",
        "SQL and Excel were used rather than Flask",
    ],
    "learning": [
        "Currently learning Python and Flask in evening classes.",
        "Looking to move into Flask development.",
        "eager to learn Flask",
        "Aspiring Flask developer.",
        "interested in Flask and databases",
        "planning to learn Flask this year",
        "would love to work with Flask",
        "teaching myself Flask at the weekend",
        "Flask is next on my list",
        "Seeking a first role as Flask developer",
        "Flask (learning)",
    ],
    "slight": [
        "Some exposure to Flask.",
        "basics of Flask",
        "basic knowledge of Flask",
        "familiar with Flask",
        "dabbled in Flask for a weekend",
        "limited experience with Flask",
        "brief use of Flask",
        "tinkered with Flask",
        "Flask (basic)",
        "helped a little with Flask",
        "a bit of Flask",
    ],
    "past": [
        "Previously the Flask services of the shop.",
        "formerly the Flask web site",
        "Earlier in my career I built Flask services.",
        "back in 2009 I wrote Flask services",
        "Flask services in a previous job",
        "used to write Flask services",
        "Flask services, years ago",
        "Flask (formerly)",
        "in an earlier job I wrote Flask services",
        "initially wrote Flask services",
    ],
    "others": [
        "Managed the team of six engineers who wrote the Flask services.",
        "Recruited Python and Flask developers.",
        "Taught Flask to first-year students.",
        "hired Flask developers for customers",
        "Managed a team that built Flask services",
        "Screened candidates with Flask and Python",
        "the vendor who built the Flask services",
        "trained new employees in Flask",
        "outsourced to a team with Flask and Python",
        "services written by others in Flask",
        "tutored beginners in Flask",
        "Flask engineers were placed with banks",
    ],
    "course": [
        "Took a course in Flask.",
        "took an online class on Flask and Python",
        "Coursework: Python, Flask and statistics",
        "completed a certificate in Flask",
        "Bootcamp project in Flask",
        "attended a three-day training on Flask",
        "training in Flask",
        "Flask course on web services",
        "Udemy: Flask for web services",
        "capstone project using Flask",
        "a class project with Flask",
        "relevant courses including Flask",
    ],
    "name": [
        "Delivered parcels for the Flask Freight company.",
        "a loan from Flask Capital",
        "Guests of the Flask Hotel",
        "the Flask Church bake sale",
        "an account with Flask Insurance",
        "tables in the Flask Restaurant",
        "the merger of Flask Logistics",
        "The Flask Bank branch",
        "the Flask Coffee counter",
        "students of the Flask Academy",
    ],
    "plain": [
        "Built the shop's server in Flask.",
        "No Java in this job. Flask all day on the server.",
        "Was learning Java but built it in Flask.",
        "Taught myself Python and wrote Flask services.",
        "Web services in Flask with no downtime",
        "Never missed a deadline with Flask services.",
        "Reports on learning outcomes with Flask services",
        "Machine learning services in Flask",
        "No experience with Java Built web services in Flask",
        "Took a course in Java Developed REST services in Flask",
        "Managed servers and built web services with Flask",
        "Member of the team that built the Flask services",
        "Wrote Python classes in Flask",
        "Developed Python modules in Flask",
        "Model training in Flask services",
        "Explored data and built Flask dashboards",
        "Marketing web site in Flask",
        "Migrated from Java to Flask",
        "Replaced PHP pages with Flask services",
        "Learning Java\nBuilt services in Flask",
        "No experience with Java\nBuilt shops in Flask",
    ],
}
# A line of a resume, without an end, and how it goes on when all lines were flattened to one.
FLATTENED = (
    "Designed tables and queries in SQL Wrote reports in Excel for the sales office {} "
    "Responsible for the servers of three offices and the printers on every floor "
)


def context_of(text: str, signal: str = "flask") -> str | None:
    """The context of a signal in a description; nothing where it is part of a name and not found."""
    mention = next((each for each in mentions_in(text) if each.signal.id == signal), None)
    if mention is None:
        return None
    return mention.context.id if mention.context else "plain"


def mentions_in(text: str) -> list[Mention]:
    """The mentions in the description of a position with a plain title."""
    return find_mentions(profile(position(1, "Helper", text)))


CASES = [(context, text) for context, sentences in SENTENCES.items() for text in sentences]


@pytest.mark.parametrize(("context", "text"), CASES)
def test_the_words_around_a_mention_tell_its_context(context: str, text: str) -> None:
    expected = (context, None) if context == "name" else (context,)
    assert context_of(text) in expected


@pytest.mark.parametrize(("context", "text"), [case for case in CASES if "\n" not in case[1]])
def test_a_context_is_told_in_text_without_punctuation(context: str, text: str) -> None:
    flattened = FLATTENED.format(text.removesuffix("."))
    expected = (context, None) if context == "name" else (context,)
    assert context_of(flattened) in expected


@pytest.mark.parametrize("context", [each for each in SENTENCES if each != "plain"])
def test_a_context_ends_with_its_sentence(context: str) -> None:
    for text in SENTENCES[context]:
        around = f"Web services in Flask. {text.removesuffix('.')}. Web services in Flask."
        first, *_, last = (each for each in mentions_in(around) if each.signal.id == "flask")
        assert (first.context, last.context) == (None, None), text


@pytest.mark.parametrize("context", load_lexicon().contexts)
def test_what_was_not_done_in_full_keeps_less_and_says_why(context: Context) -> None:
    assert 0 <= context.keep < 1
    assert context.note.endswith(".")


@pytest.mark.parametrize(
    ("text", "keep"),
    [("Learning Flask at home.", 0), ("Basics of Flask.", 0.4), ("Took a course in Flask.", 0.3)],
)
def test_what_was_only_learned_keeps_little_weight(text: str, keep: float) -> None:
    assert next(each for each in mentions_in(text) if each.signal.id == "flask").keep == keep


@pytest.mark.parametrize(
    "text",
    [
        "Built web screens in Python and Django for customers",
        "Built an event sourcing service in Python and Django",
        "Built a hiring platform with Python and Django",
        "Interviewed users and built the site in Python and Django",
        "Built a learning app with Python and Django",
        "Passionate about clean code, I write Python and Django web services",
        "Trained staff users on the site I wrote in Python and Django",
        "Python and Django bank web site",
        "Built Django insurance portal in Python",
        "Developed by hand in Python and Django",
    ],
)
def test_words_of_other_trades_do_not_hide_work_of_ones_own(text: str) -> None:
    assert context_of(text, "django") == "plain"

"""Words that spell a signal are taken for it only where what stands around them allows it."""

from __future__ import annotations

import pytest

from lexicons import found, signal
from rolelight.lexicon.match import Matcher, Rejected

GO = signal("go", exact_forms=("Go",), requires=("goroutines?", "gRPC"))
SPARK = signal("spark", exact_forms=("Spark",), in_list=True)
FLASK = signal("flask", "Flask", before_not=("thermos", "hip"), after_not=("of (tea|coffee)",))
SCRUM = signal("scrum", "Scrum", excludes=("rugby",))
EXPRESS = signal("express", exact_forms=("Express", "EXPRESS JS"))
MATCHER = Matcher([GO, SPARK, FLASK, SCRUM, EXPRESS, signal("django", "Django"), signal("kafka", "Kafka")])


def reasons(text: str) -> list[str]:
    """Why words of the text were not taken for a signal."""
    return [each.reason for each in MATCHER.explain(text) if isinstance(each, Rejected)]


@pytest.mark.parametrize("text", ["go goroutines", "GO with gRPC", "gO and goroutine"])
def test_an_exact_form_must_be_written_so(text: str) -> None:
    assert found(MATCHER, text) == []
    assert reasons(text) == ["It must be written Go."]


def test_the_separators_of_an_exact_form_are_free() -> None:
    assert found(MATCHER, "EXPRESS-JS") == [("express", "EXPRESS-JS")]


def test_an_exact_form_that_requires_nothing_is_believed_anywhere() -> None:
    assert found(MATCHER, "the Express was late") == [("express", "Express")]


@pytest.mark.parametrize("text", ["Go, with goroutines", "We use gRPC from Go.", "goroutine-heavy Go"])
def test_an_exact_form_is_believed_where_what_it_requires_stands_nearby(text: str) -> None:
    assert ("go", "Go") in found(MATCHER, text)


@pytest.mark.parametrize("text", ["Go home", "Go to goroutineland", "Go" + " far" * 60 + " goroutines"])
def test_an_exact_form_is_not_believed_without_it(text: str) -> None:
    assert found(MATCHER, text) == []
    assert "Nothing near it" in reasons(text)[0]


@pytest.mark.parametrize(
    "text", ["Django, Spark", "Spark, Kafka", "Django / Spark / Kafka", "Kafka and Spark"]
)
def test_a_name_is_believed_beside_a_technology_on_a_list(text: str) -> None:
    assert ("spark", "Spark") in found(MATCHER, text)


def test_a_name_on_a_list_of_other_things_is_not_believed() -> None:
    assert found(MATCHER, "a Spark, a flame and a fire") == []


def test_on_a_list_of_skills_a_name_needs_no_neighbour() -> None:
    assert found(MATCHER, "Go", is_name=True) == [("go", "Go")]
    assert found(MATCHER, "Spark", is_name=True) == [("spark", "Spark")]


@pytest.mark.parametrize("text", ["thermos Flask", "hip Flask", "Flask of tea", "FLASK  of coffee"])
def test_words_that_touch_a_match_rule_it_out(text: str) -> None:
    assert found(MATCHER, text) == []
    assert len(reasons(text)) == 1


@pytest.mark.parametrize(
    "text", ["thermos, then Flask", "ship Flask", "Flask and a cup of tea", "a Flask app"]
)
def test_words_that_do_not_touch_it_do_not(text: str) -> None:
    assert [each for each, _ in found(MATCHER, text)] == ["flask"]


def test_excluded_words_rule_a_match_out_nearby_and_no_further() -> None:
    assert found(MATCHER, "a Scrum in rugby") == []
    assert reasons("a Scrum in rugby") == ["\u201crugby\u201d stands near it."]
    assert found(MATCHER, "Scrum" + " daily" * 30 + " and rugby") == [("scrum", "Scrum")]
    assert found(MATCHER, "rugbyball Scrum") == [("scrum", "Scrum")]


def test_what_rules_out_rules_out_on_a_list_of_skills_too() -> None:
    assert found(MATCHER, "thermos Flask", is_name=True) == []

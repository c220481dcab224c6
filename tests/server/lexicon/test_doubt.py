"""A name that is also an ordinary word, a person's or a company's is told by what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexicons import damage, found, signal, small_lexicon
from rolelight.lexicon.doubt_patterns import FILE, doubt_problems, word_patterns
from rolelight.lexicon.lint import lint_lexicon
from rolelight.lexicon.match import Matcher, Rejected
from rolelight.lexicon.problems import LexiconError

MATCHER = Matcher(
    [
        signal("spark", exact_forms=("Spark", "spark"), in_list=True),
        signal("ruby", exact_forms=("Ruby", "ruby"), in_list=True),
        signal("julia", exact_forms=("Julia",), in_list=True),
        signal("r", exact_forms=("R", "r"), in_list=True),
        signal("azure", "Azure", doubtful=True),
        signal("django", "Django"),
        signal("kafka", "Kafka"),
    ]
)
USED = [
    # Beside a technology on a list, whatever cuts it.
    "Django, Spark",
    "Ruby and Kafka",
    "Django 3.2 / Ruby",
    "Kafka (Confluent), Spark and more",
    "Django • Spark",
    "Kafka - Ruby - others",
    "spark, kafka",
    # Beside a name that is doubtful itself, but no person's.
    "Ruby, Julia",
    # In a bracket with one.
    "Django (with Ruby) for a shop",
    "Spark (Kafka)",
    # On a list with a label.
    "Environment: Linux, Oracle, Spark",
    "Programming – Perl, Ruby",
    "skill set = spark and sense",
    # In a run of names without commas.
    "django kafka ruby",
    # Before a noun that only a technology takes.
    "a team of Spark developers",
    "the nightly Spark jobs on Spark clusters",
    "Ruby back-end",
    # With a version, or after what leads up to a tool, in a clause about code.
    "upgraded to Spark 3.1",
    "wrote the scripts in Ruby",
    "algorithms written in Julia",
    "services with Kafka under Spark",
]
NOT_USED = [
    "a Spark, a flame and a fire",
    "Julia and Ruby joined the choir",
    "Ruby Smith sold rings",
    "with Julia Roberts in the leading role",
    "the Spark Energy campaign in Texas",
    "Aunt Ruby, who wrote scripts",
    "they spark joy",
    "a spark developed from the kiln",
    "people can spark a debate",
    "section r of the form",
    "Environment: they saw how to spark interest among people",
    "sang in Ruby",
]


def reasons(text: str) -> list[str]:
    """Why words of the text were not taken for a technology."""
    return [each.reason for each in MATCHER.explain(text) if isinstance(each, Rejected)]


def doubtful(text: str) -> list[str]:
    """The doubtful names that were found."""
    return [name for name, _ in found(MATCHER, text) if name not in ("django", "kafka")]


@pytest.mark.parametrize("text", USED)
def test_a_name_is_a_technology_where_only_one_can_stand(text: str) -> None:
    assert doubtful(text)


@pytest.mark.parametrize("text", NOT_USED)
def test_a_name_is_another_thing_elsewhere(text: str) -> None:
    assert not doubtful(text)


@pytest.mark.parametrize(
    "text", ["Azure", "moved the servers to Azure", "Senior Azure Engineer", "using Azure Beach data"]
)
def test_a_place_is_a_technology_in_a_text_about_technology(text: str) -> None:
    assert doubtful(text) == ["azure"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Azure Beach Resort, servers and dashboards", "It seems to be part of a proper name."),
        ("sailed along the azure coast", "Nothing around it is about technology."),
        ("Ruby Smith", "It seems to be part of a proper name."),
        ("the r in rhythm", "In lower case it is a name on a list only."),
        ("they spark joy", "It stands in a sentence as an ordinary word."),
        ("sang in Ruby", "Nothing near it says that the technology is meant."),
    ],
)
def test_it_is_said_why_a_name_is_another_thing(text: str, reason: str) -> None:
    assert reason in reasons(text)


def test_a_neighbour_counts_only_in_the_same_clause() -> None:
    assert doubtful("wrote code in Ruby") == ["ruby"]
    assert doubtful("wrote code. Sang in Ruby") == []


def test_what_stands_far_away_does_not_count() -> None:
    assert doubtful("Django, " + "far " * 40 + "Spark") == []


def test_the_patterns_are_made_once_a_process() -> None:
    assert word_patterns() is word_patterns()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("'monolith'", "'(monolith'", "The pattern '(monolith' in code_words is not valid"),
        ("'monolith'", "'(?i)monolith'", "The pattern '(?i)monolith' in code_words is not valid"),
        ("'generics'", '"gen[erics"', "The pattern 'gen[erics' in nouns is not valid"),
        ("'bindings'", "''", "The pattern '' in nouns matches where nothing stands: correct it"),
        ("'servlet'", "'(?:servlet)?'", "in plain_beginnings matches where nothing stands: correct it"),
    ],
)
def test_a_word_that_is_no_pattern_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, words: str
) -> None:
    lexicon = small_lexicon(tmp_path)
    lines = (lexicon / FILE).read_text("utf-8").split("\n")
    line = next(number for number, each in enumerate(lines, start=1) if old in each)
    damage(lexicon, FILE, old, new)
    (problem,) = lint_lexicon(lexicon)
    assert (problem.file, problem.line) == (FILE, line)
    assert words in problem.text


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("labels =", "label =", "The key label is unknown: use one of labels, nouns"),
        ("upgrades = [", "upgrades = [1, ", "The key upgrades holds a value that is something else than str"),
        ("leads = [", "leads = [[", "is not valid TOML"),
    ],
)
def test_a_file_of_another_shape_stops_the_linter(tmp_path: Path, old: str, new: str, words: str) -> None:
    lexicon = small_lexicon(tmp_path)
    damage(lexicon, FILE, old, new)
    with pytest.raises(LexiconError, match=FILE):
        list(doubt_problems(lexicon))
    assert words in str(lint_lexicon(lexicon)[0])

"""The shipped signals: each is in order, matches its examples and never its counter-examples."""

from __future__ import annotations

from functools import cache

import pytest

from lexicons import SHIPPED
from rolelight.lexicon import load_lexicon, load_matcher
from rolelight.lexicon.kinds import KINDS_TOGETHER
from rolelight.lexicon.lint import lint_lexicon
from rolelight.lexicon.problems import Problem

FILES = sorted(path.relative_to(SHIPPED).as_posix() for path in SHIPPED.rglob("*.toml"))


@cache
def problems() -> list[Problem]:
    """All problems of the shipped lexicon; found once."""
    return lint_lexicon(SHIPPED)


@pytest.mark.parametrize("file", FILES)
def test_a_file_of_the_lexicon_is_in_order(file: str) -> None:
    assert [str(problem) for problem in problems() if problem.file == file] == []


def test_every_problem_is_of_a_file_that_is_tested() -> None:
    assert {problem.file for problem in problems()} <= set(FILES)


def test_a_match_never_takes_the_space_around_its_words() -> None:
    texts = [" , ".join(signal.match) for signal in load_lexicon().signals.values()]
    matched = [text[each.start : each.end] for text in texts for each in load_matcher().find(text)]
    assert len(matched) > len(texts)
    assert [words for words in matched if words != words.strip()] == []


def ids(text: str, *, is_name: bool = False) -> list[str]:
    """The ids of the signals found in a description, or in a name on a list of skills."""
    return [each.signal.id for each in load_matcher().find(text, KINDS_TOGETHER[0], is_name=is_name)]


@pytest.mark.parametrize(
    "text", ["Q and R", "I react to incidents", "in spring 2019", "go-live", "Vitamin C", "pythonic"]
)
def test_everyday_words_are_not_technologies(text: str) -> None:
    technologies = {
        "r-language",
        "r",
        "react",
        "spring",
        "go-language",
        "golang",
        "c-language",
        "c",
        "python",
    }
    assert technologies & set(ids(text)) == set()


def test_a_short_name_is_believed_on_a_list_of_skills() -> None:
    assert len(ids("R", is_name=True)) == 1
    assert ids("R") == []


def test_java_and_javascript_are_never_taken_for_each_other() -> None:
    text = "Java, JavaScript, Java Script, java-script and core Java"
    assert ids(text) == ["java", "javascript", "javascript", "javascript", "java"]
    signals = load_lexicon().signals
    assert "not JavaScript" in signals["java"].note
    assert "not Java" in signals["javascript"].note


def test_the_longer_name_of_another_technology_wins() -> None:
    assert ids("React Native and React") == ["react-native", "react"]

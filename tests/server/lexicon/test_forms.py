"""Forms become patterns: spaces and hyphens are flexible, brackets are choices."""

from __future__ import annotations

import re

import pytest

from rolelight.lexicon.forms import first_words, parse, pattern_of


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("full-stack", "fullstack"),
        ("full-stack", "full stack"),
        ("full-stack", "full\u2011stack"),
        ("data cleaning", "data-cleaning"),
        ("data cleaning", "data  cleaning"),
        ("web (app|application)(s)", "web applications"),
        ("web (app|application)(s)", "web app"),
        ("React(.js|JS|)", "React.js"),
        ("machine-learning( model(s)|)", "machine learning models"),
        ("C++", "C++"),
        (".NET", ".NET"),
    ],
)
def test_a_form_matches_the_spellings_it_stands_for(form: str, text: str) -> None:
    assert re.fullmatch(pattern_of(form), text)


@pytest.mark.parametrize(
    ("form", "text"), [("C", "C++"), ("C", "C#"), ("Java", "JavaScript"), ("web app", "webapp")]
)
def test_a_form_does_not_reach_into_a_longer_word(form: str, text: str) -> None:
    assert not re.match(pattern_of(form), text)


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("full-stack developer", {"full", "fullstack"}),
        ("(web|web-based) apps", {"web", "webbased"}),
        (".NET Core", {"net"}),
        ("Python", {"python"}),
        ("e-commerce (site|shop)", {"e", "ecommerce"}),
        ("(ad-hoc|weekly|) reports", {"ad", "adhoc", "weekly", "reports"}),
    ],
)
def test_first_words_are_those_a_match_can_begin_with(form: str, words: set[str]) -> None:
    assert first_words(form) == words


@pytest.mark.parametrize("form", ["(a|b", "a)b", "((a)"])
def test_brackets_that_do_not_pair_are_refused(form: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        parse(form)

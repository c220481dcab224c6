"""Forms stand for spellings: spaces, hyphens and dots are flexible, brackets are choices."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicons import found, signal
from rolelight.lexicon.forms import count_of_keys, first_words, keys_of
from rolelight.lexicon.match import Matcher


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("full-stack", "fullstack"),
        ("full-stack", "full stack"),
        ("full-stack", "full\u2011stack"),
        ("full-stack", "FULL-STACK"),
        ("data cleaning", "data-cleaning"),
        ("data cleaning", "data  cleaning"),
        ("data cleaning", "data \n cleaning"),
        ("web (app|application)(s)", "web applications"),
        ("web (app|application)(s)", "web app"),
        ("React(.js|JS|)", "React.js"),
        ("React(.js|JS|)", "ReactJS"),
        ("Node.js", "NodeJS"),
        ("Node.js", "node js"),
        ("machine-learning( model(s)|)", "machine learning models"),
        ("machine-learning( model(s)|)", "machinelearning"),
        ("C++", "C++"),
        ("C/C++", "c / c++"),
        (".NET", ".NET"),
        (".NET Core", ".net-core"),
        ("Master's", "master\u2019s"),
    ],
)
def test_a_form_matches_the_spellings_it_stands_for(form: str, text: str) -> None:
    assert found(Matcher([signal("it", form)]), text) == [("it", text)]


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("C", "C++"),
        ("C", "C#"),
        ("Java", "JavaScript"),
        ("web app", "webapp"),
        ("web app", "web    app"),
        ("web app", "web, app"),
        ("Node.js", "node, js"),
        ("script", "JavaScript"),
        ("web (app|site)", "web"),
    ],
)
def test_a_form_matches_no_other_spelling_and_no_part_of_a_word(form: str, text: str) -> None:
    assert found(Matcher([signal("it", form)]), text) == []


@pytest.mark.parametrize(
    ("form", "keys"),
    [
        ("Python", {"python"}),
        ("scikit-learn", {"scikit learn", "scikitlearn"}),
        ("(a|b)c", {"ac", "bc"}),
        ("a( b)", {"a", "a b"}),
        ("a( b|)", {"a", "a b"}),
        ("(data (base|mart)(s)|store)", {"data base", "data bases", "data mart", "data marts", "store"}),
        ("C / C++", {"c/c++"}),
    ],
)
def test_keys_are_all_spellings_in_lower_case(form: str, keys: set[str]) -> None:
    assert keys_of(form) == keys


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("full-stack developer", {"full", "fullstack"}),
        ("(web|web-based) apps", {"web", "webbased"}),
        (".NET Core", {".net"}),
        ("Python", {"python"}),
        ("e-commerce (site|shop)", {"e", "ecommerce"}),
        ("(ad-hoc|weekly|) reports", {"ad", "adhoc", "weekly", "reports"}),
    ],
)
def test_first_words_are_those_a_match_can_begin_with(form: str, words: set[str]) -> None:
    assert first_words(form) == words


PARTS = st.recursive(
    st.sampled_from(["data", "web", "a-b", "x.y", "c++", " a", "-b"]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("".join),
        st.lists(inner, min_size=1, max_size=2).map(lambda ways: f"({'|'.join(ways)})"),
    ),
    max_leaves=5,
)


@given(PARTS)
def test_every_key_begins_with_a_first_word(form: str) -> None:
    form = f"z{form}"
    beginnings = {key_start[0] for key in keys_of(form) if (key_start := re.match(r"\.?\w+[+#]*", key))}
    assert beginnings <= first_words(form)


@given(PARTS)
def test_a_form_has_no_more_keys_than_are_counted(form: str) -> None:
    assert len(keys_of(f"z{form}")) <= count_of_keys(f"z{form}")


def test_keys_are_counted_without_spelling_them_out() -> None:
    assert count_of_keys("Node.js (web-based|) apps") == 2 * (2 + 1)
    assert count_of_keys("a" + " (b|c|(d|e))" * 90) == 4**90


@given(PARTS)
def test_a_form_matches_each_of_its_own_keys(form: str) -> None:
    form = f"z{form}z"
    matcher = Matcher([signal("it", form)])
    assert [found(matcher, key) for key in keys_of(form)] == [[("it", key)] for key in keys_of(form)]


@pytest.mark.parametrize("form", ["(a|b", "a)b", "((a)", "a|b"])
def test_brackets_that_do_not_pair_are_refused(form: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        keys_of(form)


@pytest.mark.parametrize("form", ["", "--", "( )", "(word|)"])
def test_a_form_that_can_be_no_word_is_refused(form: str) -> None:
    with pytest.raises(ValueError, match="no word"):
        keys_of(form)

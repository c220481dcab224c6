"""The matcher: exact offsets, longest match, treacherous names only with their requirements met."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.lexicon import Matcher, load_lexicon

MATCHER = Matcher(
    signal for signal in load_lexicon().signals.values() if signal.kind in ("phrase", "skill", "warning")
)


def found(text: str, *, is_name: bool = False) -> list[tuple[str, str]]:
    """The signals found, with their words."""
    matches = MATCHER.find(text, is_name=is_name)
    return [(match.signal.id, text[match.start : match.end]) for match in matches]


def test_the_longest_match_wins() -> None:
    assert found("React Native and React") == [("react-native", "React Native"), ("react", "React")]
    assert found("Spring Boot") == [("spring", "Spring Boot")]
    assert found("Django REST Framework") == [("django", "Django REST Framework")]


@pytest.mark.parametrize(
    "text", ["R&D", "Q and R", "I react to incidents", "in spring 2019", "go-live", "Vitamin C", "pythonic"]
)
def test_everyday_words_are_not_technologies(text: str) -> None:
    assert found(text) == []


def test_a_short_name_is_believed_on_a_list_of_skills() -> None:
    assert found("R", is_name=True) == [("r", "R")]
    assert found("R") == []


def test_offsets_are_exact_after_letters_whose_lower_case_is_longer() -> None:
    text = "İİİ ß 🐍 Django"
    assert found(text) == [("django", "Django")]


@given(st.text(max_size=200))
def test_matches_are_in_order_without_overlap_and_within_any_text(text: str) -> None:
    end = 0
    for match in MATCHER.find(text):
        assert end <= match.start < match.end <= len(text)
        end = match.end


@given(st.text(alphabet=" .,;-\n🐍é", max_size=20), st.text(alphabet=" .,;\n🐍", max_size=20))
def test_a_word_is_found_whatever_signs_surround_it(before: str, after: str) -> None:
    text = f"{before} pandas {after}"
    assert ("pandas", "pandas") in found(text)


def test_nothing_of_a_long_hostile_text_is_matched() -> None:
    assert found("web" + " " * 50_000 + "-" * 50_000) == []

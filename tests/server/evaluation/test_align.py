"""Sequences are paired so that they agree most, in order."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.evaluation.align import align


def shared(one: str, two: str) -> int:
    """In how many places two words have the same letter."""
    return sum(a == b for a, b in zip(one, two, strict=False))


def pairs(expected: Sequence[str], read: Sequence[str]) -> list[tuple[str | None, str | None]]:
    paired = align(expected, read, shared)
    return list(paired)


@pytest.mark.parametrize(
    ("expected", "read", "paired"),
    [
        (["ab", "cd"], ["ab", "cd"], [("ab", "ab"), ("cd", "cd")]),
        (["ab", "cd"], ["cd"], [("ab", None), ("cd", "cd")]),
        (["cd"], ["ab", "cd"], [(None, "ab"), ("cd", "cd")]),
        (["ab"], ["xy"], [("ab", None), (None, "xy")]),
        ([], ["ab"], [(None, "ab")]),
        (["ab"], [], [("ab", None)]),
    ],
)
def test_what_was_missed_or_invented_stands_alone(
    expected: list[str], read: list[str], paired: list[tuple[str | None, str | None]]
) -> None:
    assert pairs(expected, read) == paired


def test_a_near_match_gives_way_to_a_better_one_later() -> None:
    assert pairs(["abc"], ["abx", "abc"]) == [(None, "abx"), ("abc", "abc")]


def test_two_near_matches_beat_one_exact_match() -> None:
    assert pairs(["abcx", "abcy"], ["abcy", "abcz"]) == [("abcx", "abcy"), ("abcy", "abcz")]


def test_a_changed_order_is_a_miss_and_an_invention() -> None:
    paired = pairs(["aa", "bb"], ["bb", "aa"])
    assert sum(one == two for one, two in paired) == 1
    assert len(paired) == 3


WORDS = st.lists(st.text("abc", min_size=1, max_size=3), max_size=6)


@given(WORDS, WORDS)
def test_nothing_is_lost_or_moved(expected: list[str], read: list[str]) -> None:
    paired = pairs(expected, read)
    assert [one for one, _ in paired if one is not None] == expected
    assert [two for _, two in paired if two is not None] == read

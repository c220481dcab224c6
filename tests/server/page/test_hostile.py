"""Pages made to break a reader are refused or read, and a profile among the noise is still found."""

from __future__ import annotations

import pytest

from hostile_pages import PAGES, POSITION, SIZE
from hostile_pages.make import RESUME
from page_reading import read
from rolelight.errors import Refusal
from rolelight.page.model import Profile


def outcome(html: str) -> tuple[str, Profile | None]:
    """The code of the refusal, or the state of the page with what was read."""
    try:
        profile = read(html, "")
    except Refusal as refused:
        return refused.code, None
    return profile.page_state, profile


def positions(profile: Profile) -> list[tuple[str | None, ...]]:
    return [(entry.title, entry.company, entry.start, entry.end) for entry in profile.positions]


def test_the_page_that_stands_in_the_hostile_ones_is_a_profile_of_one_position() -> None:
    state, profile = outcome(RESUME)
    assert state == "profile"
    assert profile is not None
    assert positions(profile) == [POSITION]


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_has_the_outcome_that_is_right_for_it(name: str) -> None:
    right, make = PAGES[name]
    state, profile = outcome(make(SIZE))
    assert state == right
    if state == "profile":
        assert profile is not None
        assert POSITION in positions(profile)

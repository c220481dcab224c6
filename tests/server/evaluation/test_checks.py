"""A profile is held against the expectation: what is right, misread, missed and made up."""

from __future__ import annotations

from typing import Any

import pytest

from rolelight.evaluation.checks import check_profile
from rolelight.evaluation.fixtures import Fixture
from rolelight.page.model import Block, Entry, Piece, Profile, Section, Warning

Differences = set[tuple[str, object, object]]


def entry(start: str | None = None, current: bool = False, **pieces: str) -> Entry:
    """An entry with a piece of each kind given."""
    made = (Piece(kind, Block("1", text), 0, len(text)) for kind, text in pieces.items())
    return Entry("1", tuple(made), start=start, current=current)


def checked(profile: Profile, **expected: Any) -> list[tuple[str, object, object]]:
    """Every check of a profile, as field, expected and read."""
    fixture = Fixture("pvs/case", {"page_state": "profile", **expected}, ())
    return [(check.field, check.expected, check.read) for check in check_profile(fixture, profile)]


def differences(profile: Profile, **expected: Any) -> Differences:
    return {check for check in checked(profile, **expected) if check[1] != check[2]}


def profile(*entries: Entry, kind: str = "experience", **rest: Any) -> Profile:
    """A profile of one section."""
    return Profile("profile", "pvs", sections=(Section(kind, entries=entries),), **rest)


def of_entries(*entries: dict[str, Any], kind: str = "experience") -> dict[str, Any]:
    """The expectation of a section with these entries."""
    return {kind: {"state": "present", "entries": list(entries)}}


CLERK = entry(title="Clerk", company="Mill", start="2020-03", description="Sums and letters.")
WAITER = entry(title="Waiter", company="Inn", start="2018")


def test_a_profile_read_rightly_has_no_differences_and_counts_every_field() -> None:
    wanted = {"title": "Clerk", "company": "Mill", "start": "2020-03", "end": None, "contains": ["Sums and"]}
    checks = checked(profile(CLERK), shape="pvs", sections=of_entries(wanted))
    assert checks == [
        ("page state", "profile", "profile"),
        ("page shape", "pvs", "pvs"),
        ("page sections", "experience", "experience"),
        ("section state", "present", "present"),
        ("experience entries", "Clerk", "Clerk"),
        ("experience title", "Clerk", "Clerk"),
        ("experience company", "Mill", "Mill"),
        ("experience start", "2020-03", "2020-03"),
        ("experience text", "Sums and", "Sums and"),
    ]


def test_a_field_misread_missed_or_made_up_is_a_difference() -> None:
    wanted = {"title": "Clerk", "company": None, "start": "2020-05", "degree": "BSc", "contains": ["Ledgers"]}
    assert differences(profile(CLERK), sections=of_entries(wanted)) == {
        ("experience company", None, "Mill"),
        ("experience start", "2020-05", "2020-03"),
        ("experience degree", "BSc", None),
        ("experience text", "Ledgers", None),
    }


def test_what_is_not_named_is_not_checked() -> None:
    assert differences(profile(CLERK), sections=of_entries({"title": "Clerk"})) == set()


def test_false_is_a_value() -> None:
    wanted = {"title": "Clerk", "current": True}
    assert ("experience current", True, False) in differences(profile(CLERK), sections=of_entries(wanted))


def test_a_missed_entry_misses_its_fields() -> None:
    missed = {"title": "Waiter", "company": None, "contains": ["Tea"]}
    assert differences(
        profile(CLERK), sections=of_entries({"title": "Clerk", "company": "Mill"}, missed)
    ) == {
        ("experience entries", "Waiter", None),
        ("experience title", "Waiter", None),
        ("experience text", "Tea", None),
    }


def test_an_invented_entry_makes_up_the_fields_that_others_name() -> None:
    assert differences(profile(WAITER, CLERK), sections=of_entries({"title": "Clerk"})) == {
        ("experience entries", None, "Waiter"),
        ("experience title", None, "Waiter"),
    }


def test_an_entry_is_known_by_its_text_where_nothing_else_is() -> None:
    said = entry(description="She is kind.")
    wanted = {"name": "Ana", "contains": ["She is kind."]}
    found = profile(said, kind="recommendations")
    assert differences(found, sections=of_entries(wanted, kind="recommendations")) == {
        ("recommendations name", "Ana", None)
    }


def test_names_are_entries_of_one_field() -> None:
    found = profile(entry(name="Python"), entry(name="Show all"), kind="skills")
    sections = {"skills": {"state": "truncated", "names": ["Python", "Go"]}}
    assert differences(found, sections=sections) == {
        ("section state", "truncated", "present"),
        ("skills entries", "Go", None),
        ("skills entries", None, "Show all"),
        ("skills name", "Go", None),
        ("skills name", None, "Show all"),
    }


def test_a_whole_text_must_be_equal_but_for_white_space() -> None:
    found = profile(entry(headline="Clerk at Mill"), kind="headline")
    for text, wrong in (("Clerk\nat  Mill", set()), ("Clerk", {("headline text", "Clerk", "Clerk at Mill")})):
        assert differences(found, sections={"headline": {"state": "present", "text": text}}) == wrong


def test_words_that_must_stand_nowhere_are_made_up_text() -> None:
    expected = {"sections": of_entries({"title": "Clerk"}), "never": ["letters", "Waiter"]}
    assert differences(profile(CLERK), **expected) == {("experience text", None, "letters")}


def test_a_section_missed_misses_its_state_and_entries() -> None:
    assert differences(Profile("profile", "pvs"), sections=of_entries({"title": "Clerk"})) == {
        ("page sections", "experience", None),
        ("section state", "present", None),
        ("experience entries", "Clerk", None),
        ("experience title", "Clerk", None),
    }


@pytest.mark.parametrize(
    ("section", "absent", "made_up"),
    [
        (Section("courses", entries=(entry(name="Sums"),)), [], True),
        (Section("courses", "empty"), [], False),
        (Section("courses", "empty"), ["courses"], True),
    ],
)
def test_a_section_that_nobody_expects_is_made_up(section: Section, absent: list[str], made_up: bool) -> None:
    found = differences(Profile("profile", "pvs", sections=(section,)), absent=absent)
    assert found == ({("page sections", None, "courses")} if made_up else set())


def test_page_state_shape_and_warnings_are_checked() -> None:
    found = Profile("stale", "sdui", warnings=(Warning("entry_unread", "a"), Warning("entry_unread", "b")))
    assert differences(found, shape="pvs", warnings=["dates_unread"]) == {
        ("page state", "profile", "stale"),
        ("page shape", "pvs", "sdui"),
        ("page warnings", "dates_unread", None),
        ("page warnings", None, "entry_unread"),
    }

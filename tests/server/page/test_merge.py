"""Several captures of one person make one profile."""

from __future__ import annotations

import pytest

from builders import piece
from rolelight.errors import Refusal
from rolelight.page.merge import merge_profiles
from rolelight.page.model import Entry, Profile, Section, Warning

MAIN = "https://x.example/in/asha/"


def profile(url: str, *sections: Section, slug: str = "asha", state: str = "profile") -> Profile:
    warnings = (Warning("field_unrecognised", url),)
    return Profile(state, "pvs", url, slug, "en", sections, warnings)


def entries(kind: str, count: int, state: str = "present") -> Section:
    return Section(kind, state, tuple(Entry(f"{kind}-{number}") for number in range(1, count + 1)))


def test_one_capture_is_the_profile() -> None:
    one = profile(MAIN, entries("skills", 2))
    assert merge_profiles([one]) == one


def test_of_each_section_the_fuller_capture_wins() -> None:
    details = profile(MAIN + "details/skills/", entries("skills", 30), entries("experience", 1))
    main = profile(MAIN, entries("experience", 5), entries("skills", 2, "truncated"))
    merged = merge_profiles([details, main])
    assert merged.url == MAIN
    assert [(each.kind, each.state, len(each.entries)) for each in merged.sections] == [
        ("experience", "present", 5),
        ("skills", "present", 30),
    ]
    assert [warning.text for warning in merged.warnings] == [details.url, main.url]


def test_of_as_many_entries_the_list_that_is_not_cut_short_wins() -> None:
    main = profile(MAIN, entries("skills", 2, "truncated"))
    details = profile(MAIN + "details/skills/", entries("skills", 2))
    assert merge_profiles([main, details]).sections[0].state == "present"


def test_a_loaded_section_wins_over_one_that_was_not() -> None:
    main = profile(MAIN, Section("education", "not_loaded"))
    later = profile(MAIN, Section("education", "empty"))
    assert merge_profiles([main, later]).sections[0].state == "empty"


def test_captures_that_are_no_profile_add_nothing() -> None:
    wall = profile("https://x.example/authwall", slug="", state="sign_in_wall")
    main = profile(MAIN, entries("skills", 2))
    assert merge_profiles([wall, main]) == main
    assert merge_profiles([wall]).page_state == "sign_in_wall"


def test_different_people_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        merge_profiles([profile(MAIN), profile("https://x.example/in/robin/", slug="robin")])
    assert refused.value.code == "different_people"


def test_a_capture_without_an_address_is_taken_for_the_same_person() -> None:
    assert merge_profiles([profile("", slug=""), profile(MAIN)]).slug == "asha"


def position(title: str, start: str, number: int = 1) -> Entry:
    pieces = tuple(piece(kind, text) for kind, text in (("title", title), ("company", "Acme")))
    return Entry(f"experience-{number}", pieces, start)


def test_what_only_one_capture_shows_is_added_once() -> None:
    main = profile(
        MAIN,
        Section("experience", "truncated", (position("Developer", "2020"), position("Clerk", "2010", 2))),
    )
    details = profile(
        MAIN + "details/experience/",
        Section(
            "experience",
            "truncated",
            (position("developer", "2020"), position("Developer", "2018", 2), position("Intern", "2016", 3)),
        ),
    )
    for captures in ([main, details], [details, main], [main, details, details]):
        (experience,) = merge_profiles(captures).sections
        assert [entry.id for entry in experience.entries] == [f"experience-{n}" for n in (1, 2, 3, 4)]
        assert [(entry.title, entry.start) for entry in experience.entries][1:] == [
            ("Developer", "2018"),
            ("Intern", "2016"),
            ("Clerk", "2010"),
        ]


def test_a_member_number_stands_for_the_same_person_as_the_name() -> None:
    opaque = profile(MAIN, entries("skills", 2), slug="acoaab1")
    assert merge_profiles([opaque, profile(MAIN, entries("skills", 1))]).slug == "asha"


def test_two_member_numbers_are_two_people() -> None:
    with pytest.raises(Refusal):
        merge_profiles([profile(MAIN, slug="acoaab1"), profile(MAIN, slug="acoaab2")])


def test_a_main_page_of_a_name_and_a_headline_keeps_them() -> None:
    headline = Section("headline", "present", (Entry("headline-1", (piece("headline", "Developer"),)),))
    main = profile(MAIN, headline, state="private")
    merged = merge_profiles([main, profile(MAIN + "details/skills/", entries("skills", 3))])
    assert merged.page_state == "profile"
    assert [section.kind for section in merged.sections] == ["headline", "skills"]

"""Every synthetic page is read as its hand-written expectation says."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from fixtures import Fixture, fixtures
from rolelight.page.merge import merge_profiles
from rolelight.page.model import Entry, Piece, Profile, Section
from rolelight.page.read import read_pages

FIXTURES = {fixture.id: fixture for fixture in fixtures()}
# fmt: off
SHAPES = {
    "sdui", "pvs", "public", "recruiter", "sales_navigator",
    "ember", "public_old", "recruiter_old", "generic",
}
STATES = {
    "profile", "stale", "private", "sign_in_wall", "guest_home", "blocked",
    "not_found", "search_results", "job_ad", "blank", "not_a_profile",
}
# fmt: on
EVERY = pytest.mark.parametrize("fixture", FIXTURES.values(), ids=lambda fixture: fixture.id)
EXPECTED_SECTIONS = [
    pytest.param(fixture, kind, id=f"{fixture.id}-{kind}")
    for fixture in FIXTURES.values()
    for kind in fixture.expected.get("sections", {})
]


@cache
def _read(fixture_id: str) -> Profile:
    profiles = list(read_pages(FIXTURES[fixture_id].captures))
    return merge_profiles(profiles) if len(profiles) > 1 else profiles[0]


def read(fixture: Fixture) -> Profile:
    """What the captures of a fixture say; each fixture is read once."""
    return _read(fixture.id)


def pieces_of(profile: Profile) -> list[Piece]:
    return [piece for section in profile.sections for entry in section.entries for piece in entry.pieces]


def section_of(fixture: Fixture, kind: str) -> Section:
    section = read(fixture).section(kind)
    assert section is not None, f"the page's {kind} was not found"
    return section


def text_of(entry: Entry) -> str:
    return "\n".join(piece.text for piece in entry.pieces)


def differences(entry: Entry, expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What the page stage read, beside what was expected, where they differ; null stands for nothing."""
    read = {name: getattr(entry, name) for name in expected if name != "contains"}
    told = {name: list(value) if isinstance(value, tuple) else value for name, value in read.items()}
    pairs = {name: (value, expected[name]) for name, value in told.items()}
    return {name: (value, want) for name, (value, want) in pairs.items() if (value or None) != (want or None)}


def test_there_are_pages_of_every_shape_and_in_every_state() -> None:
    assert {fixture.expected.get("shape") for fixture in FIXTURES.values()} >= SHAPES
    assert {fixture.expected["page_state"] for fixture in FIXTURES.values()} >= STATES


@EVERY
def test_page_state_shape_and_warnings_are_told(fixture: Fixture) -> None:
    profile = read(fixture)
    assert profile.page_state == fixture.expected["page_state"]
    assert profile.shape == fixture.expected.get("shape", profile.shape)
    codes = sorted({warning.code for warning in profile.warnings})
    assert codes == sorted(fixture.expected.get("warnings", [])), profile.warnings


@pytest.mark.parametrize(("fixture", "kind"), EXPECTED_SECTIONS)
def test_section_has_the_state_and_entries_of_the_page(fixture: Fixture, kind: str) -> None:
    expected = fixture.expected["sections"][kind]
    section = section_of(fixture, kind)
    assert section.state == expected["state"]
    if "entries" in expected:
        assert len(section.entries) == len(expected["entries"])
        pairs = list(zip(section.entries, expected["entries"], strict=True))
        assert [differences(entry, wanted) for entry, wanted in pairs] == [{}] * len(pairs)
        missing = [
            part for entry, want in pairs for part in want.get("contains", ()) if part not in text_of(entry)
        ]
        assert missing == []
    if "names" in expected:
        assert [entry.name for entry in section.entries] == expected["names"]
    if "text" in expected:
        assert [text_of(entry) for entry in section.entries] == [expected["text"]]
    whole = "\n".join(text_of(entry) for entry in section.entries)
    assert [part for part in expected.get("contains", ()) if part not in whole] == []


@EVERY
def test_no_section_is_read_that_the_page_does_not_have(fixture: Fixture) -> None:
    read_kinds = {section.kind for section in read(fixture).sections if section.entries}
    assert read_kinds <= set(fixture.expected.get("sections", {}))


@EVERY
def test_other_peoples_words_are_in_no_entry(fixture: Fixture) -> None:
    said = "\n".join(text_of(entry) for section in read(fixture).sections for entry in section.entries)
    assert [words for words in fixture.expected.get("never", ()) if words in said] == []


@EVERY
def test_every_piece_is_a_slice_of_its_block(fixture: Fixture) -> None:
    pieces = pieces_of(read(fixture))
    assert all(0 <= piece.start < piece.end <= len(piece.block.text) for piece in pieces)
    assert all(piece.text == piece.text.strip() for piece in pieces)


@EVERY
def test_every_section_and_every_piece_says_how_it_is_known(fixture: Fixture) -> None:
    profile = read(fixture)
    sections = {section.basis for section in profile.sections}
    assert sections <= {"key", "anchor", "heading", "address", "position"}
    pieces = {piece.basis for piece in pieces_of(profile)}
    assert pieces <= {"key", "anchor", "heading", "line_shape", "position"}

"""Every synthetic page is read as its hand-written expectation says."""

from __future__ import annotations

from typing import Any

import pytest

from fixtures import Fixture, fixtures
from rolelight.page import read_page
from rolelight.page.model import Entry, Profile, Section

FIXTURES = fixtures()
EVERY = pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
EXPECTED_SECTIONS = [
    pytest.param(fixture, kind, id=f"{fixture.id}-{kind}")
    for fixture in FIXTURES
    for kind in fixture.expected.get("sections", {})
]
OF_ENTRY = ("title", "company", "start", "end", "current", "school", "degree", "field")


def section_of(fixture: Fixture, kind: str) -> Section:
    section = read_page(fixture.capture).section(kind)
    assert section is not None, f"the page's {kind} was not found"
    return section


def text_of(entry: Entry) -> str:
    return "\n".join(piece.text for piece in entry.pieces)


def differences(entry: Entry, expected: dict[str, Any]) -> dict[str, tuple[Any, Any]]:
    """What the page stage read, beside what was expected, where they differ."""
    read = {name: getattr(entry, name) for name in OF_ENTRY if name in expected}
    return {name: (value, expected[name]) for name, value in read.items() if value != expected[name]}


def test_there_are_pages_of_every_shape() -> None:
    assert {fixture.id.split("/")[0] for fixture in FIXTURES} >= {"sdui", "pvs", "public", "generic"}


@EVERY
def test_page_state_and_shape_are_told(fixture: Fixture) -> None:
    profile = read_page(fixture.capture)
    assert profile.page_state == fixture.expected["page_state"]
    assert profile.shape == fixture.expected.get("shape", profile.shape)
    assert profile.warnings == ()


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
    read = {section.kind for section in read_page(fixture.capture).sections if section.entries}
    assert read <= set(fixture.expected.get("sections", {}))


@EVERY
def test_other_peoples_words_are_in_no_entry(fixture: Fixture) -> None:
    profile: Profile = read_page(fixture.capture)
    said = "\n".join(text_of(entry) for section in profile.sections for entry in section.entries)
    assert [words for words in fixture.expected.get("never", ()) if words in said] == []


@EVERY
def test_every_piece_is_a_slice_of_its_block(fixture: Fixture) -> None:
    pieces = [
        piece
        for section in read_page(fixture.capture).sections
        for entry in section.entries
        for piece in entry.pieces
    ]
    assert all(0 <= piece.start < piece.end <= len(piece.block.text) for piece in pieces)
    assert all(piece.text == piece.text.strip() for piece in pieces)

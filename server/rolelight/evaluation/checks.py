"""Holds a profile that was read against a fixture's expectation, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from rolelight.evaluation.entries import compare_entries
from rolelight.evaluation.fixtures import Fixture
from rolelight.evaluation.values import Compared, find_parts, plain, text_of
from rolelight.page.model import Profile, Section


@dataclass(frozen=True, slots=True)
class Check:
    """One thing expected or read in a fixture: its field, and both values, of which None is nothing."""

    fixture: str
    shape: str
    field: str
    expected: object
    read: object


def check_profile(fixture: Fixture, profile: Profile) -> list[Check]:
    """Each thing that the fixture names or that the profile made up; what is rightly absent is left out."""
    compared = ((field, plain(wanted), plain(found)) for field, wanted, found in _compare(fixture, profile))
    return [
        Check(fixture.name, fixture.shape, field, wanted, found)
        for field, wanted, found in compared
        if wanted is not None or found is not None
    ]


def _compare(fixture: Fixture, profile: Profile) -> Iterator[Compared]:
    expected = fixture.expected
    sections: dict[str, dict[str, Any]] = expected.get("sections", {})
    yield "page state", expected.get("page_state"), profile.page_state
    if "shape" in expected:
        yield "page shape", expected["shape"], profile.shape
    warnings = {warning.code for warning in profile.warnings}
    yield from _compare_sets("page warnings", set(expected.get("warnings", ())), warnings)
    shown = {
        section.kind
        for section in profile.sections
        if section.entries or section.kind in sections or section.kind in expected.get("absent", ())
    }
    yield from _compare_sets("page sections", set(sections), shown)
    for kind, wanted in sections.items():
        yield from _compare_section(kind, wanted, profile.section(kind))
    for section in profile.sections:
        said = text_of(section.entries)
        made_up = [words for words in expected.get("never", ()) if words in said]
        yield from ((f"{section.kind} text", None, words) for words in made_up)


def _compare_sets(field: str, expected: AbstractSet[str], read: AbstractSet[str]) -> Iterator[Compared]:
    for name in sorted(expected | read):
        yield field, name if name in expected else None, name if name in read else None


def _compare_section(kind: str, expected: dict[str, Any], section: Section | None) -> Iterator[Compared]:
    entries = section.entries if section else ()
    yield "section state", expected.get("state"), section.state if section else None
    if "text" in expected:
        yield f"{kind} text", expected["text"], text_of(entries)
    yield from find_parts(kind, expected.get("contains", ()), entries)
    if "names" in expected:
        yield from compare_entries(kind, [{"name": name} for name in expected["names"]], entries)
    elif "entries" in expected:
        yield from compare_entries(kind, expected["entries"], entries)

"""What holds for every page: nothing raises but a refusal, and what the eye does not see changes nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache, reduce
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures import Fixture, fixtures
from page_reading import read
from rolelight.errors import Refusal
from rolelight.page import shapes
from rolelight.page.model import Entry, Profile
from rolelight.page.prune import prune
from rolelight.page.read import read_page
from rolelight.page.rules import capture_rules
from same_page import (
    TAG_CHANGES,
    TEXT_CHANGES,
    Change,
    changed,
    with_comment,
    with_foreign_nodes,
    with_wrapped_cards,
)

FIXTURES = fixtures()
EVERY = pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)


def said(profile: Profile) -> list[tuple[object, ...]]:
    """All that a profile says, without the numbers of its blocks."""
    return [(profile.page_state, profile.shape, *(warning.code for warning in profile.warnings))] + [
        (
            section.kind,
            section.state,
            entry.id,
            entry.start,
            entry.end,
            [(p.kind, p.text) for p in entry.pieces],
        )
        for section in profile.sections
        for entry in section.entries or [Entry("")]
    ]


def said_by(html: str, like: Fixture) -> list[tuple[object, ...]]:
    return said(read_page(replace(like.capture, html=html)))


@cache
def said_by_fixture(fixture_id: str) -> list[tuple[object, ...]]:
    fixture = next(each for each in FIXTURES if each.id == fixture_id)
    return said_by(fixture.html, fixture)


def all_of(changes: dict[str, Change]) -> Change:
    return lambda bit: reduce(lambda so_far, change: change(so_far), changes.values(), bit)


@EVERY
def test_what_the_eye_does_not_see_in_tags_changes_nothing(fixture: Fixture) -> None:
    html = changed(fixture.html, all_of(TAG_CHANGES), None, lambda: True)
    assert html != fixture.html
    assert said_by(html, fixture) == said_by_fixture(fixture.id)


@EVERY
@pytest.mark.parametrize("change", TEXT_CHANGES)
def test_what_the_eye_does_not_see_in_text_changes_nothing(fixture: Fixture, change: str) -> None:
    html = changed(fixture.html, None, TEXT_CHANGES[change], lambda: True)
    assert said_by(html, fixture) == said_by_fixture(fixture.id)


@EVERY
def test_plain_elements_around_cards_change_nothing(fixture: Fixture) -> None:
    assert said_by(with_wrapped_cards(fixture.html), fixture) == said_by_fixture(fixture.id)


@EVERY
def test_a_foreign_extensions_nodes_change_nothing(fixture: Fixture) -> None:
    node = "<plasmo-csui><div><h2>Experience</h2><p>Spy</p><p>2019 - 2020</p></div></plasmo-csui>"
    html = with_foreign_nodes(fixture.html, node, Random(fixture.id))  # noqa: S311
    assert said_by(html, fixture) == said_by_fixture(fixture.id)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(FIXTURES),
    st.sampled_from([None, *TAG_CHANGES.values()]),
    st.sampled_from([None, *TEXT_CHANGES.values()]),
    st.randoms(use_true_random=False),
)
def test_changes_in_some_places_change_nothing(
    fixture: Fixture, tag: Change | None, text: Change | None, random: Random
) -> None:
    html = changed(fixture.html, tag, text, lambda: random.random() < 0.3)
    assert said_by(html, fixture) == said_by_fixture(fixture.id)


@EVERY
def test_pruning_a_fixture_again_changes_nothing(fixture: Fixture) -> None:
    pruned = prune(fixture.html)
    assert prune(pruned) == pruned
    assert said_by(pruned, fixture) == said_by_fixture(fixture.id)


MADE_OF = tomllib.loads(Path(__file__).with_name("soup.toml").read_text("utf-8"))
TAGS, WORDS = st.sampled_from(MADE_OF["tags"]), st.sampled_from(MADE_OF["words"])


def element(tag: str, parts: list[str]) -> str:
    return f"<{tag}>{''.join(parts)}</{tag.split()[0]}>"


def elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(element, TAGS, st.lists(inner, max_size=5))


PAGES = st.lists(st.recursive(WORDS, elements, max_leaves=40), max_size=6).map("".join)


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_any_page_of_profile_like_tags_is_read_into_exact_slices(html: str) -> None:
    profile = read(html)
    assert profile.page_state
    for section in profile.sections:
        assert [entry.id for entry in section.entries] == [
            f"{section.kind}-{number}" for number in range(1, len(section.entries) + 1)
        ]
        for entry in section.entries:
            for piece in entry.pieces:
                assert 0 <= piece.start < piece.end <= len(piece.block.text)
                assert piece.text == piece.text.strip()


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES, st.sampled_from([*TAG_CHANGES.values()]))
def test_what_the_eye_does_not_see_in_tag_soup_changes_nothing(html: str, change: Change) -> None:
    assert said(read(changed(html, change, None, lambda: True))) == said(read(html))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_comments_in_tag_soup_change_nothing(html: str) -> None:
    assert said(read(changed(html, None, with_comment, lambda: True))) == said(read(html))


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_pruned_tag_soup_is_read_as_the_soup_itself(html: str) -> None:
    pruned = prune(html)
    assert prune(pruned) == pruned
    assert said(read(pruned)) == said(read(html))


@given(st.text(max_size=200), st.text(max_size=60), st.text(max_size=20))
def test_any_text_at_all_is_read_or_refused(html: str, url: str, extra: str) -> None:
    try:
        profile = read(f"{html}<{extra}>{html}", url)
    except Refusal:
        return
    assert profile.page_state


ASKED = re.compile(r'\.get\("([a-z-]+)"\)|having\("([a-z-]+)"')


def test_no_adapter_asks_for_an_attribute_that_a_capture_does_not_keep() -> None:
    rules = capture_rules()
    sources = [path.read_text("utf-8") for path in Path(shapes.__path__[0]).glob("*.py")]
    asked = {name for source in sources for pair in ASKED.findall(source) for name in pair if name}
    assert len(asked) > 5
    kept, prefixes = rules.kept_attributes, rules.kept_attribute_prefixes
    assert [name for name in asked if name not in kept and not name.startswith(prefixes)] == []

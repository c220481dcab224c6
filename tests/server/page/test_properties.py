"""What holds for every page: nothing raises but a refusal, and what the eye does not see changes nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fixtures import Fixture, fixtures
from page_reading import read
from rolelight.errors import Refusal
from rolelight.page import read_page, shapes
from rolelight.page.model import Profile
from rolelight.page.rules import capture_rules

FIXTURES = fixtures()
EVERY = pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.id)
BETWEEN_TAGS = re.compile(r"(?<=>)(?=<(?:div|li|p|section|ul|h2|span)\b)")


def said(profile: Profile) -> list[tuple[object, ...]]:
    """All that a profile says, without the numbers of its blocks."""
    return [
        (
            section.kind,
            section.state,
            entry.id,
            entry.start,
            entry.end,
            [(p.kind, p.text) for p in entry.pieces],
        )
        for section in profile.sections
        for entry in section.entries
    ]


@EVERY
def test_comments_between_tags_change_nothing(fixture: Fixture) -> None:
    commented = BETWEEN_TAGS.sub("<!-- <p>x</p> -->", fixture.html)
    assert read_page(replace(fixture.capture, html=commented)) == read_page(fixture.capture)


@EVERY
def test_spans_around_words_change_nothing(fixture: Fixture) -> None:
    soup = BeautifulSoup(fixture.html, "lxml")
    for text in (soup.find("main") or soup).find_all(
        string=lambda text: len(text.strip()) > 12 and " " in text
    ):
        if text.parent is None or text.parent.name in ("script", "style", "title", "code", "svg"):
            continue
        first, _, rest = str(text).rpartition(" ")
        span = soup.new_tag("span")
        span.string = rest
        text.replace_with(f"{first} ", span)
    wrapped = replace(fixture.capture, html=str(soup))
    assert said(read_page(wrapped)) == said(read_page(fixture.capture))


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

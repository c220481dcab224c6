"""Highlights: offsets in UTF-16 units, quotes that verify, direction for the role asked for."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from builders import position, profile
from rolelight.evidence.highlights import wide_letters
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.model import Highlight
from rolelight.page.model import Profile
from rolelight.reading import weigh


def highlights_of(subject: Profile, role: str | None = None) -> tuple[Highlight, ...]:
    """The highlights of a profile."""
    return weigh(subject, find_mentions(subject), role, None, date(2026, 11, 1)).highlights


@given(st.text(alphabet="ab \U0001f40d\U0001f468\u0301é\u05d0", max_size=60))
def test_offsets_are_utf16_units_and_the_quote_verifies(before: str) -> None:
    text = f"{before} Django and Python"
    for highlight in highlights_of(profile(position(1, "Helper", text))):
        units = text.encode("utf-16-le")
        exact = units[2 * highlight.start : 2 * highlight.end].decode("utf-16-le")
        assert exact == highlight.quote.exact
        assert f"{highlight.quote.prefix}{exact}{highlight.quote.suffix}" in text


def test_only_letters_beyond_the_basic_plane_are_wide() -> None:
    assert wide_letters("a🐍é\uffff🐍") == [1, 4]


def test_direction_follows_the_role_asked_for() -> None:
    subject = profile(position(1, "Helper", "Python and scikit-learn"))
    for_web = {each.signal: each for each in highlights_of(subject, "back-end-web-developer")}
    for_data = {each.signal: each for each in highlights_of(subject, "data-analyst")}
    assert for_web["scikit-learn"].direction == "against"
    assert for_data["scikit-learn"].direction == "for"


def test_ambiguous_titles_are_shown_as_unclear() -> None:
    subject = profile(position(1, "Software Engineer", "Python"))
    shown = {each.signal: each for each in highlights_of(subject)}
    assert shown["software-engineer"].direction == "unclear"
    assert "Ambiguous" in shown["software-engineer"].note


def test_what_was_not_done_is_unclear_and_says_why() -> None:
    shown = highlights_of(profile(position(1, "Helper", "Python. Currently learning Flask.")))
    highlight = next(each for each in shown if each.signal == "flask")
    assert (highlight.context, highlight.direction, highlight.weights) == ("learning", "unclear", {})
    assert highlight.note.startswith("The words around it speak of learning")

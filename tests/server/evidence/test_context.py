"""Context rules: what is negated, learned, slight or other people's work does not count as done."""

from __future__ import annotations

import pytest

from builders import position, profile
from rolelight.evidence.mentions import Mention, find_mentions


def mention_of(signal: str, text: str) -> Mention:
    """The mention of a signal in a description."""
    mentions = find_mentions(profile(position(1, "Clerk", text)))
    return next(mention for mention in mentions if mention.signal.id == signal)


@pytest.mark.parametrize(
    ("signal", "text", "context"),
    [
        ("django", "Built the shop in Django.", None),
        ("django", "No experience with Java, Ruby or Django.", "negated"),
        ("django", "I have never shipped anything in Django.", "negated"),
        ("data-science", "Not a data science team.", "negated"),
        ("django", "Built it in Flask instead of Django.", "negated"),
        ("django", "Currently learning Python and Django in evening classes.", "learning"),
        ("django", "Looking to move into Django development.", "learning"),
        ("pandas", "Machine learning in Python with pandas.", None),
        ("django", "Some exposure to Django.", "slight"),
        ("django", "Managed the team of six engineers who wrote the Django services.", "others"),
        ("django", "Recruited Python and Django developers.", "others"),
        ("django", "Taught Django to first-year students.", "others"),
        ("django", "Previously Django, for a short while.", "past"),
        ("django", "Delivered parcels for Django Freight.", "name"),
        ("django", "No Java in this job. Django all day.", None),
        ("django", "Was learning Java but built it in Django.", None),
        ("flask", "Taught myself Python and wrote Flask services.", None),
    ],
)
def test_the_words_around_a_mention_tell_its_context(signal: str, text: str, context: str | None) -> None:
    found = mention_of(signal, text).context
    assert (found.id if found else None) == context


def test_a_cue_does_not_reach_over_a_line_break() -> None:
    assert mention_of("django", "No experience with Java\nBuilt shops in Django").context is None


def test_what_was_only_learned_keeps_no_weight() -> None:
    assert mention_of("django", "Learning Django at home.").keep == 0
    assert mention_of("django", "Basics of Django.").keep == 0.4

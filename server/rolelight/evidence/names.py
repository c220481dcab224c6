"""Knows the names of the profile's employers and schools, so that their words are not taken for evidence."""

from __future__ import annotations

import re

from rolelight.page.model import Profile

# The names in one pattern.
Names = re.Pattern[str]


def names_of(profile: Profile) -> Names | None:
    """The employers' and schools' names of at least two words, or None where there are none.

    A name of one word may be the very technology that the person worked with (at Django, with Django), so its
    words still count in running text.
    """
    names = {
        piece.text
        for section in profile.sections
        for entry in section.entries
        for piece in entry.pieces
        if piece.kind in ("company", "school") and " " in piece.text
    }
    if not names:
        return None
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile("|".join(re.escape(name) for name in longest_first))


def name_spans(names: Names | None, text: str) -> list[tuple[int, int]]:
    """Where the names stand in a text."""
    return [found.span() for found in names.finditer(text)] if names else []

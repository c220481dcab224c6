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


def stands_in_name(names: Names | None, text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is part of one of the names."""
    if names is None:
        return False
    return any(found.start() < end and start < found.end() for found in names.finditer(text))

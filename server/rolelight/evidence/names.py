"""Knows the names of the profile's employers and schools, so that their words are not taken for evidence."""

from __future__ import annotations

import re

from rolelight.lexicon import Match
from rolelight.page.model import Profile

MAX_NAMES = 200  # no career has more employers and schools; the search grows with their number

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
    longest_first = sorted(names, key=lambda name: (-len(name), name))[:MAX_NAMES]
    return re.compile("|".join(re.escape(name) for name in longest_first))


def outside_names(names: Names | None, text: str, matches: list[Match]) -> list[Match]:
    """The matches that are no part of a name in the text."""
    if names is None or not matches:
        return matches
    taken = {offset for found in names.finditer(text) for offset in range(*found.span())}
    return [match for match in matches if match.start not in taken and match.end - 1 not in taken]

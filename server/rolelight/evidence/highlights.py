"""Turns mentions into highlights: UTF-16 offsets, the quote that verifies them, direction and strength."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from rolelight.evidence.attribution import line_of
from rolelight.evidence.fits import WeighedRole
from rolelight.evidence.mentions import Mention
from rolelight.evidence.model import Highlight, Quote
from rolelight.evidence.weights import UNCLEAR, Contribution

_WIDE = re.compile("[\U00010000-\U0010ffff]")
QUOTE_CONTEXT = 32  # characters each side, as annotation tools keep them
# Log-odds for the career from which a highlight is strong (3) or middling (2). Judgement: one is about the
# weight of a title in the present position, the other that of a telling tool in an old one.
STRONG, MIDDLING = 0.35, 0.12
# A phrase ("releases", "booking") that moves no role by as much is not worth a mark on the page; it counts.
WORTH_SHOWING = 0.05
SET_ASIDE = "set_aside"  # in place of a context, for what the recruiter struck out


def ids_of(mentions: Sequence[Mention]) -> dict[Mention, str]:
    """Every mention's id, in page order.

    All mentions are counted, also those that are not shown: so a mention has the same id in every reading of
    the same captures, whatever was set aside and whatever is shown.
    """
    return {mention: f"h{number}" for number, mention in enumerate(mentions, start=1)}


def highlights_of(
    ids: Mapping[Mention, str], set_aside: Collection[str], weighed: Sequence[WeighedRole], role: str | None
) -> dict[Mention, Highlight]:
    """The highlights of the mentions that are worth showing or were set aside, in page order.

    ``ids`` are those of all mentions, ``weighed`` are all roles, ``role`` is the one asked for, if any.
    """
    by_role: dict[Mention, dict[str, Contribution]] = {mention: {} for mention in ids}
    for each in weighed:
        role_id = each.role.id
        for added in each.contributions:
            by_role[added.mention][role_id] = added
    # The mentions of a line of the balance sheet are shown together, or none of them.
    aside = {mention for mention in ids if ids[mention] in set_aside}
    counted = ids.keys() - aside
    lines = {line_of(mention) for mention in counted if _is_worth_showing(mention, by_role[mention])}
    shown = [mention for mention in ids if mention in aside or line_of(mention) in lines]
    wide = {block: wide_letters(block.text) for block in {mention.piece.block for mention in shown}}
    highlights = {
        mention: _highlight(ids[mention], mention, by_role[mention], role, wide[mention.piece.block])
        for mention in shown
    }
    return highlights | {
        # Whatever stood around its words no longer matters.
        mention: replace(highlights[mention], context=SET_ASIDE, note=mention.signal.note)
        for mention in aside
    }


def _is_worth_showing(mention: Mention, by_role: dict[str, Contribution]) -> bool:
    if mention.signal.kind != "phrase" or mention.context:
        return True
    return any(abs(added.weight) >= WORTH_SHOWING for added in by_role.values())


def _highlight(
    highlight_id: str, mention: Mention, by_role: dict[str, Contribution], role: str | None, wide: list[int]
) -> Highlight:
    weights = {each: added.weight for each, added in by_role.items()}
    directions = {} if mention.signal.ambiguous else _directions(by_role)
    sizes = {each: abs(weight) for each, weight in weights.items()}
    seen_from = role if role in weights else max(sizes, key=sizes.__getitem__, default="")
    block = mention.piece.block
    return Highlight(
        id=highlight_id,
        signal=mention.signal.id,
        kind=mention.signal.kind,
        section=mention.section,
        entry=mention.entry,
        capture=block.capture,
        block=block.id,
        start=mention.start + bisect_left(wide, mention.start),
        end=mention.end + bisect_left(wide, mention.end),
        quote=quote_of(block.text, mention.start, mention.end),
        context=mention.context.id if mention.context else "plain",
        direction=directions.get(seen_from or "", "unclear"),
        strength=_strength(sizes.get(seen_from or "", 0.0)),
        weights=weights,
        directions=directions,
        reasons={each: added.reason for each, added in by_role.items() if added.reason},
        note=_note(mention),
    )


def _directions(by_role: dict[str, Contribution]) -> dict[str, str]:
    """Which way a mention speaks, for or against, of the roles for which that is clear."""
    return {
        each: "for" if added.says > 0 else "against"
        for each, added in by_role.items()
        if abs(added.says) >= UNCLEAR
    }


def quote_of(text: str, start: int, end: int) -> Quote:
    """The words at ``text[start:end]`` with up to 32 characters of what stands before and after them."""
    prefix = text[max(0, start - QUOTE_CONTEXT) : start]
    return Quote(exact=text[start:end], prefix=prefix, suffix=text[end : end + QUOTE_CONTEXT])


def wide_letters(text: str) -> list[int]:
    """The offsets of the characters that are two UTF-16 units each, as JavaScript counts them."""
    return [found.start() for found in _WIDE.finditer(text)]


def _note(mention: Mention) -> str:
    """Why the words matter, in plain English; what the context makes of them comes first."""
    return f"{mention.context.note} {mention.signal.note}" if mention.context else mention.signal.note


def _strength(weight: float) -> int:
    if weight >= STRONG:
        return 3
    return 2 if weight >= MIDDLING else 1

"""How much of a mention speaks of one skill, and not merely of the job.

A Java web job with "Python scripts to automate builds" is automation as far as Python goes. So what a mention
says of a skill depends on where it stands: beside the skill, in one sentence or list with it, elsewhere in
the entry, or in another entry, and on whether a rival that does the same work (Java, PHP, Node.js) stands
nearer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rolelight.evidence.mentions import Mention, Place
from rolelight.lexicon.model import Skill

POSITION_SECTIONS = ("experience", "projects", "volunteering")
# Characters between a mention and the skill. Beside: within one clause, about a dozen words. Far: text that
# was flattened to one line has no sentences, and what is further away than two or three of them is another
# matter. Checked on 1,000 labelled job entries; figures from 60 to 120 and from 200 to 350 do as well.
BESIDE, FAR = 80, 250
# What a signal must say for a use, in log-odds before weights are fitted, to explain what the skill was used
# for.
TELLING = 0.8

# By capture, block and piece, where something stands in the piece, in order.
Offsets = dict[tuple[int, str, int], list[int]]


@dataclass(frozen=True, slots=True)
class Rivals:
    """The rivals of a skill that an entry names: their signals, where they stand, the words of the first."""

    signals: tuple[str, ...]
    offsets: Offsets
    words: str


@dataclass(frozen=True, slots=True)
class EntryMentions:
    """The mentions of one position, or of one whole other section, seen from a skill.

    ``named_at`` is where the skill stands, ``named_in`` in which sentences, lines or lists; ``rivals`` holds,
    by use of the skill, what rivals the entry names. ``is_explained`` says that the words beside the skill,
    or on one list with it, already tell what it was used for.
    """

    entry: str
    section: str
    mentions: tuple[Mention, ...]
    named_at: Offsets
    named_in: frozenset[Place]
    rivals: dict[str, Rivals]
    is_explained: bool

    @property
    def names_skill(self) -> bool:
        """Whether the entry names the skill, or something that cannot be without it."""
        return bool(self.named_in)


def group_by_entry(mentions: Sequence[Mention], skill: Skill | None) -> list[EntryMentions]:
    """The mentions by position or other section, in page order, seen from a skill."""
    entries: dict[str, list[Mention]] = {}
    for mention in mentions:
        entries.setdefault(group_of(mention), []).append(mention)
    return [_seen_from(skill, entry, group) for entry, group in entries.items()]


def is_named(skill: Skill, mentions: Sequence[Mention]) -> bool:
    """Whether the mentions name the skill, or something that cannot be without it."""
    return any(each.keep and is_of(skill, each) for each in mentions)


def is_of(skill: Skill, mention: Mention) -> bool:
    """Whether a mention names the skill, or something that cannot be without it."""
    return skill.signal == mention.signal.id or skill.signal in mention.signal.implies


def group_of(mention: Mention) -> str:
    """A position stands for itself; all entries of any other section (a list of skills) count as one."""
    return mention.entry if mention.section in POSITION_SECTIONS else mention.section


def line_of(mention: Mention) -> tuple[str, str]:
    """The line of the balance sheet that a mention belongs to: a signal in a position or other section."""
    return group_of(mention), mention.signal.id


def _seen_from(skill: Skill | None, entry: str, group: list[Mention]) -> EntryMentions:
    naming = [each for each in group if skill and each.keep and is_of(skill, each)]
    offsets, places = _offsets(naming), frozenset(each.place for each in naming)
    return EntryMentions(
        entry,
        group[0].section,
        tuple(group),
        offsets,
        places,
        _rivals(skill, group),
        any(_explains(each, offsets, places) for each in group),
    )


def _explains(mention: Mention, named_at: Offsets, named_in: frozenset[Place]) -> bool:
    """Whether a mention, by what it says and where it stands, tells what the skill was used for."""
    return (
        mention.keep > 0
        and mention.place in named_in
        and max(mention.signal.uses.values(), default=0) >= TELLING
        and _distance(mention, named_at) <= FAR
    )


def _rivals(skill: Skill | None, group: list[Mention]) -> dict[str, Rivals]:
    found = {}
    for use in skill.uses.values() if skill else ():
        named = [each for each in group if each.signal.id in use.rivals and each.keep]
        if named:
            found[use.id] = Rivals(use.rivals, _offsets(named), named[0].words)
    return found


def _offsets(mentions: Iterable[Mention]) -> Offsets:
    offsets: Offsets = {}
    for each in mentions:
        offsets.setdefault(_piece_of(each), []).append(each.at)
    return offsets


def nearness_of(mention: Mention, entry: EntryMentions, skill: Skill, rivals: Rivals | None) -> str:
    """Where a mention stands seen from the skill: a key of nearness.toml."""
    if is_of(skill, mention):
        return "in_list" if mention.place.is_list else "beside"
    if not entry.names_skill:
        return "other_entry_with_rival" if _has_rival(mention, rivals) else "other_entry"
    distance = _distance(mention, entry.named_at)
    if mention.place in entry.named_in and distance <= FAR:
        if _has_rival(mention, rivals) and rivals and _distance(mention, rivals.offsets) < distance:
            return "rival_nearer"
        if mention.place.is_list:
            return "in_list"
        return "beside" if distance <= BESIDE else "in_sentence"
    if _has_rival(mention, rivals):
        return "in_entry_with_rival"
    return "in_entry_explained" if entry.is_explained else "in_entry"


def _has_rival(mention: Mention, rivals: Rivals | None) -> bool:
    """Whether a rival could have been used for what the mention speaks of; a rival is no rival of itself."""
    return rivals is not None and mention.signal.id not in rivals.signals


def _distance(mention: Mention, offsets: Offsets) -> int:
    """Characters from a mention to the nearest offset in its piece; beyond FAR where there is none."""
    there = offsets.get(_piece_of(mention))
    if not there:
        return FAR + 1
    after = bisect_left(there, mention.at)
    return min(abs(mention.at - offset) for offset in there[max(0, after - 1) : after + 1])


def _piece_of(mention: Mention) -> tuple[int, str, int]:
    return mention.place.capture, mention.place.block, mention.piece.start

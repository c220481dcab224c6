"""How much of a mention speaks of one skill, and not merely of the job.

A Java web job with "Python scripts to automate builds" is automation as far as Python goes. So what a
mention says of a skill depends on where it stands: with the skill in one sentence, in the same entry, or
elsewhere, and on whether a rival that does the same work (Java, PHP, Node.js) stands nearer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolelight.evidence.mentions import Mention, Place
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Nearness, Skill

POSITION_SECTIONS = ("experience", "projects", "volunteering")


@dataclass(frozen=True, slots=True)
class Rivals:
    """The rivals of a skill that an entry names: their signals, their places, the words of the first."""

    signals: tuple[str, ...]
    places: frozenset[Place]
    words: str


@dataclass(frozen=True, slots=True)
class EntryMentions:
    """The mentions of one position, or of one whole other section, seen from a skill.

    ``skill_places`` are the sentences, lines or lists in which the skill stands; ``rivals`` holds, by use of
    the skill, what rivals the entry names.
    """

    entry: str
    section: str
    mentions: tuple[Mention, ...]
    skill_places: frozenset[Place]
    rivals: dict[str, Rivals]

    @property
    def names_skill(self) -> bool:
        """Whether the entry names the skill, or something that cannot be without it."""
        return bool(self.skill_places)


def group_by_entry(mentions: Sequence[Mention], skill: Skill | None) -> list[EntryMentions]:
    """The mentions by position or other section, in page order, seen from a skill."""
    entries: dict[str, list[Mention]] = {}
    for mention in mentions:
        entries.setdefault(group_of(mention), []).append(mention)
    return [_seen_from(skill, entry, group) for entry, group in entries.items()]


def is_named(skill: Skill, mentions: Sequence[Mention]) -> bool:
    """Whether the mentions name the skill, or something that cannot be without it."""
    return any(each.keep and _is_of(skill, each) for each in mentions)


def group_of(mention: Mention) -> str:
    """A position stands for itself; all entries of any other section (a list of skills) count as one."""
    return mention.entry if mention.section in POSITION_SECTIONS else mention.section


def _seen_from(skill: Skill | None, entry: str, group: list[Mention]) -> EntryMentions:
    places = frozenset(each.place for each in group if skill and each.keep and _is_of(skill, each))
    return EntryMentions(entry, group[0].section, tuple(group), places, _rivals(skill, group))


def _rivals(skill: Skill | None, group: list[Mention]) -> dict[str, Rivals]:
    found = {}
    for use in skill.uses.values() if skill else ():
        named = [each for each in group if each.signal.id in use.rivals and each.keep]
        if named:
            found[use.id] = Rivals(use.rivals, frozenset(each.place for each in named), named[0].words)
    return found


def nearness_of(mention: Mention, entry: EntryMentions, skill: Skill, rivals: Rivals | None) -> Nearness:
    """How near a mention stands to the skill, and so what share of its weight is about the skill."""
    return load_lexicon().nearness[_nearness(mention, entry, skill, rivals)]


def _nearness(mention: Mention, entry: EntryMentions, skill: Skill, rivals: Rivals | None) -> str:
    if mention.place in entry.skill_places or _is_of(skill, mention):
        return "same_sentence"
    if rivals is None or mention.signal.id in rivals.signals:
        return "same_entry" if entry.names_skill else "other_entry"
    if mention.place in rivals.places:
        return "rival_in_sentence"
    return "same_entry_with_rival" if entry.names_skill else "other_entry_with_rival"


def _is_of(skill: Skill, mention: Mention) -> bool:
    return skill.id in (mention.signal.skill, mention.signal.id)

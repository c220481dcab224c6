"""How much of a mention speaks of one skill, and not merely of the job: the share from 0 to 1.

A Java web job with "Python scripts to automate builds" is automation as far as Python goes. So what a
mention says of a skill depends on where it stands: with the skill in one sentence, in the same entry, or
elsewhere, and on whether a rival that does the same work (Java, PHP, Node.js) stands nearer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolelight.evidence.mentions import Mention
from rolelight.lexicon.model import Skill

# Judgement, to be fitted later. The order matters more than the numbers: same sentence, same entry, same
# entry with a rival, a rival in the very sentence, an entry that never names the skill.
SAME_SENTENCE = 1.0
SAME_ENTRY = 0.7
SAME_ENTRY_WITH_RIVAL = 0.25
RIVAL_IN_SENTENCE = 0.1
OTHER_ENTRY = 0.3
OTHER_ENTRY_WITH_RIVAL = 0.05

# A sentence, line or list: capture, block id, start and end in the block.
Place = tuple[int, str, int, int]

POSITION_SECTIONS = ("experience", "projects", "volunteering")


@dataclass(frozen=True, slots=True)
class EntryMentions:
    """The mentions of one position, or of one whole other section.

    ``skill_places`` and ``rival_places`` are the sentences, lines or lists in which the skill and its
    rivals stand; ``rivals`` are the ids of the rivals' signals.
    """

    entry: str
    section: str
    mentions: tuple[Mention, ...]
    skill_places: frozenset[Place]
    rival_places: frozenset[Place]
    rivals: frozenset[str]

    @property
    def names_skill(self) -> bool:
        """Whether the entry names the skill, or something that cannot be without it."""
        return bool(self.skill_places)


def group_by_entry(mentions: Sequence[Mention], skill: Skill | None, use: str) -> list[EntryMentions]:
    """The mentions by position or other section, in page order, seen from a skill and one use of it."""
    entries: dict[str, list[Mention]] = {}
    for mention in mentions:
        entries.setdefault(_group(mention), []).append(mention)
    rivals = skill.uses[use].rivals if skill and use in skill.uses else ()
    return [
        EntryMentions(
            entry=entry,
            section=group[0].section,
            mentions=tuple(group),
            skill_places=frozenset(_place(each) for each in group if skill and _names(each, skill)),
            rival_places=frozenset(_place(each) for each in group if each.signal.id in rivals and each.keep),
            rivals=frozenset(rivals),
        )
        for entry, group in entries.items()
    ]


def _group(mention: Mention) -> str:
    """A position stands for itself; all entries of any other section (a list of skills) count as one."""
    return mention.entry if mention.section in POSITION_SECTIONS else mention.section


def share_of(mention: Mention, entry: EntryMentions, skill: Skill) -> float:
    """The share of a mention's weight that is about the skill, given what stands round it."""
    if mention.signal.skill == skill.id or mention.signal.id == skill.signal:
        return SAME_SENTENCE
    place = _place(mention)
    if place in entry.skill_places:
        return SAME_SENTENCE
    if mention.signal.id in entry.rivals or not entry.rival_places:
        return SAME_ENTRY if entry.names_skill else OTHER_ENTRY
    if place in entry.rival_places:
        return RIVAL_IN_SENTENCE
    return SAME_ENTRY_WITH_RIVAL if entry.names_skill else OTHER_ENTRY_WITH_RIVAL


def _names(mention: Mention, skill: Skill) -> bool:
    return bool(mention.keep) and skill.id in (mention.signal.skill, mention.signal.id)


def _place(mention: Mention) -> Place:
    """The sentence, line or list that the mention stands in, as something to compare."""
    block = mention.piece.block
    return block.capture, block.id, *mention.sentence

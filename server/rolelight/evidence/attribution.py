"""How much of a mention speaks of one skill, and not merely of the job.

A Java web job with "Python scripts to automate builds" is automation as far as Python goes. So what a
mention says of a skill depends on where it stands: with the skill in one sentence, in the same entry, or
elsewhere, and on whether a rival that does the same work (Java, PHP, Node.js) stands nearer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rolelight.evidence.mentions import Mention
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Nearness, Skill

# A sentence, line or list: capture, block id, start and end in the block.
Place = tuple[int, str, int, int]

POSITION_SECTIONS = ("experience", "projects", "volunteering")


@dataclass(frozen=True, slots=True)
class EntryMentions:
    """The mentions of one position, or of one whole other section.

    ``skill_places`` and ``rival_places`` are the sentences, lines or lists in which the skill and its
    rivals stand; ``rivals`` are the ids of the rivals' signals, ``rival`` the words of the first on the page.
    """

    entry: str
    section: str
    mentions: tuple[Mention, ...]
    skill_places: frozenset[Place]
    rival_places: frozenset[Place]
    rivals: frozenset[str]
    rival: str

    @property
    def names_skill(self) -> bool:
        """Whether the entry names the skill, or something that cannot be without it."""
        return bool(self.skill_places)


def group_by_entry(mentions: Sequence[Mention], skill: Skill | None, use: str) -> list[EntryMentions]:
    """The mentions by position or other section, in page order, seen from a skill and one use of it."""
    entries: dict[str, list[Mention]] = {}
    for mention in mentions:
        entries.setdefault(_group(mention), []).append(mention)
    rivals = frozenset(skill.uses[use].rivals) if skill and use in skill.uses else frozenset()
    return [_seen_from(skill, rivals, entry, group) for entry, group in entries.items()]


def _seen_from(
    skill: Skill | None, rivals: frozenset[str], entry: str, group: list[Mention]
) -> EntryMentions:
    rival_mentions = [each for each in group if each.signal.id in rivals and each.keep]
    return EntryMentions(
        entry=entry,
        section=group[0].section,
        mentions=tuple(group),
        skill_places=frozenset(_place(each) for each in group if skill and _names(each, skill)),
        rival_places=frozenset(map(_place, rival_mentions)),
        rivals=rivals,
        rival=rival_mentions[0].words if rival_mentions else "",
    )


def _group(mention: Mention) -> str:
    """A position stands for itself; all entries of any other section (a list of skills) count as one."""
    return mention.entry if mention.section in POSITION_SECTIONS else mention.section


def nearness_of(mention: Mention, entry: EntryMentions, skill: Skill) -> Nearness:
    """How near a mention stands to the skill, and so what share of its weight is about the skill."""
    return load_lexicon().nearness[_nearness(mention, entry, skill)]


def _nearness(mention: Mention, entry: EntryMentions, skill: Skill) -> str:
    place = _place(mention)
    if place in entry.skill_places or skill.id in (mention.signal.skill, mention.signal.id):
        return "same_sentence"
    if mention.signal.id in entry.rivals or not entry.rival_places:
        return "same_entry" if entry.names_skill else "other_entry"
    if place in entry.rival_places:
        return "rival_in_sentence"
    return "same_entry_with_rival" if entry.names_skill else "other_entry_with_rival"


def _names(mention: Mention, skill: Skill) -> bool:
    return bool(mention.keep) and skill.id in (mention.signal.skill, mention.signal.id)


def _place(mention: Mention) -> Place:
    """The sentence, line or list that the mention stands in, as something to compare."""
    block = mention.piece.block
    return block.capture, block.id, *mention.sentence

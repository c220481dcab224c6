"""What a page can leave open about a role: when each situation holds, and for which position or words."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rolelight.evidence.attribution import group_of
from rolelight.evidence.mentions import Mention
from rolelight.evidence.subject import Subject
from rolelight.evidence.weights import Contribution
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role
from rolelight.page.model import Entry

LONGEST_NAME = 60  # of a title or company in a question; longer ones are cut
# A role's evidence is called old where less than this share of it stands in other positions.
STILL_DONE = 0.2
# Positions without text are asked about from this share of all positions' weight on: a summer's work long ago
# would move nothing.
WORTH_ASKING = 0.15


class Open(NamedTuple):
    """Something that the page leaves open: the words for the question, and the position that it is about."""

    words: dict[str, str]
    entry: str = ""


class Seen(NamedTuple):
    """The subject seen for a role, and what speaks for the role."""

    subject: Subject
    role: Role
    speaking: Sequence[Contribution]


def _position(entry: Entry, **words: str) -> Open:
    """Something that is open in a position."""
    title, company = _short(entry.title or "employee"), _short(entry.company or "work")
    return Open({"title": title, "company": company, **words}, entry.id)


def _short(name: str) -> str:
    name = " ".join(name.split())
    if len(name) <= LONGEST_NAME:  # As nearly all are; wrapping them took a tenth of the time of a reading.
        return name
    return textwrap.shorten(name, LONGEST_NAME, placeholder="…")


def _unnamed(seen: Seen) -> Iterator[Open]:
    wanted = seen.subject.wanted
    if not seen.subject.skill and seen.role.is_about(wanted):
        yield Open({"skill": wanted.label})


def _silent(seen: Seen) -> Iterator[Open]:
    skill, uses = seen.subject.skill_for(seen.role), seen.subject.uses
    clear = load_lexicon().thresholds.clear_use
    for entry in seen.subject.positions if skill and uses else ():
        if skill and uses and max(uses.entries.get(entry.id, {"": clear}).values()) < clear:
            yield _position(entry, skill=skill.label)


def _unplaced(seen: Seen) -> Iterator[Open]:
    skill, uses = seen.subject.skill_for(seen.role), seen.subject.uses
    if skill and uses and not uses.entries:
        yield Open({"skill": skill.label})


def _mixed(seen: Seen) -> Iterator[Open]:
    skill, uses = seen.subject.skill_for(seen.role), seen.subject.uses
    if not skill or not uses:
        return
    of_role = [use for use in uses.main if use in seen.role.work]
    others = [use for use in uses.main if use not in seen.role.work]
    if of_role and others:
        use, other = skill.uses[of_role[0]], skill.uses[others[0]]
        yield Open({"skill": skill.label, "use": use.label, "other": other.label})


def _lists(seen: Seen) -> Iterator[Open]:
    """Tools and work that speak for the role, none of which stands in a sentence."""
    telling = [
        each
        for each in seen.speaking
        if each.mention.signal.kind in ("phrase", "skill")
        and each.mention.signal.id != seen.subject.wanted.signal
    ]
    if telling and all(each.mention.place.is_list or _is_listed(each.mention) for each in telling):
        yield Open({"named": max(telling, key=lambda each: each.weight).mention.words})


def _is_listed(mention: Mention) -> bool:
    return mention.section == "skills" or mention.piece.kind == "skills"


def _old(seen: Seen) -> Iterator[Open]:
    by_entry: dict[str, float] = {}
    for each in seen.speaking:
        if each.mention.section == "experience":
            entry = group_of(each.mention)
            by_entry[entry] = by_entry.get(entry, 0.0) + each.weight
    recent = sum(weight for entry, weight in by_entry.items() if entry not in seen.subject.old)
    old = [entry for entry in seen.subject.positions if entry.id in by_entry and entry.id in seen.subject.old]
    if old and recent < STILL_DONE * sum(by_entry.values()):
        yield _position(max(old, key=lambda entry: by_entry[entry.id]))


def _rival(seen: Seen) -> Iterator[Open]:
    skill, uses = seen.subject.skill_for(seen.role), seen.subject.uses
    if not skill or not uses:
        return
    of_role = [use for use in skill.uses.values() if use.id in seen.role.work or not seen.role.work]
    rivals = {rival for use in of_role for rival in use.rivals}
    named: dict[str, str] = {}
    for mention in seen.subject.mentions:
        if mention.signal.id in rivals and mention.keep and mention.entry in uses.entries:
            named.setdefault(mention.entry, mention.words)
    for entry in seen.subject.positions:
        if entry.id in named:
            yield _position(entry, skill=skill.label, rival=named[entry.id])


def _others(seen: Seen) -> Iterator[Open]:
    """Positions whose words speak of the role's work, but of other people doing it."""
    entries = {mention.entry for mention in seen.subject.of_others if _speaks(mention, seen)}
    for entry in seen.subject.positions:
        if entry.id in entries:
            yield _position(entry)


def _speaks(mention: Mention, seen: Seen) -> bool:
    signal, role, wanted = mention.signal, seen.role, seen.subject.wanted
    return (
        (signal.id == wanted.signal and role.is_about(wanted))
        or signal.roles.get(role.id, 0.0) > 0
        or any(signal.uses.get(use, 0.0) > 0 for use in role.work)
    )


def _core(seen: Seen) -> Iterator[Open]:
    families = {each.mention.signal.family for each in seen.speaking}
    if seen.role.core_question and families.isdisjoint(seen.role.core):
        yield Open({"core_question": seen.role.core_question})


def _no_text(seen: Seen) -> Iterator[Open]:
    for entry in seen.subject.positions:
        if not entry.text_of("description") and seen.subject.shares[entry.id] >= WORTH_ASKING:
            yield _position(entry)


def _no_positions(seen: Seen) -> Iterator[Open]:
    if not seen.subject.positions:
        yield Open({"role": seen.role.label})


SITUATIONS: dict[str, Callable[[Seen], Iterator[Open]]] = {
    "unnamed": _unnamed,
    "silent": _silent,
    "unplaced": _unplaced,
    "mixed": _mixed,
    "lists": _lists,
    "old": _old,
    "rival": _rival,
    "others": _others,
    "core": _core,
    "no_text": _no_text,
    "no_positions": _no_positions,
}

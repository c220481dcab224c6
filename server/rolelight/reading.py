"""The whole line: captures in, a reading out. API, command line and batch call this and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from time import perf_counter

from rolelight.errors import Refusal
from rolelight.evidence.attribution import is_named
from rolelight.evidence.fits import fits_of, weigh_role
from rolelight.evidence.highlights import highlights_of, ids_of
from rolelight.evidence.mentions import Mention, find_mentions
from rolelight.evidence.model import Fit, Highlight, SkillUses
from rolelight.evidence.subject import subject_of
from rolelight.evidence.uses import NO_PRIORS, Priors, skill_uses
from rolelight.evidence.weights import weigh_entries
from rolelight.lexicon import load_lexicon
from rolelight.page.merge import merge_profiles
from rolelight.page.model import Capture, Profile
from rolelight.page.read import read_pages

# The longest of ten real saved pages held 58,000 characters of visible text, the richest synthetic ones some
# 300 mentions, and no person has more than a few hundred positions, skills and the like: far above that is no
# person's profile, and would keep the server busy for nothing.
MAX_TEXT = 200_000
MAX_ENTRIES = 1_000
MAX_MENTIONS = 3_000


@dataclass(frozen=True, slots=True)
class Reading:
    """What the evidence on a profile says: the profile, its highlights, the uses of a skill and the fits.

    ``fits`` holds every role's fit, so that switching the role needs no request; ``role`` is the one asked
    for. A page that is no profile has its ``page_state`` and no fits. ``seconds`` is the time by stage
    (prune, parse, match, weigh) and is not part of the wire.
    """

    profile: Profile
    highlights: tuple[Highlight, ...]
    uses: dict[str, SkillUses]
    fits: dict[str, Fit]
    role: str | None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def fit(self) -> Fit | None:
        """The fit for the role asked for."""
        return self.fits.get(self.role) if self.role else None


def read_profile(
    captures: Sequence[Capture],
    role: str | None = None,
    skill: str | None = None,
    today: date | None = None,
    priors: Priors = NO_PRIORS,
    set_aside: Collection[str] = (),
) -> Reading:
    """Read the captures of one person.

    ``role`` is the id of the role asked for, ``skill`` of the skill that the fits are for (by default the
    first ambiguous skill that the page names); ``today`` ends the positions that last; ``priors`` are the
    shares of candidates by use, before any evidence; ``set_aside`` are ids of highlights that are not to
    count, from an earlier reading of the same captures. Raises Refusal for a role, skill or highlight that is
    not known, a page too large, complex or long, and captures of different people.
    """
    _check(role, skill)
    seconds: dict[str, float] = {}
    pages: list[Profile] = []
    for page in read_pages(captures, seconds):
        pages.append(page)
        _check_length(pages)
    profile = merge_profiles(pages)
    if profile.page_state != "profile":
        return Reading(profile, (), {}, {}, role, seconds)
    started = perf_counter()
    mentions = _find_mentions(profile)
    seconds["match"] = perf_counter() - started
    started = perf_counter()
    day = today or datetime.now(UTC).date()
    reading = weigh(profile, mentions, role, skill, day, seconds, priors, set_aside)
    seconds["weigh"] = perf_counter() - started
    return reading


def _check(role: str | None, skill: str | None) -> None:
    lexicon = load_lexicon()
    if role is not None and lexicon.role(role) is None:
        raise Refusal("unknown_role", {"role": ["There is no such role."]})
    if skill is not None and skill not in lexicon.skills:
        raise Refusal("unknown_skill", {"skill": ["Uses of this skill are not known."]})


def _check_length(pages: list[Profile]) -> None:
    """Refuse pages that say more than a person's could, page_too_long, before more of them are read."""
    entries = [entry for page in pages for section in page.sections for entry in section.entries]
    length = sum(piece.end - piece.start for entry in entries for piece in entry.pieces)
    if len(entries) > MAX_ENTRIES or length > MAX_TEXT:
        raise Refusal("page_too_long")


def _find_mentions(profile: Profile) -> list[Mention]:
    """The mentions, where there are as many as a person could have; refuses page_too_long."""
    mentions = find_mentions(profile)
    if len(mentions) > MAX_MENTIONS:
        raise Refusal("page_too_long")
    return mentions


def weigh(
    profile: Profile,
    all_mentions: list[Mention],
    role: str | None,
    skill_id: str | None,
    today: date,
    seconds: dict[str, float] | None = None,
    priors: Priors = NO_PRIORS,
    set_aside: Collection[str] = (),
) -> Reading:
    """The line's last stretch: from the mentions on a profile to its reading.

    Mentions that are set aside are shown, and for all else as if the page did not have them.
    """
    lexicon = load_lexicon()
    ids = ids_of(all_mentions)
    mentions = _counted(ids, set_aside)
    named = [skill for skill in lexicon.skills.values() if is_named(skill, mentions)]
    entries = {skill.id: weigh_entries(profile, mentions, skill, today) for skill in named}
    uses = {skill.id: skill_uses(profile, skill, entries[skill.id], today, priors) for skill in named}
    asked = next((skill for skill in named if skill_id in (None, skill.id)), None)
    seen = entries[asked.id] if asked else weigh_entries(profile, mentions, None, today)
    weighed = [weigh_role(each, seen, asked, priors) for each in lexicon.roles]
    highlights = highlights_of(ids, set_aside, weighed, role)
    wanted = asked or (lexicon.skills[skill_id] if skill_id else next(iter(lexicon.skills.values())))
    told = uses.get(wanted.id) if asked else None
    subject = subject_of(profile, mentions, seen, wanted, told, today, is_asked_for=bool(skill_id))
    fits = fits_of(subject, weighed, {mention: highlight.id for mention, highlight in highlights.items()})
    return Reading(profile, tuple(highlights.values()), uses, fits, role, {} if seconds is None else seconds)


def _counted(ids: Mapping[Mention, str], set_aside: Collection[str]) -> list[Mention]:
    """The mentions that are not set aside; refuses unknown_highlight."""
    if not set(set_aside).issubset(ids.values()):
        raise Refusal("unknown_highlight", {"set_aside": ["There is no such highlight."]})
    return [mention for mention, each in ids.items() if each not in set_aside]

"""Finds mentions: the signals at their places in a profile, with their context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rolelight.evidence.context import context_of, context_of_title, cues_in
from rolelight.evidence.names import Names, names_of
from rolelight.evidence.plain import PlainText, plain_text
from rolelight.evidence.sentences import is_list, sentence_spans
from rolelight.lexicon import Match, Signal, load_matcher
from rolelight.lexicon.kinds import IN_COURSES, IN_DEGREES, IN_INTRODUCTIONS, IN_TEXT, IN_TITLES
from rolelight.lexicon.model import Context
from rolelight.page.model import Entry, Piece, Profile, Section

# Which kinds of signal count in which kind of piece. Names of companies, schools and places say nothing of
# the work.
KINDS_BY_PIECE: dict[str, tuple[str, ...]] = {
    "title": IN_TITLES,
    "headline": IN_INTRODUCTIONS,
    "about": IN_INTRODUCTIONS,
    "description": IN_TEXT,
    "skills": IN_TEXT,
    "name": IN_TEXT,
    "other": IN_TEXT,
    "degree": IN_DEGREES,
    "field": IN_DEGREES,
}
# Such a piece is a name on a list, and no running text.
NAMES_OF_SKILLS = ("name", "skills")

# In the education section, a description may name the kind of course, and a name is that of a course.
KINDS_IN_EDUCATION = {"description": IN_COURSES, "name": IN_DEGREES}

# Other people's words, and sections that say nothing of the person's own technical work.
IGNORED_SECTIONS = frozenset({"recommendations", "languages", "honors", "organizations"})

# Sections in which people introduce themselves, under their headline.
INTRODUCTIONS = frozenset({"headline", "about", "skills"})


class Place(NamedTuple):
    """A sentence, line or list: where it starts and ends in its block, and whether it is a list."""

    capture: int
    block: str
    start: int
    end: int
    is_list: bool


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A signal found in a block at the offsets ``start`` to ``end``, in Python characters.

    ``place`` is the sentence, line or list that the mention stands in; ``at`` is the offset to measure
    distances by, within the piece and whatever the length of the names before it.
    """

    signal: Signal
    section: str
    entry: str
    piece: Piece
    start: int
    end: int
    place: Place
    at: int
    context: Context | None

    @property
    def words(self) -> str:
        """The mention's words, as on the page."""
        return self.piece.block.text[self.start : self.end]

    @property
    def keep(self) -> float:
        """The share of its weight that the context leaves to the mention."""
        return self.context.keep if self.context else 1.0


def find_mentions(profile: Profile) -> list[Mention]:
    """Every mention on the profile, in page order."""
    names = names_of(profile)
    headline = context_of_title(_headline(profile))
    return [
        mention
        for section in profile.sections
        if section.kind not in IGNORED_SECTIONS
        for entry in _entries_once(section)
        for mention in _mentions_of(section, entry, names, headline)
    ]


def _entries_once(section: Section) -> Iterable[Entry]:
    """The entries of a section; a skill that its list names again is no new fact."""
    if section.kind != "skills":
        return section.entries
    once: dict[str, Entry] = {}
    for entry in section.entries:
        once.setdefault((entry.name or entry.id).casefold(), entry)
    return once.values()


def _headline(profile: Profile) -> str:
    headline = profile.section("headline")
    return (headline.entries[0].text_of("headline") if headline and headline.entries else "") or ""


def _mentions_of(section: Section, entry: Entry, names: Names, headline: Context | None) -> Iterator[Mention]:
    """An entry's mentions, under its title or, where people introduce themselves, under the headline."""
    title = headline if section.kind in INTRODUCTIONS else context_of_title(entry.title or "")
    for piece in entry.pieces:
        if kinds := _kinds(section, piece):
            is_name = piece.kind in NAMES_OF_SKILLS
            plain = plain_text(names, piece, is_running=not is_name and kinds is not IN_DEGREES)
            if matches := load_matcher().find(plain.text, kinds, is_name=is_name):
                yield from _mentions_in(section, entry, piece, plain, matches, title)


def _kinds(section: Section, piece: Piece) -> tuple[str, ...]:
    kinds = KINDS_BY_PIECE.get(piece.kind, ())
    return KINDS_IN_EDUCATION.get(piece.kind, kinds) if section.kind == "education" else kinds


def _mentions_in(
    section: Section,
    entry: Entry,
    piece: Piece,
    plain: PlainText,
    matches: list[Match],
    title: Context | None,
) -> Iterator[Mention]:
    text, block, sentences = plain.text, piece.block, sentence_spans(plain.piece)
    for sentence, inside in groupby(matches, key=lambda match: _sentence_of(match.start, sentences)):
        start, end = (piece.start + plain.on_page(offset) for offset in sentence)
        place = Place(block.capture, block.id, start, end, is_list(text, *sentence))
        cues = cues_in(text, sentence)
        for match in inside:
            context = context_of(text, match.start, match.end, cues)
            yield Mention(
                signal=match.signal,
                section=section.kind,
                entry=entry.id,
                piece=piece,
                start=piece.start + plain.on_page(match.start),
                end=piece.start + plain.on_page(match.end - 1) + 1,
                place=place,
                at=match.start,
                context=context or (title if match.signal.kind != "title" else None),
            )


def _sentence_of(offset: int, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    return sentences[bisect_right(sentences, offset, key=lambda sentence: sentence[0]) - 1]

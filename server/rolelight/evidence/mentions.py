"""Finds mentions: the signals at their places in a profile, with their context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from rolelight.evidence.context import context_of, context_of_title, cues_in
from rolelight.evidence.names import Names, names_of, outside_names
from rolelight.evidence.sentences import sentence_spans
from rolelight.lexicon import Match, Matcher, Signal, load_lexicon
from rolelight.lexicon.model import Context
from rolelight.page.model import Entry, Piece, Profile, Section

# Which kinds of signal count in which kind of piece. A title's words speak for the person only in a title or
# where people introduce themselves; a degree's words ("Statistics") only in the education section. Names of
# companies, schools and places say nothing of the work.
_TITLE_KINDS = ("title", "skill", "warning")
_INTRODUCTION_KINDS = ("title", "phrase", "skill", "warning")
_TEXT_KINDS = ("phrase", "skill", "warning")
_DEGREE_KINDS = ("education",)
KINDS_BY_PIECE: dict[str, tuple[str, ...]] = {
    "title": _TITLE_KINDS,
    "headline": _INTRODUCTION_KINDS,
    "about": _INTRODUCTION_KINDS,
    "description": _TEXT_KINDS,
    "skills": _TEXT_KINDS,
    "name": _TEXT_KINDS,
    "other": _TEXT_KINDS,
    "degree": _DEGREE_KINDS,
    "field": _DEGREE_KINDS,
}
# In the education section, a description may name the kind of course, and a name is that of a course.
KINDS_IN_EDUCATION = {"description": _TEXT_KINDS + _DEGREE_KINDS, "name": _DEGREE_KINDS}

# Other people's words, and sections that say nothing of the person's own technical work.
IGNORED_SECTIONS = frozenset({"recommendations", "languages", "honors", "organizations"})

# Sections in which people introduce themselves, under their headline.
INTRODUCTIONS = frozenset({"headline", "about", "skills"})


# A sentence, line or list: capture, block id, start and end in the block.
Place = tuple[int, str, int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A signal found in a block at the offsets ``start`` to ``end``, in Python characters.

    ``place`` is the sentence, line or list that the mention stands in.
    """

    signal: Signal
    section: str
    entry: str
    piece: Piece
    start: int
    end: int
    place: Place
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
        for entry in section.entries
        for mention in _mentions_of(section, entry, names, headline)
    ]


def _headline(profile: Profile) -> str:
    headline = profile.section("headline")
    return (headline.entries[0].text_of("headline") if headline and headline.entries else "") or ""


def _mentions_of(
    section: Section, entry: Entry, names: Names | None, headline: Context | None
) -> Iterator[Mention]:
    """An entry's mentions, under its title or, where people introduce themselves, under the headline."""
    title = headline if section.kind in INTRODUCTIONS else context_of_title(entry.title or "")
    for piece in entry.pieces:
        matches = outside_names(names, piece.text, _matches(section, piece))
        if matches:
            yield from _mentions_in(section, entry, piece, matches, title)


def _matches(section: Section, piece: Piece) -> list[Match]:
    kinds = KINDS_BY_PIECE.get(piece.kind, ())
    if section.kind == "education":
        kinds = KINDS_IN_EDUCATION.get(piece.kind, kinds)
    return _matcher(kinds).find(piece.text, is_name=piece.kind in ("name", "skills")) if kinds else []


def _mentions_in(
    section: Section, entry: Entry, piece: Piece, matches: list[Match], title: Context | None
) -> Iterator[Mention]:
    text, block, sentences = piece.text, piece.block, sentence_spans(piece)
    for sentence, inside in groupby(matches, key=lambda match: _sentence_of(match.start, sentences)):
        place = (block.capture, block.id, piece.start + sentence[0], piece.start + sentence[1])
        cues = cues_in(text, sentence)
        for match in inside:
            context = context_of(text, match.start, match.end, cues)
            yield Mention(
                signal=match.signal,
                section=section.kind,
                entry=entry.id,
                piece=piece,
                start=piece.start + match.start,
                end=piece.start + match.end,
                place=place,
                context=context or (title if match.signal.kind != "title" else None),
            )


def _sentence_of(offset: int, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    return sentences[bisect_right(sentences, offset, key=lambda sentence: sentence[0]) - 1]


@cache
def _matcher(kinds: tuple[str, ...]) -> Matcher:
    """The matcher for some kinds; of two signals with the same words, that of the earlier kind is found."""
    signals = load_lexicon().signals.values()
    return Matcher(signal for kind in kinds for signal in signals if signal.kind == kind)

"""Finds mentions: the signals at their places in a profile, with their context."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

from rolelight.evidence.context import context_of, context_of_title, cues_in
from rolelight.evidence.names import Names, names_of, outside_names
from rolelight.evidence.sentences import sentence_spans
from rolelight.lexicon import Matcher, Signal, load_lexicon
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


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """A signal found at a place: block offsets ``start`` to ``end`` in Python characters.

    ``sentence`` is the span of block offsets of the sentence, line or list that the mention stands in.
    """

    signal: Signal
    section: str
    entry: str
    piece: Piece
    start: int
    end: int
    sentence: tuple[int, int]
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
    headline = profile.section("headline")
    headline_text = headline.entries[0].text_of("headline") if headline and headline.entries else None
    return [
        mention
        for section in profile.sections
        if section.kind not in IGNORED_SECTIONS
        for entry in section.entries
        for mention in _mentions_of(section, entry, names, _title_over(section, entry, headline_text))
    ]


def _title_over(section: Section, entry: Entry, headline: str | None) -> str:
    """The title that an entry stands under: its own, or for what people say of themselves the headline."""
    return (headline if section.kind in INTRODUCTIONS else entry.title) or ""


def _mentions_of(section: Section, entry: Entry, names: Names | None, title: str) -> Iterator[Mention]:
    whole = context_of_title(title)
    for piece in entry.pieces:
        for mention in _mentions_in(section, entry, piece, names):
            is_under_it = whole and not mention.context and mention.signal.kind != "title"
            yield replace(mention, context=whole) if is_under_it else mention


def _mentions_in(section: Section, entry: Entry, piece: Piece, names: Names | None) -> Iterator[Mention]:
    kinds = KINDS_BY_PIECE.get(piece.kind, ())
    if section.kind == "education":
        kinds = KINDS_IN_EDUCATION.get(piece.kind, kinds)
    if not kinds:
        return
    text = piece.text
    matches = _matcher(kinds).find(text, is_name=piece.kind in ("name", "skills"))
    if not matches:
        return
    matches = outside_names(names, text, matches)
    sentences = sentence_spans(piece)
    for sentence, inside in groupby(matches, key=lambda match: _sentence_of(match.start, sentences)):
        cues = cues_in(text, sentence)
        for match in inside:
            yield Mention(
                signal=match.signal,
                section=section.kind,
                entry=entry.id,
                piece=piece,
                start=piece.start + match.start,
                end=piece.start + match.end,
                sentence=(piece.start + sentence[0], piece.start + sentence[1]),
                context=context_of(text, match.start, match.end, cues),
            )


def _sentence_of(offset: int, sentences: list[tuple[int, int]]) -> tuple[int, int]:
    return sentences[bisect_right(sentences, offset, key=lambda sentence: sentence[0]) - 1]


@cache
def _matcher(kinds: tuple[str, ...]) -> Matcher:
    """The matcher for some kinds; of two signals with the same words, that of the earlier kind is found."""
    signals = load_lexicon().signals.values()
    return Matcher(signal for kind in kinds for signal in signals if signal.kind == kind)

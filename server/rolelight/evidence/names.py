"""Knows the names that a text holds, so that their words are not taken for evidence.

Of the employers, schools and places that the profile names, and of the person, it knows the words; other
names are known by what stands around them ("reported to Ruby", "at Oracle", "R. Smith", "Java, Indonesia").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rolelight.evidence import name_cues
from rolelight.lexicon import load_lexicon, load_matcher
from rolelight.page.model import Profile

MAX_NAMES = 200  # no career has more employers and schools; the search grows with their number
MAX_WORDS = 5  # of a name that is known by what stands around it

_LETTERS = r"[\w'\u2019&+#-]*"
# A word with a capital, or a personal word, that does not begin within another word.
_CAPITAL = re.compile(rf"(?!Ex-)[A-Z](?<![^ @(\n/-].){_LETTERS}")
_PERSONAL = re.compile(rf"[ (/\n]({name_cues.PERSONAL})(?![\w-])")
_NEXT_WORD = re.compile(rf" (?:& |of |of the |de |van |von |bin |al |el )?([A-Z]{_LETTERS})")
# Words of a person's name: Chen, O'Neill, McCarthy, Smith-Jones, but neither SQL nor NumPy nor Scikit-learn.
_NAME = r"(?:Mc|Mac|[A-Z]['\u2019])?[A-Z][a-z\u00df-\u024f]+(?:-[A-Z][a-z\u00df-\u024f]+)?(?![\w-])"
_FULL_NAME = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}(?! [A-Z])(?!['\u2019]s)")
_AFTER_HONORIFIC = re.compile(rf"\.? [A-Z]\.?{_LETTERS}")
_BEFORE_LEGAL = re.compile(rf"((?:[A-Z]{_LETTERS} ){{0,3}}[A-Z]{_LETTERS}),? $")
_INITIALS = re.compile(r"(?:[A-Z]\. ?)+(?=([A-Z][a-z\u2019']+))")
_SPACES = " \n("

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Names:
    """The names on a profile: those of two words or more in one pattern, and single words in lower case.

    A name of one word may be the very technology that the person worked with (at Django, with Django), so in
    running text such ``employers`` and the person's ``own`` names are names only where a name would stand.
    """

    whole: re.Pattern[str] | None = None
    employers: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()

    def known_in(self, text: str) -> list[Span]:
        """Where the text holds a name that the profile tells, of two words or more."""
        return [found.span() for found in self.whole.finditer(text)] if self.whole else []

    def spans_in(self, text: str) -> list[Span]:
        """Where the text holds names and personal words, in order and without overlaps."""
        # A space before the text: then a personal word always has a sign before it, and is found sooner.
        personal = ((found.start(1) - 1, found.end() - 1) for found in _PERSONAL.finditer(f" {text}"))
        return _without_overlaps(
            [*self.known_in(text), *_introductions(text), *personal, *self._beside_cues(text)]
        )

    def _beside_cues(self, text: str) -> Iterator[Span]:
        """The names that are known by what stands around them."""
        done = 0
        for word in _CAPITAL.finditer(text):
            start = word.start()
            if start < done:
                continue
            if word[0] in name_cues.ENDS_OF_NAMES:
                yield from _with_legal_form(text, word)
            elif word[0] in name_cues.HONORIFICS and (named := _AFTER_HONORIFIC.match(text, word.end())):
                done = _run_end(text, named.end())
                yield start, done
            elif end := self._name_end(text, word):
                done = end
                yield start, end

    def _name_end(self, text: str, word: re.Match[str]) -> int:
        """The end of the name that starts at a word with a capital, or 0 where none does."""
        start, end = word.span()
        cue, key = _word_before(text, start), word[0].lower()
        if end == start + 1 and text.startswith(".", end):
            return _end_after_initials(text, start, cue)
        if cue in name_cues.CUES or text[start - 3 : start].lower() == "ex-":
            before = text[max(0, start - 40) : start]
            if _is_cued(cue, before, text, word):
                return _run_end(text, end)
            if cue in name_cues.BEFORE_EMPLOYERS and key in self.employers:
                return end
            if cue in name_cues.BEFORE_FULL_NAMES and (full := _full_name_end(text, word)):
                return full
        if key in self.own and _begins_sentence(text, start) and name_cues.DOING.match(text, end):
            return end
        if word[0] in name_cues.COMPASS and (run := _run_end(text, end)) > end:
            return run
        if text.startswith(", ", end) and (country := name_cues.COUNTRIES.match(text, end)):
            return country.end()
        return 0


def names_of(profile: Profile) -> Names:
    """The names that the profile tells: of employers, schools, places and, from its address, the person."""
    told = {
        (piece.kind, piece.text)
        for section in profile.sections
        for entry in section.entries
        for piece in entry.pieces
        if piece.kind in ("company", "school", "location")
    }
    whole = {text for _, text in told if " " in text}
    longest_first = sorted(whole, key=lambda name: (-len(name), name))[:MAX_NAMES]
    pattern = "|".join(re.escape(name) for name in longest_first)
    return Names(
        re.compile(rf"(?<!\w)(?:{pattern})(?!\w)") if pattern else None,
        frozenset(text.lower() for kind, text in told if kind != "location" and " " not in text),
        frozenset(_words_of_slug(profile.slug)) | frozenset(_introduced_in(profile)),
    )


def _words_of_slug(slug: str) -> Iterable[str]:
    return (word for word in slug.lower().split("-") if len(word) > 1 and word.isalpha())


def _introduced_in(profile: Profile) -> Iterator[str]:
    """The names by which the person is introduced under About: "Ruby is a careful analyst"."""
    about = profile.section("about")
    for entry in about.entries if about else ():
        for piece in entry.pieces:
            for start, end in _introductions(piece.text):
                yield from piece.text[start:end].lower().split()


def _introductions(text: str) -> Iterator[Span]:
    """The names with which sentences begin that say what a person is."""
    for found in name_cues.INTRODUCTION.finditer(text):
        name = name_cues.BEFORE_INTRODUCTION.search(text[max(0, found.start() - 60) : found.start()])
        if name:
            yield found.start() - len(name[1]), found.start()


def _without_overlaps(spans: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _word_before(text: str, start: int) -> str:
    """The word before an offset, in lower case; "@" may touch what follows it."""
    if start and text[start - 1] == "@":
        return "@"
    if not start or text[start - 1] not in _SPACES:
        return ""
    return text[max(0, text.rfind(" ", 0, start - 1)) : start - 1].strip(_SPACES).lower()


def _begins_sentence(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n" or text[start - 2 : start - 1] in (".", "!", "?")


def _is_cued(cue: str, before: str, text: str, word: re.Match[str]) -> bool:
    """Whether what stands before a word with a capital says that it is a name."""
    if name_cues.OF_TECHNOLOGY.match(text, word.end()):
        return False
    if cue in name_cues.AT:
        return not name_cues.GOOD_AT.search(before)
    if lead := name_cues.LEADS.get(cue):
        return bool(lead.search(before)) and not name_cues.TEAM.match(text, word.start())
    if lead := name_cues.INTRODUCING.get(cue):
        return bool(lead.search(before) and name_cues.INTRODUCED.match(text, _run_end(text, word.end())))
    return before[-3:].lower() == "ex-"


def _run_end(text: str, end: int) -> int:
    """The end of a name whose first word ends there; what is surely a technology is no more part of it."""
    for _ in range(MAX_WORDS - 1):
        following = _NEXT_WORD.match(text, end)
        if not following or name_cues.SENTENCE.match(following[1]):
            break
        if load_matcher().is_name(following[1]) and " of " not in following[0]:
            break
        end = following.end()
    country = name_cues.COUNTRIES.match(text, end)
    return country.end() if country else end


def _end_after_initials(text: str, start: int, cue: str) -> int:
    """The end of "R. Smith", or 0 where "R." ends a sentence."""
    initials = _INITIALS.match(text, start)
    if not initials or cue in name_cues.BEFORE_LANGUAGES:
        return 0
    surname = initials[1]
    is_word = surname.lower() in _vocabulary() - name_cues.SIGNALS_AS_NAMES
    return 0 if is_word or name_cues.SENTENCE.match(surname) else initials.end() + len(surname)


def _full_name_end(text: str, first: re.Match[str]) -> int:
    """The end of a person's full name of two or three words, which the lexicon does not know, or 0."""
    name = _FULL_NAME.match(text, first.start())
    if not name:
        return 0
    words = name[0].lower().split(" ")
    known = [word for word in words if word in _vocabulary()]
    is_name = name_cues.SIGNALS_AS_NAMES.issuperset(known)
    is_strange = len(known) < len(words) or words[-1] in name_cues.SIGNALS_AS_SURNAMES
    return name.end() if is_name and is_strange and not name_cues.SENTENCE.match(words[-1]) else 0


def _with_legal_form(text: str, word: re.Match[str]) -> Iterator[Span]:
    """The name that ends in a legal form ("Ltd") or "University"; technologies may stand before it."""
    start = word.start()
    before = _BEFORE_LEGAL.search(text[max(0, start - 60) : start])
    if before and not (word[0] in name_cues.SCHOOLS and text.startswith(" of ", word.end())):
        words = before[1].split(" ")
        # Before a school's name a resume often has the degree's: "Computer Science Columbia University".
        kept = 1 if word[0] in name_cues.SCHOOLS else len(words)
        first = start - len(before[0]) + sum(len(each) + 1 for each in words[:-kept])
        for each in words[-kept:-1]:
            if load_matcher().is_name(each):
                first += len(each) + 1
        yield first, word.end()


@cache
def _vocabulary() -> frozenset[str]:
    """Every word of the lexicon's forms, in lower case."""
    forms = (
        form for signal in load_lexicon().signals.values() for form in (*signal.forms, *signal.exact_forms)
    )
    return frozenset(word.lower() for form in forms for word in re.findall(r"\w+", form))

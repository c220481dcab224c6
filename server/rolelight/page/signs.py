"""Words of dates as signs: in whatever language a word is, a sign for what it means takes its place."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import rtoml

# A run of letters with their marks, dots and apostrophes; Chinese and Korean marks of numbers stand alone.
_RUN = re.compile(
    r"(?:(?<=\d)|(?<=\d ))[年月日号년월일](?!間)"
    r"|[^\W\d_][^\s\d_,;:()\[\]{}/·+<>\"!?*#=&%@-]*"
)
_SEVERAL = re.compile(r"[ /\d]")
# What may stand at the end of an abbreviation.
_ENDS = ".॰'"
# There is one sign for each set of meanings, from the end of Unicode; lines lose what they have of these.
_FIRST_SIGN = 0x100000
_RESERVED = re.compile("[\U00100000-\U0010ffff]")
# In an outline, these stand for the first letter of a point in time and of a duration, and for the others.
POINT_SIGN, DURATION_SIGN, REST_SIGN = "\U0010fff0", "\U0010fff1", "\U0010fff2"


_DATA = rtoml.loads(Path(__file__).with_name("dates.toml").read_text(encoding="utf-8"))
_DIVIDERS = str.maketrans({each: one for one, many in _DATA.pop("dividers").items() for each in many})


def _words() -> Iterator[tuple[str, str]]:
    for year in _DATA.pop("months").values():
        for number, forms in enumerate(year.split(" | "), 1):
            for form in forms.split(", "):
                yield from ((form, "month"), (form, f"{number:02}"))
    for meaning, languages in _DATA.items():
        yield from ((word, meaning) for words in languages.values() for word in words.split(", "))


def _meanings() -> dict[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for word, meaning in _words():
        found[word].add(meaning)
    return {word: frozenset(meanings) for word, meanings in found.items()}


def _longest() -> dict[str, int]:
    """Return of how many words the longest phrase is that begins with the word, where it is more than one."""
    found: defaultdict[str, int] = defaultdict(int)
    for phrase in MEANINGS:
        if _SEVERAL.search(phrase):
            first, *others = _RUN.findall(phrase)
            found[first] = max(found[first], 1 + len(others))
    return dict(found)


MEANINGS = _meanings()
_SIGNS = {meanings: chr(_FIRST_SIGN + at) for at, meanings in enumerate(dict.fromkeys(MEANINGS.values()))}
_SIGN_OF = {word: _SIGNS[meanings] for word, meanings in MEANINGS.items()}
_LONGEST = _longest()
_MONTH_OF = {
    sign: next(filter(str.isdigit, meanings)) for meanings, sign in _SIGNS.items() if "month" in meanings
}


def sign(*any_of: str) -> str:
    """Return a pattern for a word with any of the meanings in a line of signs."""
    return f"[{''.join(sign for meanings, sign in _SIGNS.items() if not meanings.isdisjoint(any_of))}]++"


def month_of(sign: str) -> str:
    """Return the number of the month that a sign means, such as "03", or nothing."""
    return _MONTH_OF.get(sign, "")


def signed(line: str) -> str:
    """Return a plain line with its words of dates as signs, each repeated so that the length stays."""
    line = _RESERVED.sub("?", line).translate(_DIVIDERS)
    runs = [match.span() for match in _RUN.finditer(line)]
    pieces, done, at = [], 0, 0
    while at < len(runs):
        start = runs[at][0]
        sign, end, count = _phrase(line, runs[at : at + _LONGEST.get(line[slice(*runs[at])], 1)])
        if sign:
            pieces += [line[done:start], sign * (end - start)]
            done = end
        at += count
    return "".join([*pieces, line[done:]])


def _phrase(line: str, runs: list[tuple[int, int]]) -> tuple[str, int, int]:
    """Return the sign of the longest phrase that the runs begin with, where it ends, its number of runs."""
    start = runs[0][0]
    for count in range(len(runs), 0, -1):
        end = runs[count - 1][1]
        if sign := _SIGN_OF.get(line[start:end].rstrip(_ENDS)):
            return sign, end, count
    return "", runs[0][1], 1

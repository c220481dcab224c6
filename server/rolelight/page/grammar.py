"""The grammar of a profile's lines: dates, durations, employment, workplaces, places and furniture."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

_WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8"))

# Longer lines are prose: nothing else here is ever that long, and every pattern stays fast.
MAX_LINE = 200
MAX_NAME = 110
MAX_LOCATION = 90
MAX_LOCATION_WORDS = 9

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xAD])


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))})"


_MONTH_OF = {form: f"{number:02}" for number, forms in enumerate(_WORDS["months"], 1) for form in forms}
_OF = _any(_WORDS["of"])
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_MONTH = rf"(?:{_any(_MONTH_OF)})"
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:\.|st|nd|rd|th|er)? (?:{_OF} )?)?{_MONTH}\.?,?(?: \d{{1,2}},)? (?:{_OF} )?{_YEAR}"
    rf"|(?:{_any(_WORDS['seasons'])}) {_YEAR}"
    rf"|{_YEAR}[-./](?:1[0-2]|0[1-9])(?:[-./](?:3[01]|[12]\d|0[1-9]))?(?!\d)"
    rf"|(?:(?:3[01]|[12]\d|0?[1-9])[./])?(?:1[0-2]|0?[1-9])[./]{_YEAR}"
    rf"|{_YEAR})"
)
_UNIT = _any([*_WORDS["years"], *_WORDS["months_long"], *_WORDS["weeks"]])
_DURATION = (
    rf"(?:{_any(_WORDS['less_than_a_year'])}"
    rf"|\d{{1,2}}\+? ?(?:{_UNIT})\b\.?(?:,? (?:(?:{_any(_WORDS['and'])}) )?\d{{1,2}} ?(?:{_UNIT})\b\.?)?)"
)
_DASH = r" ?(?:-|–|—|−|‒|→|~) ?"
_TO = rf"(?:{_DASH}(?:(?:{_any(_WORDS['to'])}) )?| (?:{_any(_WORDS['to'])}) )"
_PRESENT = rf"(?:{_any(_WORDS['present'])})(?!\w)"
_SHORT_YEAR = r"(?:1[3-9]|[2-9]\d)(?![\w.])"
_RANGE = (
    rf"(?:(?:{_any(_WORDS['from'])}) )?(?P<start>{_POINT})"
    rf"(?:(?:{_TO}|/)(?:(?P<end>{_POINT})|(?P<present>{_PRESENT}))|(?:-|–|/)(?P<short>{_SHORT_YEAR}))"
    rf"|(?:{_any(_WORDS['since'])}) (?P<since>{_POINT})"
)
_TAIL = rf"(?: ?[·•|,]? ?\(?{_DURATION}\)?)?"
_WHOLE_RANGE = re.compile(rf"\(?(?:{_RANGE})\)?{_TAIL}")
_WHOLE_POINT = re.compile(rf"\(?(?P<point>{_POINT})\)?(?P<open> ?[-–—])?{_TAIL}")
_RANGE_WITHIN = re.compile(rf"(?<![\w/.])(?:{_RANGE})(?![\w/])")
_POINT_WITHIN = re.compile(rf"(?<![\w/.])({_POINT})(?![\w/])")
_WHOLE_DURATION = re.compile(rf"\(?{_DURATION}\)?")
_NOISE = re.compile("|".join(f"(?:{pattern})" for pattern in _WORDS["noise"]))
_ISSUED = re.compile(rf"(?:{_any(_WORDS['issued'])})(?: (?:le|el|em|il|op|am|on))?:? ")
_SKILLS_LABEL = re.compile(rf"(?:{_any(_WORDS['skills'])}) ?: ?", re.I)
_MORE_SKILLS = re.compile("|".join(f"(?:{pattern})$" for pattern in _WORDS["more_skills"]), re.I)
_EMPLOYMENT = frozenset(_WORDS["employment"])
_WORKPLACE = frozenset(_WORDS["workplace"])
_PLACE_WORDS = frozenset([*_WORDS["place"], *(word for name in _WORKPLACE for word in name.split())])
_ABBREVIATIONS = frozenset(_WORDS["abbreviations"])
_MARKS = tuple(_WORDS["marks"])
_SEPARATOR = re.compile(r" [·•] ")
_SENTENCE = re.compile(r"[.!?;]$|[.!?] |[•▪►✓✔*#@|]|^[-–—]|https?:|\d{5,}%")


@dataclass(frozen=True, slots=True)
class Dates:
    """When something began and ended: "2020-03", "2020" or None; ``current`` says that it lasts."""

    start: str | None
    end: str | None
    current: bool = False


def plain(text: str) -> str:
    """Return the text as the grammar compares it: lower case, single spaces, no invisible characters."""
    return " ".join(text.translate(_INVISIBLE).lower().split())


@lru_cache(maxsize=4096)
def _point(text: str) -> str:
    """Normalise one point in time to "2020-03" or "2020"."""
    year = re.search(_YEAR, text)
    month = re.search(_MONTH, text)
    if year is None:
        raise ValueError("A point in time has a year.")
    if month is not None:
        return f"{year[0]}-{_MONTH_OF[month[0]]}"
    numbers = re.findall(r"\d+", text.replace(year[0], " ", 1))
    if not numbers:
        return year[0]
    # "2020-03-17" has the month first of what is left, "17.03.2020" last.
    return f"{year[0]}-{int(numbers[0 if text.startswith(year[0]) else -1]):02}"


def _dates(match: re.Match[str]) -> Dates:
    if match["since"]:
        return Dates(_point(match["since"]), None, current=True)
    start = _point(match["start"])
    if match["present"]:
        return Dates(start, None, current=True)
    if match["short"]:
        return Dates(start, start[:2] + match["short"])
    return Dates(start, _point(match["end"]))


def date_range(text: str) -> Dates | None:
    """Read a line that is a range of dates and nothing else but its duration."""
    if len(text) > MAX_LINE or not any(character.isdigit() for character in text):
        return None
    match = _WHOLE_RANGE.fullmatch(plain(text))
    return _dates(match) if match else None


def date_line(text: str) -> Dates | None:
    """Read a line that is a range, or one point in time, which is then both its beginning and its end."""
    if found := date_range(text):
        return found
    line = plain(text) if len(text) <= MAX_LINE else ""
    match = _WHOLE_POINT.fullmatch(_ISSUED.sub("", line, count=1))
    if match is None:
        return None
    point = _point(match["point"])
    return Dates(point, None, current=True) if match["open"] else Dates(point, point)


def dates_within(text: str) -> tuple[Dates, int, int] | None:
    """Find the first range of dates in a short line, with where it stands."""
    if len(text) > MAX_LINE:
        return None
    lowered = text.lower().replace("\xa0", " ")
    match = _RANGE_WITHIN.search(lowered) if len(lowered) == len(text) else None
    return (_dates(match), match.start(), match.end()) if match else None


def points_within(text: str) -> list[str]:
    """List the points in time that a line names, such as "Issued Jan 2023 · Expires Jan 2025"."""
    return [_point(found) for found in _POINT_WITHIN.findall(plain(text))] if len(text) <= MAX_LINE else []


def is_duration(text: str) -> bool:
    """Say whether the line is a bare duration, such as "4 yrs 2 mos"."""
    return len(text) <= MAX_LINE and _WHOLE_DURATION.fullmatch(plain(text)) is not None


def is_employment(text: str) -> bool:
    """Say whether the line is a kind of employment, such as "Full-time"."""
    return plain(text) in _EMPLOYMENT


def is_workplace(text: str) -> bool:
    """Say whether the line is a workplace, such as "Remote"."""
    return plain(text).strip("()") in _WORKPLACE


def is_noise(text: str) -> bool:
    """Say whether the whole line is a page's furniture, such as "Show all 8 experiences"."""
    return len(text) <= MAX_LINE and _NOISE.fullmatch(plain(text)) is not None


def is_mark(text: str) -> bool:
    """Say whether the line tells of grades, credential numbers and the like."""
    return plain(text[:MAX_LINE]).startswith(_MARKS)


def is_issued(text: str) -> bool:
    """Say whether the line tells when a certificate was issued."""
    return len(text) <= MAX_LINE and _ISSUED.match(plain(text)) is not None


def is_prose(text: str) -> bool:
    """Say whether a line is a sentence or as long as one, and so no name of a position, company or school."""
    words = text.split()
    last = words[-1].lower() if words else ""
    ends = last.endswith((".", "!", "?", ":", ";")) and last not in _ABBREVIATIONS and last.count(".") < 2
    return len(text) > MAX_NAME or (ends and len(words) > 1)


def looks_like_place(text: str) -> bool:
    """Say whether the line has the shape of a location: short, no bullet, no sentence, names alone."""
    words = text.split()
    if len(text) > MAX_LOCATION or len(words) > MAX_LOCATION_WORDS or _SENTENCE.search(text):
        return False
    return not any(word[0].islower() and word.strip("(),").lower() not in _PLACE_WORDS for word in words)


def parts(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a line that is divided by " · " stand."""
    edges = [0, *(edge for match in _SEPARATOR.finditer(text) for edge in match.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def skills_label(text: str) -> int:
    """Return how long the label before a list of skills is, such as "Skills: ", or 0."""
    match = _SKILLS_LABEL.match(text)
    return match.end() if match else 0


def skills_end(text: str) -> int:
    """Return where a list of skills ends, before a tail such as "and +3 skills"."""
    match = _MORE_SKILLS.search(text, max(0, len(text) - 60))
    return match.start() if match else len(text)

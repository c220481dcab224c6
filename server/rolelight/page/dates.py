"""Dates as profiles write them: points in time, ranges and durations, in the languages of grammar.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rolelight.page.vocabulary import MAX_LINE, WORDS, any_of, plain

_MONTH_OF = {form: f"{number:02}" for number, forms in enumerate(WORDS["months"], 1) for form in forms}
_OF = any_of(WORDS["of"])
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_MONTH = rf"{any_of(_MONTH_OF)}"
_POINT = (
    rf"(?:(?:\d{{1,2}}(?:\.|st|nd|rd|th|er)? (?:{_OF} )?)?{_MONTH}\.?,?(?: \d{{1,2}},)? (?:{_OF} )?{_YEAR}"
    rf"|{any_of(WORDS['seasons'])} {_YEAR}"
    rf"|{_YEAR}[-./](?:1[0-2]|0[1-9])(?:[-./](?:3[01]|[12]\d|0[1-9]))?(?!\d)"
    rf"|(?:(?:3[01]|[12]\d|0?[1-9])[./])?(?:1[0-2]|0?[1-9])[./]{_YEAR}"
    rf"|{_YEAR})"
)
_UNIT = any_of([*WORDS["years"], *WORDS["months_long"], *WORDS["weeks"]])
_DURATION = (
    rf"(?:{any_of(WORDS['less_than_a_year'])}"
    rf"|\d{{1,2}}\+? ?{_UNIT}\b\.?(?:,? (?:{any_of(WORDS['and'])} )?\d{{1,2}} ?{_UNIT}\b\.?)?)"
)
_DASH = r" ?(?:-|–|—|−|‒|→|~) ?"
_TO = rf"(?:{_DASH}(?:{any_of(WORDS['to'])} )?| {any_of(WORDS['to'])} )"
_PRESENT = rf"{any_of(WORDS['present'])}(?!\w)"
_SHORT_YEAR = r"(?:1[3-9]|[2-9]\d)(?![\w.])"
_RANGE = (
    rf"(?:{any_of(WORDS['from'])} )?(?P<start>{_POINT})"
    rf"(?:(?:{_TO}|/)(?:(?P<end>{_POINT})|(?P<present>{_PRESENT}))|(?:-|–|/)(?P<short>{_SHORT_YEAR}))"
    rf"|{any_of(WORDS['since'])} (?P<since>{_POINT})"
)
_TAIL = rf"(?: ?[·•|,]? ?\(?{_DURATION}\)?)?"
_WHOLE_RANGE = re.compile(rf"\(?(?:{_RANGE})\)?{_TAIL}")
_WHOLE_POINT = re.compile(rf"\(?(?P<point>{_POINT})\)?(?P<open> ?[-–—])?{_TAIL}")
_RANGE_WITHIN = re.compile(rf"(?<![\w/.])(?:{_RANGE})(?![\w/])")
_POINT_WITHIN = re.compile(rf"(?<![\w/.])({_POINT})(?![\w/])")
_WHOLE_DURATION = re.compile(rf"\(?{_DURATION}\)?")
_LAST_DURATION = re.compile(rf"(?:^|[ ·•|,(])(?P<duration>{_DURATION})\)?$")
_YEARS_IN = re.compile(rf"(\d+)\+? ?{any_of(WORDS['years'])}(?!\w)")
_MONTHS_IN = re.compile(rf"(\d+)\+? ?{any_of(WORDS['months_long'])}(?!\w)")
_YEAR_WITHIN = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_ISSUED = re.compile(rf"{any_of(WORDS['issued'])}(?: (?:le|el|em|il|op|am|on))?:? ")


@dataclass(frozen=True, slots=True)
class Dates:
    """When something began and ended: "2020-03", "2020" or None; ``current`` says that it lasts."""

    start: str | None
    end: str | None
    current: bool = False


def _point(text: str) -> str:
    """Normalise one point in time to "2020-03" or "2020"."""
    year = re.search(_YEAR, text)
    month = re.search(rf"(?<!\w){_MONTH}(?!\w)", text)
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


def months_stated(text: str) -> int | None:
    """Return the months that a line ends with, as "Jan 2020 - Present · 4 yrs 2 mos" does, or None."""
    line = plain(text) if len(text) <= MAX_LINE else ""
    match = _LAST_DURATION.search(line)
    if match is None:
        return None
    years, months = (unit.search(match["duration"]) for unit in (_YEARS_IN, _MONTHS_IN))
    return (int(years[1]) * 12 if years else 0) + (int(months[1]) if months else 0) or None


def names_year(text: str) -> bool:
    """Say whether a short line names a year."""
    return len(text) <= MAX_LINE and _YEAR_WITHIN.search(text) is not None


def is_issued(text: str) -> bool:
    """Say whether the line tells when a certificate was issued."""
    return len(text) <= MAX_LINE and _ISSUED.match(plain(text)) is not None

"""Dates as profiles write them: points in time, ranges and durations, in the languages of dates.toml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from rolelight.page.signs import DURATION_SIGN, POINT_SIGN, REST_SIGN, month_of, sign, signed
from rolelight.page.vocabulary import MAX_LINE, plain, plain_in_place

# The longest that the words know has some forty characters.
MAX_DURATION = 60
_FOUR_DIGITS = re.compile(r"\d\d\d\d")
# The patterns are for lines of signs: words are in them by their meaning alone.
_YEAR = r"(?:19[4-9]\d|20\d\d)"
_NUMBER = r"(?:1[0-2]|0?[1-9])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_OF = rf"(?:{sign('of')} )?"
_MONTH = rf"(?:{sign('month')}|{sign('month_label')} ?{_NUMBER}(?!\d)|(?<!\d){_NUMBER} ?{sign('month_mark')})"
_MARKED_YEAR = rf"{_YEAR}(?: ?{sign('year_mark')})?"
# A page may write a duration right behind: "20202 yrs".
_COUNT = rf"\d{{1,2}}\+? ?{sign('years', 'months_long', 'weeks')}"
_BEFORE_MONTH = rf"(?:\d{{1,2}}(?:\.|st|nd|rd|th|er|º)? {_OF})?"
_POINT = re.compile(
    rf"(?<!\w)(?:{_BEFORE_MONTH}{_MONTH}[,/-]? ?(?:\d{{1,2}}, )?{_OF}{_MARKED_YEAR}"
    rf"|{sign('seasons')} {_OF}{_YEAR}"
    rf"|{_YEAR}[-./](?:1[0-2]|0[1-9])(?:[-./](?:3[01]|[12]\d|0[1-9]))?"
    rf"|{_YEAR}\. ?{_NUMBER}\.?"
    rf"|(?:{_DAY}[./] ?)?{_NUMBER}[./] ?{_YEAR}"
    rf"|{_MARKED_YEAR}[.,]? ?{_MONTH}(?: ?{_DAY}(?:\.| ?{sign('day_mark')}))?"
    rf"|{_MARKED_YEAR})(?:(?!\w)|(?={_COUNT}))"
)
_YEARS, _MONTHS = sign("years"), sign("months_long")
_COUNTED = {"one_year": 12, "two_years": 24, "one_month": 1, "two_months": 2}
_AMOUNT = rf"(?:{_COUNT}|{sign(*_COUNTED)})"
_DURATION = re.compile(
    rf"{sign('less_than_a_year')}|1 ?{_YEARS} ?{sign('under')}"
    rf"|(?<!\w){_AMOUNT}(?:,? ?(?:{sign('and')} ?-?)?{_AMOUNT})?"
)
# A point in time and a duration in an outline.
_P, _D = f"{POINT_SIGN}{REST_SIGN}*+", f"{DURATION_SIGN}{REST_SIGN}*+"
_DASH = " ?- ?"
_TO = rf"(?:{_DASH}(?:{sign('to')} )?| ?{sign('to')} ?)"
_SHORT_YEAR = r"(?:1[3-9]|[2-9]\d)(?![\w.])"
_RANGE = (
    rf"(?:{sign('from')} )?(?P<start>{_P})(?:"
    rf"(?:{_TO}|/)(?:(?P<end>{_P})|(?P<present>{sign('present', 'until_now')}))"
    rf"| ?(?P<lasting>{sign('until_now', 'lasting')})|[-/](?P<short>{_SHORT_YEAR}))"
    rf"|{sign('since')} (?P<since>{_P})"
)
_TAIL = rf"(?: ?[·,]? ?\(?{_D}\)?)?"
_ISSUED = rf"{sign('issued')}(?:[: ]|(?={POINT_SIGN}))"
_WHOLE_RANGE = re.compile(rf"\(?(?:{_RANGE})\)?{_TAIL}")
_WHOLE_POINT = re.compile(
    rf"\(?(?:{_ISSUED} ?(?:{sign('on', 'of', 'from', 'to')} )?)?(?P<point>{_P})(?: ?{sign('issued')})?\)?"
    rf"(?P<open> ?-)?{_TAIL}"
)
_RANGE_WITHIN = re.compile(rf"(?<![\w/.])(?:{_RANGE})(?![\w/])")
_WHOLE_DURATION = re.compile(rf"\(?{_D}\)?")
_LAST_DURATION = re.compile(rf"(?:^|(?<=\W)){_D}\)?$")
_MONTHS_IN = {
    re.compile(rf"(\d+)\+? ?{_YEARS}(?! ?{sign('under')})"): 12,
    re.compile(rf"(\d+)\+? ?{_MONTHS}"): 1,
}
_COUNTED_IN = {re.compile(rf"(?<!\d )(?<!\d){sign(meaning)}"): months for meaning, months in _COUNTED.items()}
_YEAR_WITHIN = re.compile(rf"(?<!\d){_YEAR}(?!\d)")
_IS_ISSUED = re.compile(_ISSUED)
# An end in words that nobody listed.
_LASTS = re.compile(rf"{_TO}[^\d{DURATION_SIGN} ][^\d{DURATION_SIGN}]*(?:{_D})?")
# The Thai calendar counts its years from 543 BC.
_THAI = re.compile("[\u0e00-\u0e7f]")
_THAI_YEAR = re.compile(r"(?<!\d)(?:24[89]\d|25\d\d)(?!\d)")
_THAI_YEARS_AHEAD = 543


@dataclass(frozen=True, slots=True)
class Dates:
    """When something began and ended: "2020-03", "2020" or None; ``current`` says that it lasts."""

    start: str | None
    end: str | None
    current: bool = False


def _signs(line: str) -> str:
    if _THAI.search(line):
        line = _THAI_YEAR.sub(lambda year: str(int(year[0]) - _THAI_YEARS_AHEAD), line)
    return signed(line)


def _short(text: str, longest: int = MAX_LINE) -> str:
    """Return the signs of a line, or of nothing where the line is too long."""
    return _signs(plain(text)) if len(text) <= longest else ""


def _dated(text: str) -> str:
    """Return the signs of a line, or of nothing where it has no year: most lines have none."""
    return _short(text) if len(text) <= MAX_LINE and _FOUR_DIGITS.search(text) else ""


def _outline(signs: str) -> str:
    """Return the signs with every point in time and every duration as the one sign of such."""
    outline = _POINT.sub(partial(_whole, POINT_SIGN), signs)
    return _DURATION.sub(partial(_whole, DURATION_SIGN), outline)


def _whole(sign: str, found: re.Match[str]) -> str:
    return sign + REST_SIGN * (len(found[0]) - 1)


def _point(signs: str) -> str:
    """Normalise one point in time to "2020-03" or "2020"."""
    year = re.search(_YEAR, signs)
    if year is None:
        raise ValueError("A point in time has a year.")
    if month := next(filter(None, map(month_of, signs)), ""):
        return f"{year[0]}-{month}"
    numbers = re.findall(r"\d+", signs.replace(year[0], " ", 1))
    if not numbers:
        return year[0]
    # "2020-03-17" and "2020年3月" have the month first of what is left, "17.03.2020" last.
    return f"{year[0]}-{int(numbers[0 if signs.startswith(year[0]) else -1]):02}"


def _dates(match: re.Match[str], signs: str) -> Dates:
    start = _point(signs[slice(*match.span("since" if match["since"] else "start"))])
    if match["since"] or match["present"] or match["lasting"]:
        return Dates(start, None, current=True)
    if match["short"]:
        return Dates(start, start[:2] + match["short"])
    return Dates(start, _point(signs[slice(*match.span("end"))]))


def date_range(text: str) -> Dates | None:
    """Read a line that is a range of dates and nothing else but its duration."""
    signs = _dated(text)
    match = _WHOLE_RANGE.fullmatch(_outline(signs))
    return _dates(match, signs) if match else None


def date_line(text: str, *, named: bool = False) -> Dates | None:
    """Read a line that is a range, or one point in time, which is then both its beginning and its end.

    Where the markup names the line as dates, unknown words do not matter: the years are read, and an end
    that is no number means that it lasts.
    """
    signs = _dated(text)
    outline = _outline(signs)
    if match := _WHOLE_RANGE.fullmatch(outline):
        return _dates(match, signs)
    if match := _WHOLE_POINT.fullmatch(outline):
        point = _point(signs[slice(*match.span("point"))])
        return Dates(point, None, current=True) if match["open"] else Dates(point, point)
    return _named_dates(signs, outline) if named else None


def _named_dates(signs: str, outline: str) -> Dates | None:
    """Read the points before a tail, whatever words are around them."""
    outline = re.split(r"(?!^)[·()]", outline, maxsplit=1)[0]
    points = [point.span() for point in re.finditer(_P, outline)]
    if not points:
        return None
    start, end = (_point(signs[slice(*points[at])]) for at in (0, -1))
    lasts = len(points) == 1 and _LASTS.fullmatch(outline, points[0][1])
    return Dates(start, None, current=True) if lasts else Dates(start, end)


def dates_within(text: str) -> tuple[Dates, int, int] | None:
    """Find the first range of dates in a short line, with where it stands."""
    if len(text) > MAX_LINE or not _FOUR_DIGITS.search(text):
        return None
    signs = _signs(plain_in_place(text))
    match = _RANGE_WITHIN.search(_outline(signs))
    return (_dates(match, signs), match.start(), match.end()) if match else None


def points_within(text: str) -> list[str]:
    """List the points in time that a line names, such as "Issued Jan 2023 · Expires Jan 2025"."""
    return [_point(point[0]) for point in _POINT.finditer(_dated(text))]


def is_duration(text: str) -> bool:
    """Say whether the line is a bare duration, such as "4 yrs 2 mos"."""
    return _WHOLE_DURATION.fullmatch(_outline(_short(text, MAX_DURATION))) is not None


def months_stated(text: str) -> int | None:
    """Return the months that a line ends with, as "Jan 2020 - Present · 4 yrs 2 mos" does, or None."""
    signs = _short(text)
    match = _LAST_DURATION.search(_outline(signs))
    if match is None:
        return None
    duration = signs[slice(*match.span())]
    found = [int(each[1]) * months for unit, months in _MONTHS_IN.items() for each in unit.finditer(duration)]
    counted = [months for unit, months in _COUNTED_IN.items() if unit.search(duration)]
    return sum(found) + sum(counted) or None


def names_year(text: str) -> bool:
    """Say whether a short line names a year."""
    return len(text) <= MAX_LINE and _YEAR_WITHIN.search(plain(text)) is not None


def is_issued(text: str) -> bool:
    """Say whether the line tells when a certificate was issued."""
    return _IS_ISSUED.match(_outline(_dated(text))) is not None

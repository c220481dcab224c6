"""Reads a resume that was flattened to one line, the form of the measuring data, into a profile.

Only measuring needs it: "Work Experience <title> <company> - <place> January 2019 to Present <description>
... Education ... Skills ...". Where a title ends and a company begins is told by the title's own words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from rolelight.evaluation.texts import pieces_of
from rolelight.lexicon import load_matcher
from rolelight.page.model import Entry, Profile, Section

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DATES = re.compile(rf"(?:({_MONTHS}) )?((?:19|20)\d\d) to (?:(Present)|(?:({_MONTHS}) )?((?:19|20)\d\d))")
_NUMBERS = {name: f"{number:02}" for number, name in enumerate(_MONTHS.split("|"), start=1)}
_HEADINGS = {
    "Education": "education",
    "Skills": "skills",
    "Certifications/Licenses": "certifications",
    "Additional Information": "other",
    "Publications": "publications",
    "Awards": "honors",
    "Groups": "organizations",
    "Links": "",
    "Military Service": "",
    "Patents": "publications",
}
_SENTENCE_END = re.compile(r"[.!?;:*](?=\s)")
MOST_HEADING = 130  # characters of a title with its company and place; longer ones are rare in the data
LEAST_HEADING = 60  # where nothing tells the start of a heading
_YEARS = re.compile(r"\s*\((?:Less than 1 year|\d+\+? years?)\)")


def resume_profile(text: str) -> Profile:
    """The profile that a flattened resume describes; text that has no such form is all its about section."""
    text = " ".join(text.split())
    intro, found, rest = text.partition(" Work Experience ")
    if not found:
        return _profile([Section("about", entries=(_entry("about-1", "about", text, "1"),))])
    experience, sections = _divide(rest)
    about = Section("about", entries=(_entry("about-1", "about", intro, "1"),))
    return _profile([about, Section("experience", entries=tuple(_positions(experience))), *sections])


def _profile(sections: list[Section]) -> Profile:
    return Profile("profile", "text", text_language="en", sections=tuple(sections))


def _entry(entry_id: str, kind: str, text: str, block: str) -> Entry:
    return Entry(entry_id, pieces_of(kind, text, block))


def _divide(rest: str) -> tuple[str, list[Section]]:
    """What follows "Work Experience": the positions' text, and the sections after it."""
    last = [(rest.rfind(f" {heading} "), heading) for heading in _HEADINGS]
    starts = sorted(
        (start, heading) for start, heading in last if start >= 0 and not _is_running(rest, start, heading)
    )
    if not starts:
        return rest, []
    bounds = [*starts, (len(rest), "")]
    sections = [
        _section(_HEADINGS[heading], rest[start + len(heading) + 2 : end].strip())
        for (start, heading), (end, _) in pairwise(bounds)
    ]
    return rest[: starts[0][0]], [section for section in sections if section.kind and section.entries]


def _is_running(rest: str, start: int, heading: str) -> bool:
    """Whether a heading's words stand in a sentence: positions with dates still follow them."""
    if heading in ("Education", "Certifications/Licenses", "Military Service"):
        return False
    return len(_DATES.findall(rest, start)) > 2


def _section(kind: str, text: str) -> Section:
    if kind == "skills":
        names = [_YEARS.sub("", name) for name in re.split(r"[,;•*]\s*", text)]
        return Section(
            kind,
            entries=tuple(
                _entry(
                    f"skills-{number}", "name" if len(name) < MOST_HEADING else "other", name, f"s{number}"
                )
                for number, name in enumerate(filter(None, names), start=1)
            ),
        )
    piece = {"education": "degree", "certifications": "name"}.get(kind, "other")
    return Section(kind, entries=(_entry(f"{kind}-1", piece, text, kind),) if text else ())


def _positions(text: str) -> list[Entry]:
    dates = list(_DATES.finditer(text))
    if not dates:  # Where nothing tells the positions apart, all of it is one.
        pieces = pieces_of("description", text, "1d")
        return [Entry("experience-1", pieces)] if pieces else []
    starts = [
        _heading_start(text, dates[n - 1].end() if n else 0, date.start()) for n, date in enumerate(dates)
    ]
    return [
        _position(number, text[start : date.start()], date, text[date.end() : end])
        for number, (start, date, end) in enumerate(
            zip(starts, dates, [*starts[1:], len(text)], strict=True), start=1
        )
    ]


def _heading_start(text: str, after: int, before: int) -> int:
    """Where the title of a position starts: after the last sentence, or at its own first words."""
    low = max(after, before - MOST_HEADING)
    if low == after and before - after <= MOST_HEADING and after == 0:
        return 0
    heading = text[low:before]
    ends = [found.end() for found in _SENTENCE_END.finditer(heading)]
    start = ends[-1] if ends and ends[-1] < len(heading) - 4 else 0
    titles = load_matcher().find(heading[start:], ("title",))
    if titles and (start == 0 or not ends):
        return low + start + titles[0].start
    return low + start if ends or low == after else max(low, before - LEAST_HEADING)


def _position(number: int, heading: str, date: re.Match[str], description: str) -> Entry:
    titles = load_matcher().find(heading, ("title",))
    end = titles[-1].end if titles else len(heading.partition(" - ")[0])
    pieces = (
        *pieces_of("title", heading[:end], f"{number}t"),
        *pieces_of("company", heading[end:], f"{number}c"),
        *pieces_of("description", description, f"{number}d"),
    )
    first_month, first, present, last_month, last = date.groups()
    return Entry(
        f"experience-{number}",
        pieces,
        start=_date(first, first_month),
        end=_date(last, last_month) if last else None,
        current=bool(present),
    )


def _date(year: str, month: str | None) -> str:
    return f"{year}-{_NUMBERS[month]}" if month else year

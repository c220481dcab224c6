"""A reading as text for the terminal: the verdict with its sums, then the evidence position by position."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from rolelight.evidence.model import Fit, Highlight
from rolelight.lexicon import load_lexicon
from rolelight.page.model import Entry, Section
from rolelight.reading import Reading

# The colours of the directions; the words carry the meaning, colour only helps.
COLOURS = {"for": "green", "against": "red", "unclear": "yellow"}

VERDICTS = {
    "strong": "strong evidence",
    "possible": "possible",
    "unlikely": "unlikely",
    "not_enough_evidence": "not enough evidence",
}
VERDICT_COLOURS = {"strong": "green", "possible": "yellow", "unlikely": "red"}

PAGE_STATES = {
    "stale": "This is a profile, but the page had not finished loading. Reload it and save it again.",
    "sign_in_wall": "This is a sign-in page, not a profile. Sign in, open the profile and save it again.",
    "guest_home": "This is the site's front page for visitors, not a profile.",
    "blocked": "The site refused to show the page. Open the profile in your browser and save it again.",
    "not_found": "The site says that there is no such profile.",
    "private": "This profile is private: the page shows nothing to read.",
    "search_results": "This is a list of search results. Open one profile and save that page.",
    "job_ad": "This is a job advertisement, not a profile.",
    "blank": "There is no text on this page to read.",
}
SECTION_STATES = {
    "empty": "the page shows this section without content",
    "not_loaded": "the page had not loaded this section",
    "truncated": "the page shows only the first entries",
    "redacted": "the page hides the content",
}

# The balance sheet shows this many lines and adds the smaller ones up in one.
MOST_LINES = 12
# From this probability on, a use is named.
NAMED_USE = 0.5


def render_reading(reading: Reading, width: int) -> Iterator[str]:
    """The lines to print, at most ``width`` wide. Styles are ANSI codes, for click to drop off a terminal."""
    if reading.profile.page_state != "profile":
        yield from _wrapped(PAGE_STATES.get(reading.profile.page_state, "This page is not a profile."), width)
        return
    role = reading.role or _best_role(reading)
    yield from _verdict(reading, role, width)
    yield from _sums(reading.fits[role], width)
    for section in reading.profile.sections:
        yield from _section(reading, section, role, width)
    yield from _list("Missing", reading.fits[role].missing, width)
    yield from _list("Questions to ask", reading.fits[role].questions, width)
    yield from _list("Not understood", _warnings(reading), width)
    yield from _other_roles(reading, role)


def _best_role(reading: Reading) -> str:
    return max(reading.fits, key=lambda role: reading.fits[role].probability)


def _label(role: str) -> str:
    return next((each.label for each in load_lexicon().roles if each.id == role), role)


def _title(text: str) -> Iterator[str]:
    yield ""
    yield click.style(text.upper(), bold=True)


def _wrapped(text: str, width: int, indent: str = "") -> Iterator[str]:
    yield from textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=" " * len(indent))


def _verdict(reading: Reading, role: str, width: int) -> Iterator[str]:
    """The answer in two or three lines."""
    fit = reading.fits[role]
    colour = VERDICT_COLOURS.get(fit.verdict)
    words = click.style(f"{VERDICTS[fit.verdict]}, {fit.probability:.0%}", colour, bold=True)
    yield f"{click.style(_label(role), bold=True)}: {words}"
    if fit.skill:
        main = " and ".join(_use_label(fit.skill, use) for use in reading.uses[fit.skill].main)
        yield from _wrapped(
            f"{_skill_label(fit.skill)} was used for {main or 'work that the page leaves open'}.", width
        )
    yield from _wrapped(f"{fit.coverage:.0%} of the positions say more than a title.", width)


def _skill_label(skill: str) -> str:
    return load_lexicon().skills[skill].label


def _use_label(skill: str, use: str) -> str:
    return load_lexicon().skills[skill].uses[use].label


def _sums(fit: Fit, width: int) -> Iterator[str]:
    """The balance sheet: the start, the strongest lines, all others as one, and what they add up to."""
    start, *others = fit.lines
    others.sort(key=lambda line: -abs(line.weight))
    shown, rest = others[:MOST_LINES], others[MOST_LINES:]
    yield from _title("The sums")
    for line in (start, *shown):
        yield _sum(line.text, line.weight, width)
    if rest:
        yield _sum(f"{len(rest)} smaller lines together", sum(line.weight for line in rest), width)
    yield click.style(
        _sum(f"Sum, which is {fit.probability:.0%}", sum(line.weight for line in fit.lines), width), bold=True
    )


def _sum(text: str, weight: float, width: int) -> str:
    room = min(width, 72) - 8
    return f"{textwrap.shorten(text, room - 2, placeholder='…'):<{room}}{weight:+8.2f}"


def _section(reading: Reading, section: Section, role: str, width: int) -> Iterator[str]:
    """A section's entries with their evidence; one that says nothing is left out, a hidden one named."""
    entries = [line for entry in section.entries for line in _entry(reading, section, entry, role, width)]
    state = SECTION_STATES.get(section.state)
    if entries or state:
        yield from _title(section.kind)
    if state:
        yield from _wrapped(f"({state})", width, "  ")
    yield from entries


def _entry(reading: Reading, section: Section, entry: Entry, role: str, width: int) -> Iterator[str]:
    """One entry: what it is, what the skill was used for there, and its words for, against and unclear."""
    lines = list(_evidence(reading, section, entry, role, width))
    if not lines and section.kind != "experience":
        return
    name = ", ".join(filter(None, (entry.title, entry.company, entry.degree, entry.field, entry.school)))
    heading = " ".join(filter(None, (_period(entry), name, _use(reading, entry, reading.fits[role].skill))))
    yield from _wrapped(heading, width, "  ")
    yield from lines


def _period(entry: Entry) -> str:
    end = "now" if entry.current else entry.end
    return " to ".join(filter(None, (entry.start, end)))


def _use(reading: Reading, entry: Entry, skill: str | None) -> str:
    """What the skill was used for in the entry: "[Python: web development 95%]"."""
    uses = reading.uses[skill].entries.get(entry.id) if skill else None
    if not skill or not uses:
        return ""
    named = [(p, use) for use, p in uses.items() if p >= NAMED_USE]
    words = ", ".join(f"{_use_label(skill, use)} {p:.0%}" for p, use in sorted(named, reverse=True))
    return f"[{_skill_label(skill)}: {words or 'unclear'}]"


def _evidence(reading: Reading, section: Section, entry: Entry, role: str, width: int) -> Iterator[str]:
    """A line for each direction that the entry has evidence of, strongest words first."""
    own = [each for each in reading.highlights if (each.section, each.entry) == (section.kind, entry.id)]
    for direction, colour in COLOURS.items():
        words = _words([each for each in own if _direction(each, role) == direction], role)
        if words:
            first, *others = _wrapped(words, width, f"    {direction:<8} ")
            yield first.replace(direction, click.style(direction, colour), 1)
            yield from others


def _direction(highlight: Highlight, role: str) -> str:
    weight = highlight.weights.get(role, 0.0)
    return "for" if weight > 0 else "against" if weight < 0 else "unclear"


def _words(highlights: list[Highlight], role: str) -> str:
    """The quotes, each signal once, with a context that is not plain in brackets."""
    strongest = sorted(highlights, key=lambda each: -abs(each.weights.get(role, 0.0)))
    quotes = {(each.signal, each.context): each.quote.exact for each in reversed(strongest)}
    return ", ".join(
        quote if context == "plain" else f"{quote} ({context})"
        for (_, context), quote in reversed(quotes.items())
    )


def _warnings(reading: Reading) -> tuple[str, ...]:
    return tuple(f"{each.code.replace('_', ' ')}: {each.text}" for each in reading.profile.warnings)


def _list(title: str, texts: tuple[str, ...], width: int) -> Iterator[str]:
    if texts:
        yield from _title(title)
    for text in texts:
        yield from _wrapped(text, width, "  - ")


def _other_roles(reading: Reading, role: str) -> Iterator[str]:
    """The verdicts for the other roles, likeliest first."""
    others = sorted(
        (each for each in reading.fits if each != role), key=lambda each: -reading.fits[each].probability
    )
    if others:
        yield from _title("Other roles")
    for each in others:
        fit = reading.fits[each]
        yield f"  {fit.probability:4.0%}  {_label(each)} ({VERDICTS[fit.verdict]})"

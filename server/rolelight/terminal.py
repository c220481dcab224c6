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

# Of these, each entry is shown; of others, what the section says in all.
SECTIONS_BY_ENTRY = {"experience", "education"}
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
    fit = reading.fits[role]
    yield from _verdict(reading, role, width)
    yield from _sums(fit, width)
    for section in reading.profile.sections:
        yield from _section(reading, section, role, width)
    yield from _list("Missing", fit.missing, width)
    yield from _list("Questions to ask", fit.questions, width)
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


def _percent(probability: float) -> str:
    """A probability in whole per cent, which never claims certainty."""
    if probability > 0.99:
        return "over 99%"
    return "under 1%" if probability < 0.01 else f"{probability:.0%}"


def _verdict(reading: Reading, role: str, width: int) -> Iterator[str]:
    """The answer in two or three lines."""
    fit = reading.fits[role]
    colour = VERDICT_COLOURS.get(fit.verdict)
    words = click.style(f"{VERDICTS[fit.verdict]}, {_percent(fit.probability)}", colour, bold=True)
    yield f"{click.style(_label(role), bold=True)}: {words}"
    if fit.skill:
        main = " and ".join(_use_label(fit.skill, use) for use in reading.uses[fit.skill].main)
        used = f"{_skill_label(fit.skill)} was used for {main or 'work that the page leaves open'}."
        yield from _wrapped(used, width)
    yield from _wrapped(f"{fit.coverage:.0%} of the positions say more than a title.", width)


def _skill_label(skill: str) -> str:
    return load_lexicon().skills[skill].label


def _use_label(skill: str, use: str) -> str:
    return load_lexicon().skills[skill].uses[use].label


def _sums(fit: Fit, width: int) -> Iterator[str]:
    """The balance sheet: the start, the strongest lines, all others as one, and what they add up to."""
    yield from _title("The sums")
    start, *others = _totals(fit)
    others.sort(key=lambda line: -abs(line[1]))
    shown, rest = others[:MOST_LINES], others[MOST_LINES:]
    if rest:
        shown.append((f"{len(rest)} smaller lines together", sum(weight for _, weight in rest)))
    for text, weight in (start, *shown):
        yield _sum(text, weight, width)
    total = _sum(f"Sum, which is {_percent(fit.probability)}", sum(line.weight for line in fit.lines), width)
    yield click.style(total, bold=True)


def _totals(fit: Fit) -> list[tuple[str, float]]:
    """The lines with those of the same words added up: "Django, 7 times"."""
    weights: dict[str, list[float]] = {}
    for line in fit.lines:
        weights.setdefault(line.text, []).append(line.weight)
    return [
        (text if len(each) == 1 else f"{text}, {len(each)} times", sum(each))
        for text, each in weights.items()
    ]


def _sum(text: str, weight: float, width: int) -> str:
    room = min(width, 72) - 8
    return f"{textwrap.shorten(text, room - 2, placeholder='…'):<{room}}{weight:+8.2f}"


def _section(reading: Reading, section: Section, role: str, width: int) -> Iterator[str]:
    """A section's evidence; one that says nothing is left out, one that the page hides is named."""
    if section.kind in SECTIONS_BY_ENTRY:
        lines = [line for entry in section.entries for line in _entry(reading, section, entry, role, width)]
    else:
        lines = list(
            _evidence([each for each in reading.highlights if each.section == section.kind], role, width)
        )
    state = SECTION_STATES.get(section.state)
    if lines or state:
        yield from _title(section.kind)
    if state:
        yield from _wrapped(f"({state})", width, "  ")
    yield from lines


def _entry(reading: Reading, section: Section, entry: Entry, role: str, width: int) -> Iterator[str]:
    """One entry: what it is, what the skill was used for there, and its words for, against and unclear."""
    name = ", ".join(filter(None, (entry.title, entry.company, entry.degree, entry.field, entry.school)))
    yield from _wrapped("  ".join(filter(None, (_period(entry), name))), width, "  ")
    yield from _use(reading, entry, reading.fits[role].skill, width)
    own = [each for each in reading.highlights if (each.section, each.entry) == (section.kind, entry.id)]
    yield from _evidence(own, role, width)


def _period(entry: Entry) -> str:
    end = "now" if entry.current else entry.end
    return " to ".join(filter(None, (entry.start, end)))


def _use(reading: Reading, entry: Entry, skill: str | None, width: int) -> Iterator[str]:
    """What the skill was used for in the entry: "Python   web development 95%"."""
    uses = reading.uses[skill].entries.get(entry.id) if skill else None
    if skill and uses:
        named = sorted(((p, use) for use, p in uses.items() if p >= NAMED_USE), reverse=True)
        words = ", ".join(f"{_use_label(skill, use)} {_percent(p)}" for p, use in named)
        yield from _wrapped(
            words or "used for work that the page leaves open", width, f"    {_skill_label(skill):<8} "
        )


def _evidence(highlights: list[Highlight], role: str, width: int) -> Iterator[str]:
    """A line for each direction that there is evidence of, strongest words first."""
    for direction, colour in COLOURS.items():
        words = _words([each for each in highlights if _direction(each, role) == direction], role)
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
        yield f"  {_percent(fit.probability):>8}  {_label(each)} ({VERDICTS[fit.verdict]})"

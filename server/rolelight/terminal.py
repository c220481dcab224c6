"""A reading as text for the terminal: the verdict with its sums, then the evidence position by position."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from rolelight.evidence.model import Fit, Highlight
from rolelight.evidence.timeline import stretches_of
from rolelight.layout import bullets, percent, titled, wrapped
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill
from rolelight.page.model import Entry, Section
from rolelight.reading import Reading
from rolelight.wording import DIRECTION_COLOURS, PAGE_STATES, SECTION_STATES, VERDICT_COLOURS, VERDICTS

# Of these, each entry is shown; of others, what the section says in all.
SECTIONS_BY_ENTRY = {"experience", "education", "certifications", "projects", "volunteering"}
# The balance sheet shows this many lines and adds the smaller ones up in one.
MOST_LINES = 12


def render_reading(reading: Reading, width: int) -> Iterator[str]:
    """The lines to print, at most ``width`` wide. Styles are ANSI codes, for click to drop off a terminal."""
    if reading.profile.page_state != "profile":
        yield from wrapped(PAGE_STATES[reading.profile.page_state], width)
        return
    role = reading.role or _best_role(reading)
    fit = reading.fits[role]
    yield from _verdict(reading, role, width)
    yield from _sums(fit, width)
    yield from _timeline(reading, fit.skill, width)
    for section in reading.profile.sections:
        yield from _section(reading, section, role, width)
    yield from bullets("Missing", fit.missing, width)
    yield from bullets("Questions to ask", fit.questions, width)
    yield from bullets("Not understood", _warnings(reading), width)
    yield from _other_roles(reading, role)


def _best_role(reading: Reading) -> str:
    return max(reading.fits, key=lambda role: reading.fits[role].probability)


def _label(role: str) -> str:
    return next((each.label for each in load_lexicon().roles if each.id == role), role)


def _verdict(reading: Reading, role: str, width: int) -> Iterator[str]:
    """The answer in two or three lines."""
    fit = reading.fits[role]
    colour = VERDICT_COLOURS.get(fit.verdict)
    words = click.style(f"{VERDICTS[fit.verdict]}, {percent(fit.probability)}", colour, bold=True)
    yield f"{click.style(_label(role), bold=True)}: {words}"
    if fit.skill:
        yield from wrapped(_main_uses(load_lexicon().skills[fit.skill], reading.uses[fit.skill].main), width)
    else:
        yield from wrapped("The fit is for the work as such, in whatever language.", width)
    yield from wrapped(f"{fit.coverage:.0%} of the positions say more than a title.", width)


def _main_uses(skill: Skill, main: tuple[str, ...]) -> str:
    if not main:
        return f"The text leaves open what {skill.label} was mainly used for."
    return f"{skill.label} was used for {' and '.join(skill.uses[use].label for use in main)}."


def _timeline(reading: Reading, skill_id: str | None, width: int) -> Iterator[str]:
    """What the skill was used for over the years, a line for as long as nothing changes."""
    periods = reading.uses[skill_id].timeline if skill_id else ()
    if not skill_id or not periods:
        return
    skill = load_lexicon().skills[skill_id]
    yield from titled(f"{skill.label} over the years")
    for years, uses in stretches_of(periods):
        words = ", ".join(f"{skill.uses[each.use].label} {percent(each.p)}" for each in uses)
        yield from wrapped(words, width, f"  {years:<12}  ")


def _sums(fit: Fit, width: int) -> Iterator[str]:
    """The balance sheet: the start, the strongest lines, all others as one, and what they add up to."""
    yield from titled("The sums")
    start, *others = _totals(fit)
    others.sort(key=lambda line: -abs(line[1]))
    shown, rest = others[:MOST_LINES], others[MOST_LINES:]
    if rest:
        shown.append((f"{len(rest)} smaller lines together", sum(weight for _, weight in rest)))
    for text, weight in (start, *shown):
        yield _sum(text, weight, width)
    total = _sum(f"Sum, which is {percent(fit.probability)}", sum(line.weight for line in fit.lines), width)
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
        own = [each for each in reading.highlights if each.section == section.kind]
        lines = list(_evidence(own, role, width))
    state = SECTION_STATES.get(section.state)
    if lines or state:
        yield from titled(section.kind)
    if state:
        yield from wrapped(f"({state})", width, "  ")
    yield from lines


def _entry(reading: Reading, section: Section, entry: Entry, role: str, width: int) -> Iterator[str]:
    """One entry: what it is, what the skill was used for there, and its words for, against and unclear."""
    names = (entry.name, entry.title, entry.company, entry.degree, entry.field, entry.school)
    name = ", ".join(filter(None, names))
    yield from wrapped("  ".join(filter(None, (_period(entry), name))), width, "  ")
    yield from _use(reading, entry, reading.fits[role].skill, width)
    own = [each for each in reading.highlights if (each.section, each.entry) == (section.kind, entry.id)]
    yield from _evidence(own, role, width)


def _period(entry: Entry) -> str:
    end = "now" if entry.current else entry.end
    return " to ".join(filter(None, dict.fromkeys((entry.start, end))))


def _use(reading: Reading, entry: Entry, skill_id: str | None, width: int) -> Iterator[str]:
    """What the skill was clearly used for in the entry: "Python   web development 95%"."""
    uses = reading.uses[skill_id].entries.get(entry.id) if skill_id else None
    if skill_id and uses:
        skill, least = load_lexicon().skills[skill_id], load_lexicon().thresholds.clear_use
        clear = sorted(((p, use) for use, p in uses.items() if p >= least), reverse=True)
        words = ", ".join(f"{skill.uses[use].label} {percent(p)}" for p, use in clear)
        yield from wrapped(words or "the text leaves its use open", width, f"    {skill.label:<8} ")


def _evidence(highlights: list[Highlight], role: str, width: int) -> Iterator[str]:
    """A line for each direction that there is evidence of, strongest words first."""
    shown = _each_once(highlights, role)
    for direction, colour in DIRECTION_COLOURS.items():
        quotes = [_quote(each) for each in shown if each.directions.get(role, "unclear") == direction]
        if quotes:
            first, *others = wrapped(", ".join(quotes), width, f"    {direction:<8} ")
            yield first.replace(direction, click.style(direction, colour), 1)
            yield from others


def _each_once(highlights: list[Highlight], role: str) -> list[Highlight]:
    """The strongest highlight of each signal and context, strongest first."""
    strongest = sorted(highlights, key=lambda each: -abs(each.weights.get(role, 0.0)))
    once: dict[tuple[str, str], Highlight] = {}
    for each in strongest:
        once.setdefault((each.signal, each.context), each)
    return list(once.values())


def _quote(highlight: Highlight) -> str:
    """The words, with a context that is not plain in brackets."""
    exact = highlight.quote.exact
    return exact if highlight.context == "plain" else f"{exact} ({highlight.context})"


def _warnings(reading: Reading) -> tuple[str, ...]:
    return tuple(f"{each.code.replace('_', ' ')}: {each.text}" for each in reading.profile.warnings)


def _other_roles(reading: Reading, role: str) -> Iterator[str]:
    """The verdicts for the other roles, likeliest first."""
    others = sorted(
        (each for each in reading.fits if each != role), key=lambda each: -reading.fits[each].probability
    )
    if others:
        yield from titled("Other roles")
    for each in others:
        fit = reading.fits[each]
        yield f"  {percent(fit.probability):>8}  {_label(each)} ({VERDICTS[fit.verdict]})"

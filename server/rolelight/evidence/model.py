"""The plain data of the evidence stage: what a reading says beyond the profile itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quote:
    """A W3C TextQuoteSelector over a block's whitespace-collapsed text."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Highlight:
    """A mention as the page shows it, with what it speaks for.

    ``start`` and ``end`` are UTF-16 units over the block's text. ``kind`` is phrase, title, skill, education
    or warning. ``context`` is plain, negated, learning, slight, past, course, others, name or, where the
    mention is not to count, set_aside. By role: ``weights`` holds the exact log-odds, ``directions`` for or
    against (none where it is unclear), ``reasons`` why a weight is not more. ``direction`` and ``strength``
    (1 to 3) are those for the role asked for, or else for the role of the largest weight.
    """

    id: str
    signal: str
    kind: str
    section: str
    entry: str
    capture: int
    block: str
    start: int
    end: int
    quote: Quote
    context: str
    direction: str
    strength: int
    weights: dict[str, float]
    directions: dict[str, str]
    reasons: dict[str, str]
    note: str


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the timeline: the years from and to ("2019"), both of them within it."""

    from_: str
    to: str
    use: str
    p: float


@dataclass(frozen=True, slots=True)
class SkillUses:
    """What one ambiguous skill was used for: over the career, in each entry, and over time.

    Probabilities are by use. ``main`` lists the career's clear uses, strongest first: none means not enough
    evidence, several mean that the person did both.
    """

    career: dict[str, float]
    entries: dict[str, dict[str, float]]
    timeline: tuple[Period, ...]
    main: tuple[str, ...]


@dataclass(slots=True)
class FitLine:
    """A line of the balance sheet: its weight in log-odds and the highlights that it rests on.

    Never changed, but not frozen: a reading has thousands, and frozen ones take twice the time to make.
    """

    text: str
    weight: float
    highlights: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """The verdict for a role and the sums behind it.

    ``verdict`` is strong, possible, unlikely or not_enough_evidence. The weights of ``lines`` (the first is
    the starting point) add up to the log-odds of ``probability``. ``coverage`` is the share, 0 to 1, of
    positions that say more than a title. ``skill`` is the skill that the fit is for, or None where the page
    does not name it or the role's work is not told by it. ``questions`` are three.
    """

    verdict: str
    probability: float
    coverage: float
    skill: str | None
    lines: tuple[FitLine, ...]
    missing: tuple[str, ...]
    questions: tuple[str, ...]

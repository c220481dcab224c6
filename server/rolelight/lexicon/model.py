"""The plain data of the lexicon: signals, roles, skills with their uses, and context rules."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing worth noticing on a profile.

    ``forms`` match in any case, ``exact_forms`` only as written and, where ``requires`` has patterns, only
    with one of them nearby. ``before_not`` and ``after_not`` are patterns that rule a match out when they
    touch it. ``uses`` is what the signal says, in log-odds by use of a skill; ``without_skill`` replaces it
    where the page names no skill to ask about. ``skill`` names the skill that the signal cannot be without.
    """

    id: str
    kind: str
    family: str
    note: str
    forms: tuple[str, ...] = ()
    exact_forms: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    before_not: tuple[str, ...] = ()
    after_not: tuple[str, ...] = ()
    uses: dict[str, float] | None = None
    without_skill: dict[str, float] | None = None
    skill: str = ""
    ambiguous: bool = False
    link: str = ""
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a recruiter fills; ``use`` is the use of a skill that is this role's work.

    ``core`` are families of signals, one of which must speak for the role before its fit is strong, and
    ``core_missing`` says so in a sentence; no ``core`` asks for none.
    """

    id: str
    label: str
    family: str
    use: str
    start: float
    core: tuple[str, ...] = ()
    core_missing: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a skill: its starting point in log-odds, and the signals of rivals that do such work."""

    id: str
    label: str
    start: float
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """An ambiguous skill, the signal that names it, and its uses by id."""

    id: str
    label: str
    signal: str
    uses: dict[str, Use]


@dataclass(frozen=True, slots=True)
class Context:
    """A cue whose words before or after a mention change what it says; ``keep`` is the share that stays.

    ``titles`` are patterns of titles under which the whole position stands in this context.
    """

    id: str
    keep: float
    words: int
    note: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Nearness:
    """Where a mention stands in relation to a skill: the share of its weight that stays, and why."""

    share: float
    note: str


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a fit is called what: probabilities, a number of families, and log-odds of evidence."""

    strong: float
    unlikely: float
    families: int
    evidence: float
    main_use: float
    clear_use: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All the knowledge that a reading rests on."""

    signals: dict[str, Signal]
    roles: tuple[Role, ...]
    skills: dict[str, Skill]
    contexts: tuple[Context, ...]
    terminators: tuple[str, ...]
    thresholds: Thresholds
    nearness: dict[str, Nearness]

    def role(self, role_id: str) -> Role | None:
        """The role with that id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

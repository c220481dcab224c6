"""The plain data of the lexicon: signals, roles, skills with their uses, and context rules."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Signal:
    """One thing worth noticing on a profile.

    ``forms`` match in any case, ``exact_forms`` only as written and only where one of the patterns that it
    ``requires`` stands nearby or, if it may stand ``in_list``, where a neighbour on the same list is the name
    of a technology (with neither, anywhere). The forms of a ``doubtful`` signal, which is also a place, a
    person or a thing, are believed only in a text about technology. ``excludes`` are patterns that rule a
    match out nearby, ``before_not`` and ``after_not`` where they touch it. ``uses`` and ``roles`` are what
    the signal says, in log-odds, by use of a skill and by role: judgement, from which the fitted weights
    start. ``implies`` are the skills that the signal cannot be without; ``confusable`` are the signals that
    it must be told from.
    """

    id: str
    kind: str
    family: str
    note: str
    forms: tuple[str, ...] = ()
    exact_forms: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    in_list: bool = False
    doubtful: bool = False
    excludes: tuple[str, ...] = ()
    before_not: tuple[str, ...] = ()
    after_not: tuple[str, ...] = ()
    implies: tuple[str, ...] = ()
    uses: dict[str, float] = field(default_factory=dict)
    roles: dict[str, float] = field(default_factory=dict)
    ambiguous: bool = False
    confusable: tuple[str, ...] = ()
    link: str = ""
    match: tuple[str, ...] = ()
    no_match: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A role that a recruiter fills; ``uses`` are the uses of a skill that are its work, with their shares.

    ``own`` is the share of what signals say of the role itself that counts beside those uses; ``start`` is
    its starting point without a skill, ``shift`` what is added to the first use's with one. ``core`` are
    families of signals, one of which must speak for the role before its fit is strong, and ``core_missing``
    says so in a sentence, ``core_question`` asks for it; no ``core`` asks for none. ``questions`` are the
    three that can always be asked.
    """

    id: str
    label: str
    family: str
    start: float
    uses: dict[str, float] = field(default_factory=dict)
    shift: float = 0.0
    own: float = 1.0
    core: tuple[str, ...] = ()
    core_missing: str = ""
    core_question: str = ""
    questions: tuple[str, ...] = ()

    @property
    def work(self) -> tuple[str, ...]:
        """The uses of a skill that are this role's work; of others, evidence counts against it."""
        return tuple(use for use, share in self.uses.items() if share > 0)

    def is_about(self, skill: Skill) -> bool:
        """Whether what the skill was used for tells of the role's work, or the role is of the skill."""
        return self.family == skill.id or any(use in skill.uses for use in self.uses)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a skill: its starting point in log-odds, and the signals of rivals that do such work.

    ``share`` is that of the entries that the weights were fitted on, 0 to 1, for which readers named the use:
    what the starting point takes for granted of any candidate.
    """

    id: str
    label: str
    start: float
    share: float
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skill:
    """An ambiguous skill, the signal that names it, and its uses by id."""

    id: str
    label: str
    signal: str
    uses: dict[str, Use] = field(default_factory=dict)


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
class Question:
    """What to ask the candidate in a situation that leaves something open, and how often at most."""

    situation: str
    text: str
    most: int = 1


@dataclass(frozen=True, slots=True)
class Nearness:
    """Where a mention stands in relation to a skill: the shares of its two weights that count, and why.

    ``near`` is the share of what the signal says when it stands near the skill, ``elsewhere`` of what it says
    when it stands elsewhere in the position.
    """

    near: float
    elsewhere: float
    note: str

    @property
    def closeness(self) -> float:
        """How much it counts, to compare: of several mentions of a signal, the closest counts in full."""
        return self.near + self.elsewhere / 2


@dataclass(frozen=True, slots=True)
class Thresholds:
    """When a fit is called what: probabilities, a number of families, and log-odds of evidence."""

    strong: float
    unlikely: float
    families: int
    evidence: float
    main_use: float
    clear_use: float
    clear_position: float
    clear_position_months: int


@dataclass(frozen=True, slots=True)
class Weights:
    """The fitted weights, in log-odds; a signal that they do not hold says what the lexicon says.

    ``starts`` are the starting points by use and role, ``uses`` by use and signal what it says near the skill
    and elsewhere in the position, ``roles`` by signal and role what it says of the person's work as such, for
    the ``fitted_roles``; ``bounds`` are, by use, what all that speaks for it, and all against, can reach in
    one position; ``fitted_on`` are the SHA-256 of the files that they were fitted on.
    """

    starts: dict[str, float]
    uses: dict[str, dict[str, tuple[float, float]]]
    roles: dict[str, dict[str, float]]
    fitted_roles: frozenset[str] = frozenset()
    bounds: dict[str, tuple[float, float]] = field(default_factory=dict)
    fitted_on: frozenset[str] = frozenset()


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
    weights: Weights
    questions: tuple[Question, ...]

    def role(self, role_id: str) -> Role | None:
        """The role with that id, or None."""
        return next((role for role in self.roles if role.id == role_id), None)

    def roles_said(self, signal: Signal) -> dict[str, float]:
        """What a signal says of each role, in log-odds: fitted where the role was fitted, else judgement."""
        judged = {role: says for role, says in signal.roles.items() if role not in self.weights.fitted_roles}
        return {**judged, **self.weights.roles.get(signal.id, {})}

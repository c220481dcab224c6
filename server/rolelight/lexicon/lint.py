"""Checks the lexicon beyond its data model: targets, patterns, forms, examples and notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from importlib.resources.abc import Traversable

import rtoml

from rolelight.lexicon.beside_signals import problems_beside_signals
from rolelight.lexicon.doubt_patterns import doubt_problems
from rolelight.lexicon.forms import count_of_keys, keys_of
from rolelight.lexicon.kinds import KINDS, KINDS_TOGETHER
from rolelight.lexicon.load import DATA, load_lexicon, read_lexicon, signal_files
from rolelight.lexicon.match import Matcher
from rolelight.lexicon.model import Lexicon, Signal
from rolelight.lexicon.problems import LexiconError, Problem, lines_of, why_not_a_pattern
from rolelight.lexicon.spellings import MAX_WORDS
from rolelight.lexicon.words import WORD

MOST_KEYS = 400  # spellings of one form; more are several forms, or words that nobody writes
MOST_LOG_ODDS = 3.0  # what one signal may say: nothing on a profile is surer than twenty to one
_PLAIN_NOTE = re.compile(r"[A-Z“].{18,178}[.]", re.DOTALL)


def lint_lexicon(folder: Traversable = DATA) -> list[Problem]:
    """Every problem of the lexicon in a folder, by file and line; none where all is well."""
    try:
        lexicon = read_lexicon(folder)
        problems = [*_problems(folder, lexicon), *doubt_problems(folder)]
    except LexiconError as error:
        return [error.problem]
    return sorted(problems, key=lambda problem: (problem.file, problem.line))


def first_unusable(folder: Traversable = DATA) -> Problem | None:
    """The first target that is missing, pattern that is not valid, or problem of another file than signals'.

    Those would break readings, so the server checks them as it starts; all else can wait for the linter.
    """
    lexicon = load_lexicon() if folder is DATA else read_lexicon(folder)
    for signal in lexicon.signals.values():
        for text in (*_targets(signal, lexicon), *_patterns(signal, lexicon)):
            return Problem(*_places(folder / "signals")[signal.id], f"{signal.id}: {text}")
    return next(problems_beside_signals(lexicon), None)


def _problems(folder: Traversable, lexicon: Lexicon) -> Iterator[Problem]:
    places = _places(folder / "signals")
    for signal in lexicon.signals.values():
        for check in (_identity, _targets, _patterns, _forms, _says, _note):
            for text in check(signal, lexicon):
                yield Problem(*places[signal.id], f"{signal.id}: {text}")
    for signal_id, text in (*_shared_forms(lexicon), *_examples(lexicon)):
        yield Problem(*places[signal_id], f"{signal_id}: {text}")
    yield from problems_beside_signals(lexicon)


def _places(folder: Traversable) -> dict[str, tuple[str, int]]:
    """The file and line of each signal."""
    places = {}
    for file in signal_files(folder):
        tables = rtoml.loads(file.read_text("utf-8"))["signal"]
        for table, line in zip(tables, lines_of(file, "signal"), strict=True):
            places[table["id"]] = (f"signals/{file.name}", line)
    return places


def _identity(signal: Signal, _: Lexicon) -> Iterator[str]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", signal.id):
        yield "The id must be lower-case words with hyphens."
    if signal.kind not in KINDS:
        yield f"The kind {signal.kind} is unknown: use one of {', '.join(KINDS)}."
    if not signal.family:
        yield "It needs a family."
    if signal.link and not re.fullmatch(r"https://\S+", signal.link):
        yield "The link must begin with https://."


def _targets(signal: Signal, lexicon: Lexicon) -> Iterator[str]:
    known_targets: tuple[tuple[str, Collection[str], Collection[str]], ...] = (
        ("uses", signal.uses, {use for skill in lexicon.skills.values() for use in skill.uses}),
        ("roles", signal.roles, {role.id for role in lexicon.roles}),
        ("implies", signal.implies, lexicon.signals),
        ("confusable", signal.confusable, lexicon.signals),
    )
    for key, targets, known in known_targets:
        for target in targets:
            if target not in known:
                yield f"{key} names {target}, which does not exist: correct it or add it."


def _patterns(signal: Signal, _: Lexicon) -> Iterator[str]:
    for key in ("requires", "excludes", "before_not", "after_not"):
        for pattern in getattr(signal, key):
            if error := why_not_a_pattern(pattern):
                yield f"The pattern {pattern!r} in {key} is not valid ({error}): correct it."
    if (signal.requires or signal.in_list) and not signal.exact_forms:
        yield "requires and in_list are for exact_forms, and there are none."


def _forms(signal: Signal, _: Lexicon) -> Iterator[str]:
    if not signal.forms and not signal.exact_forms:
        yield "It has no forms."
    for form in signal.forms + signal.exact_forms:
        try:
            count = count_of_keys(form)
            keys = keys_of(form) if count <= MOST_KEYS else ()
        except ValueError as error:
            yield f"The form {form!r} cannot be read: {error}."
            continue
        if not keys:
            yield f"The form {form!r} has {count} spellings; {MOST_KEYS} is the most. Cut it in two."
        for key in keys:
            words = WORD.findall(key)
            if len(words) > MAX_WORDS or not key.endswith(words[-1]):
                yield f"The form {form!r} must end in a word and have {MAX_WORDS} words at most."
                break


def _says(signal: Signal, _: Lexicon) -> Iterator[str]:
    if not (signal.ambiguous or signal.uses or signal.roles or signal.confusable):
        yield "It says nothing: give it uses or roles, or say that it is ambiguous."
    for target, weight in (*signal.uses.items(), *signal.roles.items()):
        if not isinstance(weight, int | float) or not -MOST_LOG_ODDS <= weight <= MOST_LOG_ODDS or not weight:
            yield f"What it says for {target} must be log-odds from -{MOST_LOG_ODDS} to {MOST_LOG_ODDS}."


def _note(signal: Signal, _: Lexicon) -> Iterator[str]:
    if not _PLAIN_NOTE.fullmatch(signal.note):
        yield "The note must be one or two plain sentences of 20 to 180 characters that end with a full stop."


def _shared_forms(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Spellings that stand for two signals of kinds that are looked for together."""
    owners: dict[tuple[tuple[str, ...], str], Signal] = {}
    for signal in lexicon.signals.values():
        for form in signal.forms + signal.exact_forms:
            for key in _keys(form):
                for kinds in KINDS_TOGETHER:
                    if signal.kind not in kinds:
                        continue
                    owner = owners.setdefault((kinds, key), signal)
                    if owner is not signal and owner.kind == signal.kind:
                        yield signal.id, f"“{key}” is also a form of {owner.id}: take it from one of them."
                        break


def _keys(form: str) -> set[str]:
    """The keys of a form; none where it cannot be read or has too many, which is told elsewhere."""
    try:
        return keys_of(form) if count_of_keys(form) <= MOST_KEYS else set()
    except ValueError:
        return set()


def _examples(lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    # What cannot be read was told already, and would stop the matcher.
    readable = [
        each
        for each in lexicon.signals.values()
        if not any(_patterns(each, lexicon)) and all(map(_keys, each.forms + each.exact_forms))
    ]
    matcher = Matcher(readable)
    for signal in readable:
        kinds = next((kinds for kinds in KINDS_TOGETHER if signal.kind in kinds), ())
        if not signal.match:
            yield signal.id, "It needs an example that must match."
        for text in signal.match:
            if signal.id not in (match.signal.id for match in matcher.find(text, kinds)):
                yield signal.id, f"It does not match its example {text!r}."
        for text in signal.no_match:
            if signal.id in (match.signal.id for match in matcher.find(text, kinds)):
                yield signal.id, f"It matches {text!r}, which it must not."

"""Loads the lexicon from its TOML files; what a file holds is checked against the data model at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, replace
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, TypeVar, get_args, get_type_hints

import rtoml

from rolelight.lexicon.model import (
    Context,
    Lexicon,
    Nearness,
    Question,
    Role,
    Signal,
    Skill,
    Thresholds,
    Use,
    Weights,
)
from rolelight.lexicon.problems import LexiconError, Problem, line_of
from rolelight.lexicon.weights import weights_of

Item = TypeVar("Item")
DATA = resources.files("rolelight.lexicon") / "data"


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that is shipped; read once a process.

    Raises LexiconError, with file, line and what to do, where a file does not fit the data model.
    """
    return read_lexicon(DATA)


def read_lexicon(folder: Traversable) -> Lexicon:
    """The lexicon in a folder; raises LexiconError where a file does not fit the data model."""
    return Lexicon(
        signals=_signals(folder / "signals"),
        roles=tuple(_items(folder / "roles.toml", "role", Role)),
        skills={skill.id: skill for skill in _skills(folder / "skills.toml")},
        contexts=tuple(_items(folder / "contexts.toml", "context", Context)),
        terminators=_terminators(folder / "contexts.toml"),
        thresholds=read_item(folder / "verdicts.toml", Thresholds),
        nearness={
            name: _item(Nearness, table, folder / "nearness.toml", name)
            for name, table in _read(folder / "nearness.toml").items()
        },
        weights=_weights(folder / "weights.toml"),
        questions=tuple(_items(folder / "questions.toml", "question", Question)),
    )


def read_item(file: Traversable, kind: type[Item]) -> Item:
    """What a file holds, as one item of a kind; raises LexiconError where it does not fit the data model."""
    return _item(kind, _read(file), file)


def signal_files(folder: Traversable) -> list[Traversable]:
    """The files of signals in a folder, by name."""
    try:
        files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    except OSError as error:
        problem = f"It cannot be read ({error}): put a folder with files of signals there."
        raise LexiconError(Problem(folder.name, 1, problem)) from error
    return sorted(files, key=lambda file: file.name)


def _signals(folder: Traversable) -> dict[str, Signal]:
    signals: dict[str, Signal] = {}
    for file in signal_files(folder):
        try:
            _add_signals(file, signals)
        except LexiconError as error:
            raise LexiconError(replace(error.problem, file=f"{folder.name}/{file.name}")) from error
    return signals


def _add_signals(file: Traversable, signals: dict[str, Signal]) -> None:
    for number, signal in enumerate(_items(file, "signal", Signal)):
        if signal.id in signals:
            problem = f"The signal {signal.id} stands in the lexicon twice: rename one."
            raise LexiconError(Problem(file.name, line_of(file, "signal", number), problem))
        signals[signal.id] = signal


def _skills(file: Traversable) -> Iterator[Skill]:
    for number, table in enumerate(_tables(file, "skill")):
        uses = {
            use: _item(Use, {"id": use, **values}, file, "skill", number)
            for use, values in table.pop("uses", {}).items()
        }
        yield _item(Skill, {**table, "uses": uses}, file, "skill", number)


def _terminators(file: Traversable) -> tuple[str, ...]:
    words = _read(file).get("terminators")
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise LexiconError(
            Problem(file.name, 1, "The key terminators is missing or no list of words: add it.")
        )
    return tuple(words)


def _weights(file: Traversable) -> Weights:
    try:
        return weights_of(_read(file))
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        problem = f"It is not what `rolelight train` writes ({error}): fit the weights again."
        raise LexiconError(Problem(file.name, 1, problem)) from error


def _items(file: Traversable, name: str, kind: type[Item]) -> Iterator[Item]:
    """The tables of that name in a file, as items of a kind."""
    for number, table in enumerate(_tables(file, name)):
        yield _item(kind, table, file, name, number)


def _tables(file: Traversable, name: str) -> list[dict[str, Any]]:
    content = _read(file)
    tables = content.get(name)
    if not isinstance(tables, list):
        raise LexiconError(
            Problem(file.name, 1, f"There is no [[{name}]] in it: add one, or remove the file.")
        )
    return tables


def _item(kind: type[Item], table: Any, file: Traversable, name: str = "", number: int = 0) -> Item:
    """One item of the data model; raises LexiconError for a key that is unknown, missing or wrong.

    The item is the table of that name and number in the file, or the whole file.
    """
    wrong = _wrong_key(kind, table) if isinstance(table, dict) else f"{name} must be a table."
    if wrong:
        raise LexiconError(Problem(file.name, line_of(file, name, number), wrong))
    return kind(**{key: tuple(value) if isinstance(value, list) else value for key, value in table.items()})


# What TOML gives for the types of the data model.
_TYPES: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "bool": (bool,),
    "float": (int, float),
    "int": (int,),
    "tuple": (list,),
    "dict": (dict,),
}
Allowed = tuple[type, ...]


def _wrong_key(kind: Any, table: Mapping[str, Any]) -> str:
    known, required = _keys_of(kind)
    if unknown := sorted(table.keys() - known.keys()):
        return f"The key {unknown[0]} is unknown: use one of {', '.join(known)}."
    if missing := sorted(required - table.keys()):
        return f"The key {missing[0]} is missing: add it."
    for key, value in table.items():
        allowed, inside = known[key]
        if not isinstance(value, allowed):
            return f"The key {key} holds something else than {_named(allowed)}: correct it."
        within = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if inside and not all(isinstance(each, inside) for each in within):
            return f"The key {key} holds a value that is something else than {_named(inside)}: correct it."
    return ""


def _named(types: Allowed) -> str:
    return " or ".join(each.__name__ for each in types)


@cache
def _keys_of(kind: Any) -> tuple[dict[str, tuple[Allowed, Allowed]], frozenset[str]]:
    """The keys of a kind of item, with what TOML may give for them and within them, and those it must."""
    hints = get_type_hints(kind)
    known = {
        each.name: (_types_of(hints[each.name]), _types_within(hints[each.name])) for each in fields(kind)
    }
    required = {
        each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING
    }
    return known, frozenset(required)


def _types_of(hint: Any) -> Allowed:
    return _TYPES[getattr(hint, "__name__", "")]


def _types_within(hint: Any) -> Allowed:
    """What the values of a list or table may be; anything where they are items themselves."""
    inside = get_args(hint)
    kind = inside[-1] if hint.__name__ == "dict" else inside[0] if inside else None
    return _TYPES.get(getattr(kind, "__name__", ""), ())


def _read(file: Traversable) -> dict[str, Any]:
    try:
        return rtoml.loads(file.read_text("utf-8"))
    except rtoml.TomlParsingError as error:
        line = str(error).rpartition("at line ")[2].partition(" ")[0]
        problem = f"It is not valid TOML ({error}): mend that line."
        raise LexiconError(Problem(file.name, int(line) if line.isdigit() else 1, problem)) from error
    except (OSError, UnicodeDecodeError) as error:
        problem = f"It cannot be read ({error}): put a file of TOML in UTF-8 there."
        raise LexiconError(Problem(file.name, 1, problem)) from error

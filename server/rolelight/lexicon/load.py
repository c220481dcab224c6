"""Loads the lexicon from its TOML files."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from rolelight.lexicon.model import Context, Lexicon, Nearness, Role, Signal, Skill, Thresholds, Use


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that is shipped; read once a process.

    Raises TypeError for a key that the data model does not know, and ValueError for an id used twice.
    """
    contexts = _read("contexts.toml")
    return Lexicon(
        signals=_signals(),
        roles=tuple(Role(**_frozen(table)) for table in _read("roles.toml")["role"]),
        skills={table["id"]: _skill(table) for table in _read("skills.toml")["skill"]},
        contexts=tuple(Context(**_frozen(table)) for table in contexts["context"]),
        terminators=tuple(contexts["terminators"]),
        thresholds=Thresholds(**_read("verdicts.toml")),
        nearness={name: Nearness(**table) for name, table in _read("nearness.toml").items()},
    )


def _read(name: str) -> dict[str, Any]:
    text = (resources.files("rolelight.lexicon") / "data" / name).read_text("utf-8")
    return tomllib.loads(text)


def _signals() -> dict[str, Signal]:
    folder = resources.files("rolelight.lexicon") / "data" / "signals"
    signals: dict[str, Signal] = {}
    for name in sorted(file.name for file in folder.iterdir() if file.name.endswith(".toml")):
        for table in _read(f"signals/{name}")["signal"]:
            signal = Signal(**_frozen(table))
            if signal.id in signals:
                raise ValueError(f"{name}: the signal {signal.id} stands in the lexicon twice")
            signals[signal.id] = signal
    return signals


def _skill(table: dict[str, Any]) -> Skill:
    uses = {use: Use(id=use, **_frozen(values)) for use, values in table["uses"].items()}
    return Skill(id=table["id"], label=table["label"], signal=table["signal"], uses=uses)


def _frozen(table: dict[str, Any]) -> dict[str, Any]:
    """The table with its lists as tuples."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}

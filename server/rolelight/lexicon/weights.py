"""Reads the fitted weights, and falls back on the lexicon's judgement where there are none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rolelight.lexicon.model import Role, Signal, Use, Weights

# Of what a signal says near a skill, what it says elsewhere in the position: judgement, where nothing was
# fitted.
ELSEWHERE = 0.5
NOTHING = (0.0, 0.0)
# What all that speaks for a use, and all that speaks against it, can reach in one position, in log-odds.
# Long texts name so much that plain sums run away: with these bounds the ranking of data work rose from
# 0.930 to 0.946 (ROC AUC, out of fold); from 5 and 2 to 8 and 4 it stays within its uncertainty.
BOUNDS = (5.0, 2.0)


def weights_of(table: Mapping[str, Any]) -> Weights:
    """The weights in the tables of weights.toml, which `rolelight train` writes."""
    uses: dict[str, dict[str, tuple[float, float]]] = {}
    for signal, by_use in table.get("uses", {}).items():
        for use, (near, elsewhere) in by_use.items():
            uses.setdefault(use, {})[signal] = (near, elsewhere)
    roles = table.get("roles", {})
    fitted = frozenset(role for by_role in roles.values() for role in by_role)
    sources = table.get("provenance", {}).get("sources", ())
    fitted_on = frozenset(source["sha256"] for source in sources)
    starts = {target: float(start) for target, start in table.get("starts", {}).items()}
    bounds = {use: (float(up), float(down)) for use, (up, down) in table.get("bounds", {}).items()}
    return Weights(starts, uses, roles, fitted, bounds, fitted_on)


def said_of_use(weights: Weights, signal: Signal, use: str) -> tuple[float, float]:
    """What a signal says for a use of a skill, in log-odds: near the skill, and elsewhere in the position."""
    if use in weights.uses:
        return weights.uses[use].get(signal.id, NOTHING)
    judged = signal.uses.get(use, 0.0)
    return judged, judged * ELSEWHERE


def start_of(weights: Weights, target: Use | Role) -> float:
    """The starting point of a use or role, in log-odds."""
    return weights.starts.get(target.id, target.start)


def bounds_of(weights: Weights, use: str) -> tuple[float, float]:
    """What all that speaks for a use, and all that speaks against it, can reach in one position."""
    return weights.bounds.get(use, BOUNDS)

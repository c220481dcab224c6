"""Fits what each signal says for each role: the person's work as such, whatever skill it was done in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rolelight.evaluation.texts import entry_profile
from rolelight.evaluation.training.fit import Judgement, features_of, fit_logistic
from rolelight.evidence.mentions import find_mentions
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights

# Titles are noisy labels, and there are many entries: judgement pulls harder than where readers judged.
STRENGTH = 6.0
HIGHEST, LOWEST = 3.0, -2.0
# The share of a role among the candidates that a recruiter looks at for it: judgement, in place of the
# data's own, where every role has one in nineteen or less.
PRIOR = 0.15
LEAST = 0.1  # a smaller weight is left out of the file
# The data's own names of roles that are called otherwise here.
SAME_ROLE = {"back-end-developer": "back-end-web-developer"}


@dataclass(frozen=True, slots=True)
class TitledEntry:
    """The signals of a job entry (how much each counts) and the role that its title names."""

    signals: dict[str, float]
    role: str


def titled_entry(text: str, role: str) -> TitledEntry:
    """A job entry made ready for fitting; its title is the label, and is not among the signals."""
    signals: dict[str, float] = {}
    for mention in find_mentions(entry_profile(text)):
        signals[mention.signal.id] = max(signals.get(mention.signal.id, 0.0), mention.keep)
    return TitledEntry(signals, SAME_ROLE.get(role, role))


def fit_roles(entries: Sequence[TitledEntry]) -> Weights:
    """The weights for every role that the entries name, each against all others."""
    names = sorted({signal for entry in entries for signal in entry.signals})
    rows = [{signal: (keep,) for signal, keep in entry.signals.items()} for entry in entries]
    features = features_of(rows, names, width=1)
    starts: dict[str, float] = {}
    by_signal: dict[str, dict[str, float]] = {}
    roles = sorted({entry.role for entry in entries})
    for role in roles:
        labels = np.array([entry.role == role for entry in entries], float)
        start, fitted = fit_logistic(features, labels, _judgement(names, role))
        share = float(labels.mean())
        starts[role] = start + math.log(PRIOR / (1 - PRIOR)) - math.log(share / (1 - share))
        weights = {name: round(float(weight), 3) for name, weight in zip(names, fitted, strict=True)}
        for signal, weight in {**_unseen(names, role), **weights}.items():
            if abs(weight) >= LEAST:
                by_signal.setdefault(signal, {})[role] = weight
    return Weights(starts, {}, by_signal, frozenset(roles))


def _unseen(names: list[str], role: str) -> dict[str, float]:
    """What the lexicon says of signals that no entry holds, such as titles."""
    signals = load_lexicon().signals.values()
    return {each.id: each.roles[role] for each in signals if role in each.roles and each.id not in names}


def _judgement(names: list[str], role: str) -> Judgement:
    """What the lexicon says: its sign is kept; where it is silent, a weight may go either way but not far."""
    signals = load_lexicon().signals
    weights = np.array([signals[name].roles.get(role, 0.0) for name in names])
    low = np.where(weights > 0, 0.0, LOWEST)
    high = np.where(weights < 0, 0.0, HIGHEST)
    return Judgement(weights, low, high, STRENGTH)

"""What the engine says of a job entry: the probability of each use of Python, and the outcome."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rolelight.evaluation.corpus import CODES, OUTCOMES, LabelledEntry
from rolelight.evaluation.files import write_lines
from rolelight.evaluation.texts import entry_profile
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.uses import probability, use_scores
from rolelight.evidence.weights import Contribution, weigh_entries
from rolelight.lexicon import load_lexicon

SKILL = "python"
# Positions without dates weigh the same whatever the day.
ANY_DAY = date(2020, 1, 1)


@dataclass(frozen=True, slots=True)
class Prediction:
    """What is said of an entry: probabilities by use code (W, D, E, A, O, and U for none of them).

    ``signals`` are what spoke loudest, as (signal, use, log-odds).
    """

    entry: LabelledEntry
    uses: dict[str, float]
    signals: tuple[tuple[str, str, float], ...] = ()

    @property
    def web(self) -> float:
        """The probability of web work."""
        return self.uses["W"]

    @property
    def data(self) -> float:
        """The probability of data work, analysis or engineering."""
        return 1 - (1 - self.uses["D"]) * (1 - self.uses["E"])

    @property
    def outcomes(self) -> dict[str, float]:
        """The probability of each outcome; web and data work are taken as independent, given the text."""
        web, data = self.web, self.data
        chances = (web * (1 - data), data * (1 - web), web * data, (1 - web) * (1 - data))
        return dict(zip(OUTCOMES, chances, strict=True))

    @property
    def outcome(self) -> str:
        """The likeliest outcome."""
        outcomes = self.outcomes
        return max(outcomes, key=outcomes.__getitem__)


def predict(entry: LabelledEntry) -> Prediction:
    """What the engine, with the weights that are shipped, says of an entry."""
    lexicon = load_lexicon()
    skill = lexicon.skills[SKILL]
    profile = entry_profile(entry.text)
    weighed = weigh_entries(profile, find_mentions(profile), skill, ANY_DAY)
    by_use = weighed[0].by_use if weighed else {}
    return Prediction(entry, uses_of(use_scores(by_use, skill, lexicon.weights)), _loudest(by_use))


def uses_of(scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities by code from log-odds by use; U is the chance that it was none of them."""
    uses = {code: probability(scores[use]) for code, use in CODES.items()}
    return {**uses, "U": math.prod(1 - p for p in uses.values())}


def write_predictions(file: Path, predictions: Iterable[Prediction]) -> None:
    """Write a JSON line a prediction: id, outcome, uses."""
    lines = (
        json.dumps(
            {
                "id": each.entry.id,
                "outcome": each.outcome,
                "uses": {code: round(p, 4) for code, p in each.uses.items()},
            }
        )
        for each in predictions
    )
    write_lines(file, lines)


def _loudest(
    by_use: Mapping[str, Sequence[Contribution]], most: int = 8
) -> tuple[tuple[str, str, float], ...]:
    sums: dict[tuple[str, str], float] = {}
    for use, contributions in by_use.items():
        for each in contributions:
            key = each.mention.signal.id, use
            sums[key] = sums.get(key, 0.0) + each.weight
    loudest = sorted(sums.items(), key=lambda item: -abs(item[1]))[:most]
    return tuple((signal, use, round(weight, 2)) for (signal, use), weight in loudest)


def cut_round(entry: LabelledEntry, width: int = 300) -> LabelledEntry:
    """The entry cut round its first mention of the skill, as short as entries on profiles are."""
    middle = max(entry.text.casefold().find(SKILL), 0) + len(SKILL) // 2
    start = max(0, min(middle - width // 2, len(entry.text) - width))
    return replace(entry, text=entry.text[start : start + width])

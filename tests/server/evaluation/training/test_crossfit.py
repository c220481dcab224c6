"""Every labelled entry is scored by weights that never saw it, its resume or its like."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from made_up_entries import made_up_rows
from rolelight.evaluation.corpus import LabelledEntry
from rolelight.evaluation.training import crossfit
from rolelight.evaluation.training.crossfit import cross_fit
from rolelight.evaluation.training.uses import Example
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill, Weights

SKILL = load_lexicon().skills["python"]
EXAMPLES = [
    Example(
        LabelledEntry(row["id"], row["text"], row["resume"], uses=tuple(row["uses_a"])), None, number % 4 == 3
    )
    for number, row in enumerate(made_up_rows(24))
]


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[tuple[set[str], set[str]]]:
    """The resumes that weights were fitted on, with those that they scored; no weights are really fitted."""
    pairs: list[tuple[set[str], set[str]]] = []

    def fit(examples: Sequence[Example], _: Skill) -> Weights:
        pairs.append(({each.entry.resume for each in examples}, set()))
        return Weights({}, {}, {})

    def calibrate(weights: Weights, held_out: object) -> Weights:
        pairs[-1] = (pairs[-1][0], set())
        return weights

    def score(example: Example, _: Skill, __: Weights) -> dict[str, float]:
        pairs[-1][1].add(example.entry.resume)
        return {}

    for name, stand_in in (("fit_uses", fit), ("calibrate", calibrate), ("score", score)):
        monkeypatch.setattr(crossfit, name, stand_in)
    return pairs


def test_each_labelled_entry_is_scored_once_and_additional_ones_never(
    seen: list[tuple[set[str], set[str]]],
) -> None:
    scored = [example.entry.id for example, _ in cross_fit(EXAMPLES, SKILL)]
    assert sorted(scored) == sorted(each.entry.id for each in EXAMPLES if not each.is_additional)
    assert seen


def test_no_resume_is_scored_by_weights_that_were_fitted_on_it(
    seen: list[tuple[set[str], set[str]]],
) -> None:
    cross_fit(EXAMPLES, SKILL)
    assert sum(bool(scored) for _, scored in seen) > crossfit.OUTER
    assert [fitted & scored for fitted, scored in seen if fitted & scored] == []

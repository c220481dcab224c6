"""The weights for the uses: what entries tell moves them, judgement holds them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from made_up_entries import made_up_rows
from rolelight.evaluation.corpus import CODES, LabelledEntry
from rolelight.evaluation.training.uses import Example, calibrate, example_of, fit_uses, score
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights
from rolelight.lexicon.weights import ELSEWHERE

SKILL = load_lexicon().skills["python"]


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return [
        example_of(LabelledEntry(row["id"], row["text"], row["resume"], uses=tuple(row["uses_a"])), SKILL)
        for row in made_up_rows(30)
    ]


@pytest.fixture(scope="module")
def weights(examples: list[Example]) -> Weights:
    return fit_uses(examples, SKILL)


def test_an_example_holds_the_mentions_of_its_entry() -> None:
    mentions = example_of(LabelledEntry("e", "Built web sites in Python with Django"), SKILL).mentions
    assert mentions is not None
    assert "django" in {each.signal.id for each in mentions.mentions}
    assert example_of(LabelledEntry("e", "Wove."), SKILL).mentions is None


def test_signals_that_no_entry_holds_keep_their_judgement(weights: Weights) -> None:
    laravel = load_lexicon().signals["laravel"]
    assert laravel.uses
    for use, judged in laravel.uses.items():
        assert weights.uses[use]["laravel"] == (judged, judged * ELSEWHERE)


def test_entries_score_higher_for_what_they_tell_of(examples: list[Example], weights: Weights) -> None:
    for code in ("W", "D"):
        scores = [
            (score(each, SKILL, weights)[CODES[code]], code in (each.entry.uses or ())) for each in examples
        ]
        told = [each for each, is_true in scores if is_true]
        others = [each for each, is_true in scores if not is_true]
        assert sum(told) / len(told) > sum(others) / len(others) + 1


def test_an_entry_without_mentions_scores_its_starting_points(weights: Weights) -> None:
    empty = example_of(LabelledEntry("e", ""), SKILL)
    assert score(empty, SKILL, weights) == pytest.approx(weights.starts)


def test_calibration_changes_no_sign_and_no_order(examples: list[Example], weights: Weights) -> None:
    held_out = [(each, score(each, SKILL, weights)) for each in examples]
    calibrated = calibrate(weights, held_out)
    for use, by_signal in weights.uses.items():
        assert set(calibrated.uses[use]) == set(by_signal)
        for signal, (near, elsewhere) in by_signal.items():
            pair = calibrated.uses[use][signal]
            assert pair[0] * near >= 0
            assert pair[1] * elsewhere >= 0
    ordered = sorted(range(len(examples)), key=lambda number: held_out[number][1]["web"])
    now = [score(examples[number], SKILL, calibrated)["web"] for number in ordered]
    assert all(one <= other + 1e-6 for one, other in pairwise(now))

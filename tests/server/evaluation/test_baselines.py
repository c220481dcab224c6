"""The baselines: a keyword rule round the skill, and words with logistic regression out of fold."""

from __future__ import annotations

import pytest

from made_up_entries import made_up_rows
from rolelight.evaluation.baselines import keyword_rule, word_regression
from rolelight.evaluation.corpus import LabelledEntry


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Python and Django", "web"),
        ("Python and pandas", "data"),
        ("Python, Flask and NumPy", "both"),
        ("Python and wool", "neither"),
        ("Python" + " wool" * 40 + " Django", "neither"),
        ("Django", "neither"),
    ],
)
def test_the_keyword_rule_looks_round_the_skill(text: str, outcome: str) -> None:
    (prediction,) = keyword_rule([LabelledEntry("e", text)])
    assert (prediction.outcome, prediction.outcomes[outcome]) == (outcome, 1.0)


def entries(count: int) -> list[LabelledEntry]:
    return [
        LabelledEntry(row["id"], row["text"], row["resume"], "", tuple(row["uses_a"]), row["outcome"])
        for row in made_up_rows(count)
    ]


def test_the_word_regression_learns_from_the_other_folds() -> None:
    known = entries(30)
    predicted = word_regression(known, [number % 3 for number in range(30)])
    assert [each.entry for each in predicted] == known
    assert sum(each.outcome == each.entry.outcome for each in predicted) > 20


def test_the_word_regression_never_sees_its_own_fold() -> None:
    known = entries(30)
    alone = LabelledEntry("x", "Python unseen unseen words", "", "", ("W",), "both")
    predicted = word_regression([*known, alone], [*(number % 2 for number in range(30)), 2])
    assert predicted[-1].outcome != "both"


def test_additional_entries_take_part_in_every_fit() -> None:
    known = entries(30)
    both = [LabelledEntry(f"x{n}", "Python unseen words again", "", "", ("W", "D"), "both") for n in range(9)]
    alone = LabelledEntry("x", "Python unseen words again", "", "", ("W", "D"), "both")
    predicted = word_regression([*known, alone], [*(number % 2 for number in range(30)), 2], both)
    assert predicted[-1].outcome == "both"

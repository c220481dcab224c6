"""The weights for the roles, fitted on titles as noisy labels."""

from __future__ import annotations

import pytest

from made_up_entries import TITLES, made_up_rows
from rolelight.evaluation.training.roles import LEAST, TitledEntry, fit_roles, titled_entry
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights


@pytest.fixture(scope="module")
def weights() -> Weights:
    rows = [row for row in made_up_rows(40) if row["uses_a"][0] in TITLES]
    return fit_roles([titled_entry(row["text"], TITLES[row["uses_a"][0]]) for row in rows])


def test_a_titled_entry_holds_each_signal_at_its_best() -> None:
    entry = titled_entry("No experience with Django. Built Django sites.", "web-developer")
    assert entry.signals["django"] == 1.0
    assert titled_entry("No experience with Django.", "web-developer").signals["django"] == 0.0


def test_the_names_that_the_data_gives_to_roles_are_ours() -> None:
    assert titled_entry("", "back-end-developer") == TitledEntry({}, "back-end-web-developer")


def test_every_role_that_a_title_names_is_fitted(weights: Weights) -> None:
    assert weights.fitted_roles == set(TITLES.values()) == set(weights.starts)
    assert {role for said in weights.roles.values() for role in said} <= weights.fitted_roles


def test_judgement_keeps_its_sign_and_small_weights_are_left_out(weights: Weights) -> None:
    signals = load_lexicon().signals
    for signal, said in weights.roles.items():
        for role, weight in said.items():
            assert weight * signals[signal].roles.get(role, 0.0) >= 0, (signal, role)
            assert abs(weight) >= LEAST


def test_titles_keep_their_judgement_although_no_entry_holds_them(weights: Weights) -> None:
    titles = [each for each in load_lexicon().signals.values() if each.kind == "title"]
    judged = [(each, role) for each in titles for role in each.roles if role in weights.fitted_roles]
    assert len(judged) > 10
    for each, role in judged:
        if abs(each.roles[role]) >= LEAST:
            assert weights.roles[each.id][role] == each.roles[role]

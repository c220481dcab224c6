"""Fitted weights are read as they are, and judgement stands where there are none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lexicons import signal
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights
from rolelight.lexicon.weights import ELSEWHERE, NOTHING, said_of_use, start_of, weights_of

TABLE = {
    "provenance": {"sources": [{"name": "a", "sha256": "12"}, {"name": "b", "sha256": "34"}]},
    "starts": {"web": -1.5},
    "uses": {"django": {"web": [1.5, 0.75], "analysis": [-0.5, 0.0]}, "pandas": {"analysis": [1, 2]}},
    "roles": {"django": {"weaver": 0.5}},
}


def test_tables_by_signal_become_tables_by_use() -> None:
    weights = weights_of(TABLE)
    assert weights.uses == {
        "web": {"django": (1.5, 0.75)},
        "analysis": {"django": (-0.5, 0.0), "pandas": (1, 2)},
    }
    assert weights.roles == {"django": {"weaver": 0.5}}
    assert weights.fitted_roles == {"weaver"}
    assert weights.fitted_on == {"12", "34"}


def test_without_a_table_nothing_is_fitted() -> None:
    assert weights_of({}) == Weights({}, {}, {})


def test_a_fitted_use_says_what_was_fitted_and_of_other_signals_nothing() -> None:
    weights = weights_of(TABLE)
    assert said_of_use(weights, signal("django", "Django", uses={"web": 9.0}), "web") == (1.5, 0.75)
    assert said_of_use(weights, signal("flask", "Flask", uses={"web": 9.0}), "web") == NOTHING


def test_a_use_that_was_not_fitted_says_what_was_judged() -> None:
    flask = signal("flask", "Flask", uses={"web": 2.0})
    assert said_of_use(weights_of({}), flask, "web") == (2.0, 2.0 * ELSEWHERE)
    assert said_of_use(weights_of({}), flask, "analysis") == NOTHING


def test_a_starting_point_is_fitted_or_judged() -> None:
    weights, uses = weights_of(TABLE), load_lexicon().skills["python"].uses
    assert start_of(weights, replace(uses["web"], start=-3.0)) == -1.5
    assert start_of(weights, replace(uses["other"], start=-3.0)) == -3.0


def test_the_shipped_weights_are_of_signals_uses_and_roles_that_exist() -> None:
    lexicon = load_lexicon()
    uses = {use for skill in lexicon.skills.values() for use in skill.uses}
    roles = {role.id for role in lexicon.roles}
    assert set(lexicon.weights.uses) == uses
    assert set(lexicon.weights.starts) <= uses | roles
    assert {role for by_role in lexicon.weights.roles.values() for role in by_role} <= roles


@pytest.mark.parametrize("use", load_lexicon().skills["python"].uses)
def test_the_shipped_weights_keep_the_signs_of_judgement(use: str) -> None:
    lexicon = load_lexicon()
    against = [
        name
        for name, (near, elsewhere) in lexicon.weights.uses[use].items()
        if name in lexicon.signals and (judged := lexicon.signals[name].uses.get(use, 0.0))
        if near * judged < 0 or elsewhere * judged < 0
    ]
    assert against == []

"""Where a mention stands seen from a skill: the lexicon has shares for every place, and no others."""

from __future__ import annotations

import inspect
import re

from rolelight.evidence.attribution import nearness_of
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.beside_signals import PLACES


def test_the_places_that_the_linter_asks_for_are_those_that_mentions_stand_in() -> None:
    told = re.findall(r'"(\w+)"', inspect.getsource(nearness_of))
    assert set(told) == set(PLACES) == load_lexicon().nearness.keys()

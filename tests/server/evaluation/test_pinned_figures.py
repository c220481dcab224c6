"""The weights that are shipped, and the floors that are pinned, belong together."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

from rolelight.evaluation.figures_of_uses import MEASURES
from rolelight.evaluation.gate import is_worse
from rolelight.evaluation.training.train import LABELLED
from rolelight.lexicon.load import DATA

FLOORS = json.loads((Path(__file__).parents[2] / "accuracy" / "floors.json").read_text("utf-8"))
PROVENANCE = tomllib.loads((DATA / "weights.toml").read_text("utf-8"))["provenance"]


def test_the_floors_are_of_the_data_that_the_weights_were_fitted_on() -> None:
    hashes = {source["name"]: source["sha256"] for source in PROVENANCE["sources"]}
    assert FLOORS["sha256"] == hashes[LABELLED]


def test_no_figure_of_the_shipped_weights_is_below_its_floor() -> None:
    assert set(FLOORS["figures"]) == set(MEASURES)
    for name, floor in FLOORS["figures"].items():
        assert not is_worse(name, PROVENANCE["figures"][name], floor), name

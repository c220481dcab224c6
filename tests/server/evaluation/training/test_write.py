"""The weights file: what is written is what is read again."""

from __future__ import annotations

import tomllib

from rolelight.evaluation.training.write import Source, weights_file
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights
from rolelight.lexicon.weights import weights_of

WEIGHTS = Weights(
    {"web": -1.5, "data-analyst": -2.25},
    {"web": {"django": (2.5, 1.25), "pandas": (-0.5, -0.25)}, "analysis": {"pandas": (1.0, 0.5)}},
    {"django": {"data-analyst": -0.5}},
    frozenset({"data-analyst"}),
    {"web": (7.5, 3.25)},
)
SOURCES = [Source('odd "name".gz', "ab" * 32, 7, "the uses")]
TEXT = weights_file(WEIGHTS, SOURCES, {"macro F1": 0.91234}, {"django": 3, "pandas": 0})


def test_what_is_written_is_read_again() -> None:
    read = weights_of(tomllib.loads(TEXT))
    assert (read.starts, read.uses, read.roles) == (WEIGHTS.starts, WEIGHTS.uses, WEIGHTS.roles)
    assert read.fitted_roles == WEIGHTS.fitted_roles
    assert read.bounds == WEIGHTS.bounds
    assert read.fitted_on == {"ab" * 32}


def test_the_provenance_names_sources_figures_and_what_was_judged_alone() -> None:
    provenance = tomllib.loads(TEXT)["provenance"]
    assert provenance["sources"] == [
        {"name": 'odd "name".gz', "sha256": "ab" * 32, "rows": 7, "used_for": "the uses"}
    ]
    assert provenance["figures"] == {"macro F1": 0.9123}
    assert set(provenance["judgement_alone"]) == set(load_lexicon().signals) - {"django"}


def test_the_survey_is_attributed() -> None:
    assert "Stack Overflow Developer Survey" in TEXT
    assert "Open Database License (ODbL)" in " ".join(TEXT.replace("\n#", "").split())

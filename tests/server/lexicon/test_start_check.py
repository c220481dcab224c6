"""What is checked as the server starts: targets and patterns, without which a reading would break."""

from __future__ import annotations

from pathlib import Path

import pytest

from lexicons import SIGNALS, damage, small_lexicon
from rolelight.lexicon.lint import refuse_unusable
from rolelight.lexicon.problems import LexiconError

FILE = "signals/all.toml"


@pytest.mark.parametrize(
    ("new", "words"),
    [
        ('implies = ["nobody"]\nuses =', "implies names nobody, which does not exist: correct it or add it"),
        ('excludes = ["(cloth"]\nuses =', "is not valid"),
    ],
)
def test_a_missing_target_or_a_bad_pattern_stops_the_start(tmp_path: Path, new: str, words: str) -> None:
    lexicon = small_lexicon(tmp_path)
    damage(lexicon, FILE, "uses =", new)
    with pytest.raises(LexiconError, match=rf"{FILE}:\d+: ") as raised:
        refuse_unusable(lexicon)
    assert words in str(raised.value)


def test_a_lexicon_in_order_starts(tmp_path: Path) -> None:
    assert "[[signal]]" in SIGNALS
    refuse_unusable(small_lexicon(tmp_path))


def test_the_lexicon_that_is_shipped_starts() -> None:
    refuse_unusable()

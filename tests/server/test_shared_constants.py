"""What the extension repeats of the server's numbers and words is the same in both."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from rolelight.evidence.highlights import MIDDLING, STRONG
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Skill
from rolelight.page.limits import MAX_CHARACTERS

EXTENSION = Path(__file__).parents[2] / "extension"


def constant(script: str, name: str) -> object:
    """The value of a constant at the top of one of the extension's scripts."""
    code = (EXTENSION / "content" / script).read_text("utf-8")
    found = re.search(rf"^ *const {name} = ([^;]+);", code, re.M)
    assert found, f"{script} has no {name}"
    return json.loads(found[1].replace("_", ""))


def test_strengths_begin_at_the_same_weights() -> None:
    assert constant("wording.js", "STRENGTHS") == [MIDDLING, STRONG]


def test_a_use_is_named_from_the_same_probability() -> None:
    assert constant("wording.js", "NAMED_USE") == load_lexicon().thresholds.clear_use


def test_captures_are_as_long_as_the_server_takes_them() -> None:
    assert constant("capture.js", "MOST_CHARACTERS") == MAX_CHARACTERS


@pytest.mark.parametrize("skill", load_lexicon().skills.values(), ids=lambda skill: skill.label)
def test_uses_have_the_same_names(skill: Skill) -> None:
    messages = json.loads((EXTENSION / "_locales" / "en" / "messages.json").read_text("utf-8"))
    shown = {use: messages[f"use_{use}"]["message"] for use in skill.uses}
    assert shown == {use: each.label for use, each in skill.uses.items()}

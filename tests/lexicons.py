"""Makes small lexicons for tests: signals in memory, and folders that can be damaged."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rolelight.lexicon import load as load_module
from rolelight.lexicon.match import Matcher
from rolelight.lexicon.model import Signal

SHIPPED = Path(load_module.__file__).with_name("data")
SIGNALS = """\
# A lexicon of two signals.

[[signal]]
id = "xylotool"
kind = "skill"
family = "xylotool"
forms = ["Xylotool( Pro|)"]
uses = { web = 0.5 }
note = "Xylotool is a framework that nobody has heard of."
match = ["Xylotool Pro"]
no_match = ["xylophone"]

[[signal]]
id = "weaving"
kind = "phrase"
family = "weaving"
forms = ["weaving"]
exact_forms = ["Loom"]
requires = ["cloth"]
roles = { weaver = 0.5 }
note = "Weaving is what weavers do with threads."
match = ["weaving", "a Loom for cloth"]
"""
SKILLS = """\
[[skill]]
id = "python"
label = "Python"
signal = "xylotool"

[skill.uses.web]
label = "web development"
start = -1.0
share = 0.4
rivals = ["weaving"]
"""
ROLES = """\
[[role]]
id = "weaver"
label = "Weaver"
family = "web"
start = -1.0
uses = { web = 1.0 }
core = ["weaving"]
"""


def signal(name: str, *forms: str, kind: str = "skill", **keys: Any) -> Signal:
    """A signal of its own family with these forms."""
    return Signal(name, kind, name, "A signal made up for a test.", forms=forms, **keys)


def found(matcher: Matcher, text: str, **options: Any) -> list[tuple[str, str]]:
    """The signals that a matcher finds in a text, with their words."""
    return [(each.signal.id, text[each.start : each.end]) for each in matcher.find(text, **options)]


def small_lexicon(folder: Path) -> Path:
    """A folder with a lexicon of two signals that is in order; its other files are those that are shipped."""
    lexicon = folder / "lexicon"
    (lexicon / "signals").mkdir(parents=True)
    for file in SHIPPED.glob("*.toml"):
        shutil.copy(file, lexicon)
    for name, content in (("signals/all.toml", SIGNALS), ("skills.toml", SKILLS), ("roles.toml", ROLES)):
        (lexicon / name).write_text(content, "utf-8")
    return lexicon


def damage(lexicon: Path, file: str, old: str, new: str) -> None:
    """Put ``new`` for the first ``old`` in a file of the lexicon."""
    content = (lexicon / file).read_text("utf-8")
    assert old in content
    (lexicon / file).write_text(content.replace(old, new, 1), "utf-8")

"""The words of the line grammar, and a text as they are compared with."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

WORDS: dict[str, Any] = tomllib.loads(Path(__file__).with_name("grammar.toml").read_text(encoding="utf-8"))

# Longer lines are prose: nothing that the grammar knows is ever that long, and every pattern stays fast.
MAX_LINE = 200

_INVISIBLE = dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF, 0xAD])


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))})"


def plain(text: str) -> str:
    """Return the text as words are compared: lower case, single spaces, no invisible characters."""
    return " ".join(text.translate(_INVISIBLE).lower().split())

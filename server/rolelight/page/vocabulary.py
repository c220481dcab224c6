"""The words of the line grammar, and a text as they are compared with."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import rtoml

# Longer lines are prose: nothing that the grammar knows is ever that long, and every pattern stays fast.
MAX_LINE = 200

_INVISIBLE = dict.fromkeys(
    [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x2060, 0xFEFF, 0xAD]
)
# The zeros of the Arabic, Persian, Indian and Thai digits, and of those as wide as Chinese characters.
_ZEROS = (0x660, 0x6F0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xC66, 0xE50, 0xFF10)
# One for another: two kinds of apostrophes, and the capital whose small form is two characters long.
_SAME = {"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{HEBREW PUNCTUATION GERESH}": "'", "İ": "i", "\xa0": " "}
_SAME_LENGTH = str.maketrans(_SAME) | {zero + n: str(n) for zero in _ZEROS for n in range(10)}
_TRANSLATION = _SAME_LENGTH | _INVISIBLE


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, the longest first."""
    return f"(?:{'|'.join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))})"


def plain(text: str) -> str:
    """Return the text as words are compared: lower case, single spaces, ASCII digits, nothing invisible."""
    if not text.isascii():  # most lines are, and have nothing to translate
        text = unicodedata.normalize("NFC", text.translate(_TRANSLATION).lower())
    return " ".join(text.lower().split())


def plain_in_place(text: str) -> str:
    """Return the text in lower case and with ASCII digits, every character where it stood."""
    lowered = text.translate(_SAME_LENGTH).lower()
    return lowered if len(lowered) == len(text) else text


def words_of(name: str) -> dict[str, Any]:
    """Read a file of words, where a key has a list, or its words by language with commas between them."""
    data = rtoml.loads(Path(__file__).with_name(name).read_text(encoding="utf-8"))
    return {key: _listed(value) for key, value in data.items()}


def _listed(value: Any) -> Any:
    if isinstance(value, list):
        return value
    if all(isinstance(words, str) for words in value.values()):
        return [word for words in value.values() for word in words.split(", ")]
    return {key: _listed(inner) for key, inner in value.items()}


WORDS = words_of("grammar.toml")

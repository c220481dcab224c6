"""Tell a text's language by its small words: enough to know whether it is English."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from pathlib import Path

import rtoml

_SMALL_WORDS = {
    language: frozenset(words)
    for language, words in rtoml.loads(
        Path(__file__).with_name("language.toml").read_text(encoding="utf-8")
    ).items()
}
_WORD = re.compile(r"[^\W\d_]+")
# Fewer words say nothing: a list of technologies reads the same in every language.
MIN_WORDS = 20
ENOUGH_WORDS = 5_000
# Prose has a small word in every third to fifth place; a list of names in none.
MIN_SHARE = 0.08


def text_language(texts: Iterable[str]) -> str:
    """Return en, de, fr, es, pt, it or nl, "other", or nothing where there is too little text."""
    words = list(islice((word[0].lower() for text in texts for word in _WORD.finditer(text)), ENOUGH_WORDS))
    if len(words) < MIN_WORDS:
        return ""
    count = Counter(words)
    counts = {language: sum(count[word] for word in small) for language, small in _SMALL_WORDS.items()}
    language = max(counts, key=counts.__getitem__)
    if counts[language] >= MIN_SHARE * len(words):
        return language
    letters = "".join(words)
    return "" if letters.isascii() else "other"

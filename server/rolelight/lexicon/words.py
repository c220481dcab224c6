"""Cuts text into words and what stands between them, and says what may stand between the words of a name."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from itertools import accumulate

# A word of a text, with the signs that end the names of C++, C#, Notepad++ and Security+.
WORD = re.compile(r"\w+[+#]*")
_WORDS_AND_GAPS = re.compile(r"(\w+[+#]*)")
_VERSION = "0123456789+#"
# What may stand between the words of a name: up to three spaces or hyphens, or a dot within the name, but no
# dash between spaces.
_SEPARATOR = re.compile(r"(?!\s\u2013\s)[\s\u2010\u2011\u2013-]{1,3}|\s?\.")


class Words:
    """The words of a text as keys (lower case), where each starts and ends, and the gap before each."""

    def __init__(self, text: str) -> None:
        parts = _WORDS_AND_GAPS.split(text)
        offsets = list(accumulate(map(len, parts)))
        self.gaps = parts[::2]
        self.starts = offsets[::2]
        self.ends = offsets[1::2]
        self.keys = [word.casefold() for word in parts[1::2]]

    def keys_in(self, known: Container[str]) -> Iterator[tuple[int, str]]:
        """The numbers of the words that are known, and their keys: also without a version ("PHP7" is PHP)."""
        for number, key in enumerate(self.keys):
            if key in known:
                yield number, key
            if key[-1] in _VERSION and (name := key.rstrip(_VERSION)) in known and key[len(name)].isdigit():
                yield number, name


@lru_cache(maxsize=1_000)
def key_of_gap(gap: str) -> str | None:
    """How what stands between two words appears in a key, or None where no name goes on across it."""
    if not gap or _SEPARATOR.fullmatch(gap):
        return " " if gap else ""
    sign = gap.strip().replace("\u2019", "'")
    return sign if len(sign) == 1 and len(gap) <= 3 else None

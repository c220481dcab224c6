"""Cuts a piece of text into sentences, lines and lists, which bound what words can speak of."""

from __future__ import annotations

import re
from itertools import pairwise

from rolelight.page.model import Piece

# The end of a sentence: a full stop, exclamation or question mark or semicolon before white space, or a
# bullet. Resumes that were flattened to one line often keep "? " where a bullet stood. "Node.js" and
# "e.g. this" do not end a sentence, nor does an initial.
_END = re.compile(r"[.!?;](?=\s)(?<![A-Z].)(?<!e\.g.)(?<!i\.e.)(?<!etc.)|\s[•●▪◦‣·\u2013*»►➢✓✔-](?=\s)")


def sentence_spans(piece: Piece) -> list[tuple[int, int]]:
    """The sentences of a piece as spans of its text; together they cover it without gaps."""
    text = piece.text
    ends = {match.end() for match in _END.finditer(text)}
    ends.update(offset - piece.start for offset in piece.block.breaks if piece.start < offset < piece.end)
    bounds = [0, *sorted(ends - {0, len(text)}), len(text)]
    return list(pairwise(bounds))


def is_list(text: str, start: int, end: int) -> bool:
    """Whether a sentence is a mere list ("Environment: Python, Django, Linux, Git, ..."): it names, it does
    not tell.

    Four commas at least, and one for every forty characters: a list of tools has an item of one to three
    words, a sentence that tells of work has a comma in every tenth word at most.
    """
    commas = text.count(",", start, end)
    return commas >= 4 and commas * 40 > end - start

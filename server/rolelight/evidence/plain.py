"""The text of a piece with a word in place of each name, and the way back to the page's offsets.

A name must not count: not by its words, and not by its length either, since what a word says of a skill
depends on how near it stands. So all that reads a text (the matcher, the context rules, the distances) reads
it with the same word for every name: whichever name stands there, the reading is the same.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from rolelight.evidence.names import Names, Span
from rolelight.page.model import Block, Piece

SOMEONE = "someone"  # no signal and no cue holds it


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text without names; ``starts`` are offsets in it from which on ``shifts`` lead back to the page."""

    text: str
    breaks: tuple[int, ...] = ()
    starts: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    @property
    def piece(self) -> Piece:
        """The text as a piece of its own."""
        return Piece("", Block("", self.text, self.breaks), 0, len(self.text))

    def on_page(self, offset: int) -> int:
        """An offset in the text that the page has."""
        found = bisect_right(self.starts, offset)
        return offset + self.shifts[found - 1] if found else offset


def plain_text(names: Names, piece: Piece, *, is_running: bool) -> PlainText:
    """The text of a piece without names; if it is not running text, without those that the profile tells."""
    text = piece.text
    breaks = [offset - piece.start for offset in piece.block.breaks if piece.start < offset < piece.end]
    if not is_running:
        return _replaced(text, names.known_in(text), breaks)
    return _replaced(text, names.spans_in(_with_lines(text, breaks)), breaks)


def _with_lines(text: str, breaks: list[int]) -> str:
    """The text with its line breaks, over which no name goes on."""
    if not breaks:
        return text
    letters = list(text)
    for offset in breaks:
        letters[offset] = "\n"
    return "".join(letters)


def _replaced(text: str, spans: list[Span], breaks: list[int]) -> PlainText:
    if not spans:
        return PlainText(text, tuple(breaks))
    parts, starts, shifts = [], [], []
    done = length = 0
    for start, end in spans:
        parts += [text[done:start], SOMEONE]
        length += start - done + len(SOMEONE)
        starts.append(length)
        shifts.append(end - length)
        done = end
    parts.append(text[done:])
    moved = (_moved(offset, spans, starts, shifts) for offset in breaks)
    return PlainText("".join(parts), tuple(moved), tuple(starts), tuple(shifts))


def _moved(offset: int, spans: list[Span], starts: list[int], shifts: list[int]) -> int:
    """The offset in the text without names of one on the page."""
    found = bisect_right(spans, offset, key=lambda span: span[1])
    return offset - shifts[found - 1] if found else offset

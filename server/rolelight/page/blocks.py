"""Blocks: the text of a block element, collapsed as the extension collapses it, with exact offsets."""

from __future__ import annotations

import re

from rolelight.page.model import Block
from rolelight.page.rules import capture_rules

_RULES = capture_rules()
_WHITESPACE = re.compile(f"[{re.escape(_RULES.whitespace)}]+")
# A substitution keeps every piece of a text until it is done: 150 MB for a text of 5 MB.
LONG_TEXT = 100_000
_AS_SPACE = dict.fromkeys(map(ord, _RULES.whitespace), " ")
_NUMBER = re.compile(r"[1-9][0-9]{0,8}")


def collapse(text: str) -> str:
    """Return the text with every run of white space as one space; the ends are kept."""
    if len(text) < LONG_TEXT:
        return _WHITESPACE.sub(" ", text)
    text = text.translate(_AS_SPACE)
    while "  " in text:
        text = text.replace("  ", " ")
    return text


def is_block(name: str, attributes: dict[str, str]) -> bool:
    """Say whether an element is a block element by the rule of the architecture page."""
    if name in _RULES.block_tags:
        return True
    if not attributes or not _RULES.block_attributes.isdisjoint(attributes):
        return bool(attributes)
    value = attributes.get("class")
    return value is not None and not _RULES.block_classes.isdisjoint(value.split())


class BlockText:
    """The text of one block element while the page is walked; ``block`` is made when it has its number."""

    __slots__ = ("_breaks", "_ended", "_parts", "_spaced", "block", "given", "length")

    block: Block

    def __init__(self, given: str) -> None:
        self.given = given  # the number that the extension gave, or nothing
        self.length = 0
        self._parts: list[str] = []
        self._breaks: list[int] = []
        self._spaced = self._ended = False

    def add(self, text: str) -> tuple[int, int, bool] | None:
        """Append a text node; return where its words stand and whether a line ended before them."""
        collapsed = collapse(text)
        words = collapsed.strip(" ")
        if not words:
            self._spaced = self._spaced or bool(collapsed)
            return None
        ended = self._ended and self.length > 0
        if self.length and (self._spaced or collapsed[0] == " "):
            if ended:
                self._breaks.append(self.length)
            self._parts.append(" ")
            self.length += 1
        start = self.length
        self._parts.append(words)
        self.length += len(words)
        self._spaced, self._ended = collapsed[-1] == " ", False
        return start, self.length, ended

    def space(self, *, ends_line: bool) -> None:
        """Note a space that an element stands for, and whether it ends the line."""
        self._spaced = True
        self._ended = self._ended or ends_line

    def finish(self, number: str, capture: int) -> None:
        """Make the block."""
        self.block = Block(number, "".join(self._parts), tuple(self._breaks), capture)


def number_blocks(texts: list[BlockText], capture: int) -> None:
    """Give each block with text its number, in document order: the extension's own where it gave them."""
    given = [text.given if _NUMBER.fullmatch(text.given) else "" for text in texts]
    following, taken = max(map(int, filter(None, given)), default=0) + 1, {""}
    for text, number in zip(texts, given, strict=True):
        if number in taken:
            number, following = str(following), following + 1
        taken.add(number)
        text.finish(number, capture)

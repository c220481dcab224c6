"""What is wrong with a lexicon file: the file, the line, and what to do; and where in the file it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources.abc import Traversable

# Words, and what is written most beside them, in brackets or not: such a pattern cannot be wrong.
_PLAIN_PART = r"(?:[\w\s,/'&:-][?*]?|\\[.dsw+][?*]?|\\b|[|.])"
_PLAIN = re.compile(rf"(?:{_PLAIN_PART}|\({_PLAIN_PART}*\)\??|\[- \]\??)*")


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem at a line of a lexicon file; ``text`` says what to do."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text}"


class LexiconError(Exception):
    """The lexicon cannot be used; ``problem`` says where and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def line_of(file: Traversable, name: str, number: int) -> int:
    """The line on which the table of that name and number (from 0) begins; 1 where none is found."""
    lines = lines_of(file, name)
    return lines[number] if number < len(lines) else 1


def lines_of(file: Traversable, name: str) -> list[int]:
    """The lines on which the tables of that name begin; a parsed file does not tell."""
    header = re.compile(rf"\s*\[\[?\s*{re.escape(name)}\s*\]")
    lines = file.read_text("utf-8").split("\n")
    return [number for number, line in enumerate(lines, start=1) if header.match(line)]


def line_of_value(file: Traversable, name: str, value: str) -> int:
    """The line on which a value stands, in quotes, in the list of that name; 1 where it is not found."""
    lines = file.read_text("utf-8").split("\n")
    header = re.compile(rf"\s*{re.escape(name)}\s*=")
    start = next((number for number, line in enumerate(lines) if header.match(line)), len(lines))
    quoted = (f"'{value}'", f'"{value}"')
    for number, line in enumerate(lines[start:], start=start + 1):
        if any(each in line for each in quoted):
            return number
    return 1


def why_not_a_pattern(pattern: str) -> str:
    """Why a pattern of the lexicon is not valid; nothing if it is."""
    if _PLAIN.fullmatch(pattern):  # Compiling those takes four times as long as all else that is checked.
        return ""
    try:
        re.compile(f"(?:{pattern})")  # As it is used: among others, so it can set no flags for all.
    except re.error as error:
        return str(error)
    return ""

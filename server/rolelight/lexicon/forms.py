"""Turns a signal's forms into patterns.

A form is plain text with three signs: a space stands for one to three spaces or hyphens, a hyphen for at
most one (so ``full-stack`` is also "full stack" and "fullstack"), and brackets for a choice, which may
hold further choices: ``(a|b)`` is either, ``(a|)`` and ``(a)`` are a or nothing.
"""

from __future__ import annotations

import re
from typing import Union

SEPARATORS = r"[\s\-\u2010\u2011\u2013]"
_TOKENS = re.compile(r"[(|)]|[^(|)]+")

# A form taken apart: text, or a choice among alternatives that are such lists themselves.
Part = Union[str, "list[list[Part]]"]


def pattern_of(form: str) -> str:
    """The regular expression of a form, with its right boundary; the matcher sees to the left one."""
    # "C++" and "C#" end in signs of their own; any other form must not go on into them.
    return _pattern(parse(form)) + (r"(?!\w)" if form[-1] in "+#" else r"(?!\w|\+\+|#)")


def first_words(form: str) -> set[str]:
    """The words, in lower case, with which a match of the form can begin.

    A hyphen may be absent from the text, so "full-stack" can begin with "full" or with "fullstack".
    """
    words: set[str] = set()
    still_open = _grow({""}, parse(form), words)
    return words | {prefix.casefold() for prefix in still_open}


def parse(form: str) -> list[Part]:
    """The form taken apart; raises ValueError where brackets do not pair."""
    tokens = _TOKENS.findall(form)
    parts, rest = _sequence(tokens)
    if rest:
        raise ValueError(f"the brackets of {form!r} do not pair")
    return parts


def _sequence(tokens: list[str]) -> tuple[list[Part], list[str]]:
    """The parts up to the first sign that belongs to an enclosing choice, and the tokens from there."""
    parts: list[Part] = []
    while tokens and tokens[0] not in "|)":
        if tokens[0] == "(":
            choice, tokens = _choice(tokens[1:])
            parts.append(choice)
        else:
            parts.append(tokens[0])
            tokens = tokens[1:]
    return parts, tokens


def _choice(tokens: list[str]) -> tuple[list[list[Part]], list[str]]:
    alternatives: list[list[Part]] = []
    while True:
        parts, tokens = _sequence(tokens)
        alternatives.append(parts)
        if not tokens:
            raise ValueError("a bracket is left open")
        sign, tokens = tokens[0], tokens[1:]
        if sign == ")":
            return (alternatives if len(alternatives) > 1 else [*alternatives, []]), tokens


def _pattern(parts: list[Part]) -> str:
    return "".join(
        _literal(part) if isinstance(part, str) else "(?:" + "|".join(map(_pattern, part)) + ")"
        for part in parts
    )


def _literal(text: str) -> str:
    escaped = re.escape(text)
    return escaped.replace(r"\-", SEPARATORS + "?").replace(r"\ ", SEPARATORS + "{1,3}")


def _grow(prefixes: set[str], parts: list[Part], words: set[str]) -> set[str]:
    """Carry the open prefixes through the parts; whole first words go to ``words``."""
    for part in parts:
        if not prefixes:
            break
        if isinstance(part, str):
            grown = {prefix + part for prefix in prefixes}
            prefixes = set()
            for prefix in grown:
                _close(prefix.lstrip(" ."), prefixes, words)
        else:
            prefixes = set().union(*(_grow(prefixes, alternative, words) for alternative in part))
    return prefixes


def _close(prefix: str, still_open: set[str], words: set[str]) -> None:
    """Put a prefix that already holds a whole word among the words, any other among the open ones."""
    found = re.match(r"([^\W_]+)([\W_])(.*)", prefix, re.DOTALL)
    if not found:
        still_open.add(prefix)
        return
    words.add(found[1].casefold())
    if found[2] == "-":
        _close(found[1] + found[3], still_open, words)

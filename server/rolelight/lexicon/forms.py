"""Spells out a signal's forms: every spelling that a form stands for, as the key that text is looked up by.

A form is plain text with four signs: a space stands for one to three spaces or hyphens, a hyphen for at most
one (so ``full-stack`` is also "full stack" and "fullstack"), a dot within a name for at most one dot or space
(``Node.js`` is also "NodeJS" and "node js"), and brackets for a choice, which may hold further choices:
``(a|b)`` is either, ``(a|)`` and ``(a)`` are a or nothing.

A key is a spelling in lower case as words and signs, with one space wherever text may have a separator:
"C/C++" is ``c/c++``, "scikit-learn" is ``scikit learn`` or ``scikitlearn``, ".NET Core" is ``.net core``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, product
from math import prod
from typing import Union

from rolelight.lexicon.words import WORD

_SIGNS = re.compile(r"[,/&'*@:.]")
# The first word of a key; ".NET" keeps its dot.
_FIRST_WORD = re.compile(rf"\.?{WORD.pattern}")
# A first word that no sign of a form can change or go on with.
_PLAIN_FIRST_WORD = re.compile(rf"{_FIRST_WORD.pattern}(?![\w+#.(|)-])")
_OPTIONAL = re.compile(r"-|\.(?=\w)")
_TOKENS = re.compile(r"[(|)]|[^(|)]+")

# A form taken apart: text, or a choice among alternatives that are such lists themselves.
Part = Union[str, "list[list[Part]]"]


def keys_of(form: str) -> set[str]:
    """Every key that a form stands for; raises ValueError where it has no word or brackets do not pair."""
    keys: set[str] = set()
    for spelling in _spellings(_parse(form.casefold())):
        keys.update(_variants(_key(spelling)))
    if not all(map(WORD.search, keys)):
        raise ValueError(f"{form!r} can stand for no word at all")
    return keys


def count_of_keys(form: str) -> int:
    """How many keys a form stands for, at most: quick, where spelling out millions would take for ever."""
    return _count(_parse(form.casefold()))


def _count(parts: list[Part]) -> int:
    return prod(
        2 ** len(_OPTIONAL.findall(part)) if isinstance(part, str) else sum(map(_count, part))
        for part in parts
    )


def first_words(form: str) -> set[str]:
    """The words with which a key of the form can begin: quick, where spelling all keys out is not."""
    if plain := _PLAIN_FIRST_WORD.match(form):  # As four in five are.
        return {plain[0].casefold()}
    words: set[str] = set()
    still_open = _grow({""}, _parse(form), words)
    return words | {prefix.casefold() for prefix in still_open}


def _grow(prefixes: set[str], parts: list[Part], words: set[str]) -> set[str]:
    """Carry the open prefixes through the parts; whole first words go to ``words``."""
    for part in parts:
        if not prefixes:
            break
        if isinstance(part, str):
            grown = {prefix + part for prefix in prefixes}
            prefixes = set()
            for prefix in grown:
                _close(prefix.lstrip(), prefixes, words)
        else:
            prefixes = set().union(*(_grow(prefixes, alternative, words) for alternative in part))
    return prefixes


def _close(prefix: str, still_open: set[str], words: set[str]) -> None:
    """Put a prefix that already holds a whole word among the words, any other among the open ones."""
    word = _FIRST_WORD.match(prefix)
    if not word or word.end() == len(prefix):
        still_open.add(prefix)
        return
    words.add(word[0].casefold())
    if prefix[word.end()] in "-.":
        _close(word[0] + prefix[word.end() + 1 :], still_open, words)


def _key(spelling: str) -> str:
    """The spelling with its separators still marked: "-" is optional, " " is not."""
    spelling = " ".join(spelling.split())
    if _SIGNS.search(spelling):
        spelling = re.sub(r"\s*([,/&'*@:])\s*(?=\w)", r"\1", spelling)
        spelling = re.sub(r"(?<=\w)\.(?=\w)", "-", spelling)
    return spelling


def _variants(key: str) -> Iterable[str]:
    """The key with each optional separator there and not there."""
    if "-" not in key:
        return (key,)
    parts = key.split("-")
    return (
        "".join(chain.from_iterable(zip(parts, (*joints, ""), strict=True)))
        for joints in product(("", " "), repeat=len(parts) - 1)
    )


def _parse(form: str) -> list[Part]:
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


def _spellings(parts: list[Part]) -> list[str]:
    choices = [
        [part] if isinstance(part, str) else [each for way in part for each in _spellings(way)]
        for part in parts
    ]
    return ["".join(chosen) for chosen in product(*choices)]

"""All the spellings of all forms, as a tree of words, and where a text follows one of its branches.

A text is walked word by word; from each word on, words are followed down the tree as long as some form goes
on so. That is linear in the text, needs no pattern to be compiled, and never lower-cases the text as a whole,
which would shift offsets ("\u0130" is two characters in lower case). A branch is grown when a text first
holds the word that it begins with: growing all would take seconds, and most are never met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Lock
from typing import Any, Protocol

from rolelight.lexicon.forms import first_words, keys_of
from rolelight.lexicon.words import WORD, Words, key_of_gap

# No form has more words than this.
MAX_WORDS = 8
_VERSION = "0123456789+#"


class Spelled(Protocol):
    """What the tree needs to know of a form."""

    @property
    def text(self) -> str:
        """The form as the lexicon writes it."""


# A node holds, under the joint and the word that follow (" web", "/c++"), the next node, and under "" the
# forms that end there.
Node = dict[str, Any]
# The forms that some words spell, and the number of the last of the words.
Found = tuple[list[Any], int]


class Spellings:
    """The tree of all spellings of the forms."""

    def __init__(self, forms: Iterable[Spelled]) -> None:
        self._waiting: dict[str, list[Spelled]] = {}
        self._spelled: set[Spelled] = set()
        self._tree: Node = {}
        self._growing = Lock()
        for form in forms:
            for word in first_words(form.text):
                self._waiting.setdefault(word, []).append(form)
        self._firsts = frozenset(self._waiting)
        self._dotted = frozenset(word[1:] for word in self._firsts if word[0] == ".")

    def forms_of(self, word: str) -> list[Any]:
        """The forms that a single word spells, given in lower case."""
        return self._branch(word).get("", []) if word in self._firsts else []

    def find(self, words: Words) -> Iterator[tuple[int, list[Found]]]:
        """Where forms start in a text, and all that are spelled from there, shortest first."""
        firsts, dotted = self._firsts, self._dotted
        for number, key in enumerate(words.keys):
            start = words.starts[number]
            if key in dotted and words.gaps[number].endswith("."):
                yield start - 1, self._follow(words, number, f".{key}")
            if key in firsts:
                yield start, self._follow(words, number, key)
            # A version may be written onto a name: "PHP7" is PHP, but "C++" is no version of C.
            if key[-1] in _VERSION and (name := key.rstrip(_VERSION)) in firsts and key[len(name)].isdigit():
                yield start, self._follow(words, number, name)

    def _follow(self, words: Words, number: int, key: str) -> list[Found]:
        keys, gaps = words.keys, words.gaps
        node = self._tree[key] if key not in self._waiting else self._branch(key)
        found: list[Found] = [(node[""], number)] if "" in node else []
        for last in range(number + 1, len(keys)):
            if len(node) == 1 and "" in node:
                break
            gap = gaps[last]
            joint = gap if gap == " " else key_of_gap(gap)
            if joint is None or (node := node.get(joint + keys[last])) is None:
                break
            if "" in node:
                found.append((node[""], last))
        return found

    def _branch(self, first: str) -> Node:
        """The node of a first word; the forms that can begin with it are spelled out, if they are not yet.

        Readings share the tree: a word waits until its branch is whole, and one reading at a time grows one.
        """
        with self._growing:
            for form in self._waiting.get(first, ()):
                if form not in self._spelled:
                    self._spelled.add(form)
                    for key in keys_of(form.text):
                        self._put(key, form)
            self._waiting.pop(first, None)
        node: Node = self._tree[first]
        return node

    def _put(self, key: str, form: Spelled) -> None:
        node, start = self._tree, 0
        for word in WORD.finditer(key):
            node = node.setdefault(key[start : word.end()], {})
            start = word.end()
        node.setdefault("", []).append(form)

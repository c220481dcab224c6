"""The patterns that tell a doubtful name from the technology: the words of doubt.toml, where they count.

The words are data; how a list, a bracket, a label or a version is written is here. Each pattern is compiled
once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources.abc import Traversable

from rolelight.lexicon.load import DATA, read_item
from rolelight.lexicon.problems import Problem, line_of_value, why_not_a_pattern

FILE = "doubt.toml"
_VERSION = r"(?:\s?v?\d[\d.x]*\+?)?"
_ENDS_ITEM = r"\s,;|/&()+•·▪●"
_SIGNS = r"[,;|/&+•·▪●]|\s[-–—>]{1,2}\s"
_BRACKETS = r"(?:\s?\([^()]{0,40}\))?"

# The items before and after a place in a list: "Java 8, [Go] and Rust", "C++ / [C]", "R | [Spark]".
ITEM_BEFORE = re.compile(
    rf"(?<![^{_ENDS_ITEM}:])([^{_ENDS_ITEM}:]+\+*){_VERSION}{_BRACKETS}"
    rf"\s*({_SIGNS}|,? and|,? or)\s*(?:and |or )?$",
    re.I,
)
ITEM_AFTER = re.compile(
    rf"{_VERSION}{_BRACKETS}\s*({_SIGNS}|,? and\b|,? or\b)\s*(?:and |or )?([^\s,;|/&()]+)", re.I
)
# How what stands before a place ends, but for spaces, wherever ITEM_BEFORE can match: that is cheap to see.
ENDS_OF_ITEMS = (*",;|/&+•·▪●-–—>", "and", "or")
# The signs that end a label, one of which stands wherever a label can be found.
ENDS_OF_LABELS = (":", "=", "-", "–", "—")
# What opens a bracket of tools: "mobile apps (Swift", "Glue (Spark)", and what follows: "Beam (Java SDK)".
BEFORE_BRACKET = re.compile(r"(\w+[+#]*)\s?\((?:\w+ )?$")
IN_BRACKET = re.compile(r"\s?\((\w+[+#]*)")
# Where a clause ends.
BREAK = re.compile(r"[;!?\n]|\.(?=\s+[A-Z])|\s[-–—]\s(?=[a-z])")
# The words of a proper name after and before a place.
NEXT_NAME = re.compile(r" ([A-Z][a-z]\w+)")
LAST_NAME = re.compile(r"[\w),\u2019'-] ([A-Z][a-zé]\w*)[ -]$")
# Up to three words on each side without a sign between them.
RUN_BEFORE = re.compile(r"(?<![\w.+#])(?:[\w.+#]+ ){1,3}$")
RUN_AFTER = re.compile(r"(?: [\w.+#]+){1,3}")
CAPITALS = re.compile(r"[A-Z]\w+")
# How a word in a sentence goes on.
SENTENCE_AFTER = re.compile(r" [a-z]+ [a-z]+ [a-z]+")


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """The lists of doubt.toml; what each is for stands there."""

    labels: tuple[str, ...]
    nouns: tuple[str, ...]
    after_versions: tuple[str, ...]
    upgrades: tuple[str, ...]
    leads: tuple[str, ...]
    tool_verbs: tuple[str, ...]
    sentence_words: tuple[str, ...]
    code_words: tuple[str, ...]
    technical_words: tuple[str, ...]
    plain_beginnings: tuple[str, ...]
    function_words: tuple[str, ...]


class WordPatterns:
    """The patterns that hold words of doubt.toml."""

    def __init__(self, words: DoubtWords) -> None:
        self.label = _pattern(r"\b{}\s?(?:used\s?)?(?:[:=]|\s[-–—]\s)[^:.\n]*$", words.labels)
        self.noun = _pattern(r"[ -]{}\b", words.nouns)
        self.version_after = _pattern(
            r" ?v?(?:\d\d?(?:\.\d+)+|\d\d?(?:\.x)?(?=\+|\)|,|/| {}\b|\.?$))", words.after_versions
        )
        self.upgraded = _pattern(r"\b{}(?: \w+)? $", words.upgrades)
        self.lead = _pattern(r"(?:^|\W)(?:{}|[&+(/,])\s*(?:the |an? )?$", words.leads)
        self.tool_verb = _pattern(r"(?<!\w){} (?:the )?$", words.tool_verbs)
        self.in_sentence = _pattern(r"(?<!\w){}\s$", words.sentence_words)
        self.code = _pattern(r"(?<!\w){}(?!\w)", words.code_words)
        self.technical = _pattern(r"(?<!\w){}(?!\w)", words.code_words + words.technical_words)
        self.plain = _pattern("{}", words.plain_beginnings)
        self.function_words = frozenset(words.function_words)


@cache
def word_patterns() -> WordPatterns:
    """The patterns with the words that are shipped; made once a process."""
    return WordPatterns(read_item(DATA / FILE, DoubtWords))


def doubt_problems(folder: Traversable) -> Iterator[Problem]:
    """The words of a lexicon's doubt.toml that are no patterns, or match nothing at all, by line.

    Raises LexiconError where the file does not fit its data model.
    """
    words = read_item(folder / FILE, DoubtWords)
    for name in (each.name for each in fields(words)):
        for word in getattr(words, name):
            if text := _why_not(word):
                line = line_of_value(folder / FILE, name, word)
                yield Problem(FILE, line, f"The pattern {word!r} in {name} {text}: correct it.")


def _why_not(word: str) -> str:
    if error := why_not_a_pattern(word):
        return f"is not valid ({error})"
    return "matches where nothing stands" if re.match(f"(?:{word})", "") else ""


def _pattern(frame: str, words: tuple[str, ...]) -> re.Pattern[str]:
    """A pattern of any of the words, in any case, in the place of ``{}`` in a frame."""
    return re.compile(frame.replace("{}", f"(?:{'|'.join(words)})"), re.I)

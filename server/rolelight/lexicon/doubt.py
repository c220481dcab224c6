"""Says whether a name that is also an ordinary word, a person's or a company's stands for the technology.

What speaks for the technology: a neighbour on the same list, the label of a list of tools, a noun that only a
technology takes ("Go developer"), a version, or another technology in the same clause. What speaks against
it: words of a proper name around it ("Azure Beach Resort").
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rolelight.lexicon.doubt_patterns import (
    BEFORE_BRACKET,
    BREAK,
    CAPITALS,
    ENDS_OF_ITEMS,
    ENDS_OF_LABELS,
    IN_BRACKET,
    ITEM_AFTER,
    ITEM_BEFORE,
    LAST_NAME,
    NEXT_NAME,
    RUN_AFTER,
    RUN_BEFORE,
    SENTENCE_AFTER,
    word_patterns,
)
from rolelight.lexicon.words import WORD

NEARBY = 60  # characters on each side in which a list may go on: about a line of a list
TOUCHING = 30  # characters on each side that words which belong to a name may take
CLAUSE = 120  # characters on each side in which a clause may go on
CONTEXT = 200  # characters on each side in which a text shows that it is about technology


class Place(NamedTuple):
    """Words in a text that may be the name of a technology."""

    text: str
    start: int
    end: int
    is_technology: Callable[[str], bool]
    is_likely: Callable[[str], bool]

    @property
    def before(self) -> str:
        """What stands before the words, as far as a clause may go on."""
        return self.text[max(0, self.start - CLAUSE) : self.start]

    @property
    def after(self) -> str:
        """What stands after the words, as far as a clause may go on."""
        return self.text[self.end : self.end + CLAUSE]

    @property
    def is_capital(self) -> bool:
        """Whether it is written as a name, not as a word in a sentence or at the beginning of one."""
        return not self.text[self.start : self.end].islower()


def clause_of(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after a place in the same clause."""
    before, after = text[max(0, start - CLAUSE) : start], text[end : end + CLAUSE]
    breaks = list(BREAK.finditer(before))
    following = BREAK.search(after)
    return before[breaks[-1].end() if breaks else 0 :], after[: following.start() if following else None]


def is_shown(place: Place) -> bool:
    """Whether a list or its label shows that the words are the name of a technology."""
    return _is_listed(place) or _is_in_run(place) or _is_labelled(place)


def is_used(place: Place) -> bool:
    """Whether the words, written as a name, stand where only a technology can."""
    if not place.is_capital or " " in place.text[place.start : place.end] or is_proper_name(place):
        return False
    patterns, is_long = word_patterns(), place.end - place.start > 1
    before, after = _clause(place)
    if patterns.noun.match(after) and (before.strip() or is_long):
        return True
    version = patterns.version_after.match(after)
    if not (version or patterns.lead.search(before)):
        return False
    if version and ("." in version[0] or patterns.upgraded.search(before)) and is_long:
        return True
    around = before + " , " + after
    return bool(patterns.code.search(around)) or _holds_technology(around, place)


def is_word(place: Place) -> bool:
    """Whether the words, in lower case, stand in a sentence as an ordinary word does: "they react"."""
    if place.is_capital or not word_patterns().in_sentence.search(place.before):
        return False
    return not word_patterns().noun.match(place.after)


def is_technical(place: Place) -> bool:
    """Whether the text around the words is about technology, so that an unusual name is what it mostly is."""
    if place.is_capital:
        before = place.text[max(0, place.start - CONTEXT) : place.start]
        after = place.text[place.end : place.end + CONTEXT]
    else:
        before, after = _clause(place)
    if not (before.strip(" .,•-") or after.strip(" .,•-")):
        return True
    patterns, around = word_patterns(), before + " , " + after
    return (
        bool(patterns.version_after.match(after) or patterns.noun.match(after))
        or bool(patterns.technical.search(around))
        or _holds_technology(around, place)
        or any(map(place.is_likely, CAPITALS.findall(around)))
    )


def is_proper_name(place: Place) -> bool:
    """Whether words of a proper name stand around: "Azure Beach Resort", "Air India Express"."""
    before = place.text[max(0, place.start - TOUCHING) : place.start]
    after = place.text[place.end : place.end + TOUCHING]
    names = [name[1] for name in (NEXT_NAME.match(after), LAST_NAME.search(before)) if name]
    # What stands before is looked at last: most words have no name beside them.
    return any(not _is_plain(name, place) for name in names) and not word_patterns().tool_verb.search(before)


def _is_plain(word: str, place: Place) -> bool:
    return bool(word_patterns().plain.match(word)) or place.is_technology(word) or place.is_likely(word)


def _is_listed(place: Place) -> bool:
    before, after = place.before[-NEARBY:], place.after[:NEARBY]
    # Most places follow no item: that is seen at their last letters.
    if (
        before.rstrip()[-3:].lower().endswith(ENDS_OF_ITEMS)
        and (item := ITEM_BEFORE.search(before))
        and _is_item(item[1], item[2], place)
    ):
        return True
    if (item := ITEM_AFTER.match(after)) and _is_item(item[2], item[1], place):
        return True
    bracket = BEFORE_BRACKET.search(before) if "(" in before else None
    bracket = bracket or IN_BRACKET.match(after)
    return bracket is not None and (place.is_technology(bracket[1]) or place.is_likely(bracket[1]))


def _is_item(item: str, sign: str, place: Place) -> bool:
    words = WORD.findall(item)
    if not words:
        return False
    if place.is_technology(words[-1]) or place.is_technology(words[0]):
        return True
    # Two doubtful names bear each other out on a list, but not two people ("Julia and Ruby").
    if not (place.is_capital and place.is_likely(words[-1]) and not words[-1].islower()):
        return False
    return sign.strip() in ",|/•·▪●" or _holds_technology(" , ".join(_clause(place)), place)


def _is_in_run(place: Place) -> bool:
    """Whether the words stand in a run of technologies without signs: "jquery backbone handlebars"."""
    runs = RUN_BEFORE.search(place.before), RUN_AFTER.match(place.after)
    words = [word for run in runs if run for word in run[0].split()]
    return word_patterns().function_words.isdisjoint(words) and sum(map(place.is_technology, words)) >= 2


def _is_labelled(place: Place) -> bool:
    """Whether the words stand on a list after its label, and not as a lower-case word in a sentence."""
    before = place.before
    if not any(sign in before for sign in ENDS_OF_LABELS) or not word_patterns().label.search(before):
        return False
    return place.is_capital or not SENTENCE_AFTER.match(place.after)


def _clause(place: Place) -> tuple[str, str]:
    return clause_of(place.text, place.start, place.end)


def _holds_technology(text: str, place: Place) -> bool:
    return any(place.is_technology(word) for word in WORD.findall(text) if len(word) > 1)

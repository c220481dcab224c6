"""Finds signals in text, with exact offsets on the original text; the longest form that is allowed wins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from rolelight.lexicon.allowed import why_not
from rolelight.lexicon.kinds import KINDS
from rolelight.lexicon.model import Signal
from rolelight.lexicon.spellings import Spellings
from rolelight.lexicon.words import Words


class Match(NamedTuple):
    """A signal at a place in a text; ``text[start:end]`` are its words."""

    signal: Signal
    start: int
    end: int


class Rejected(NamedTuple):
    """Words that are a form of a signal, and why they were not taken for it."""

    signal: Signal
    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A form of a signal, to be written just so or in any case.

    ``is_free`` says that it is the signal's wherever it stands.
    """

    signal: Signal
    kind: str
    text: str
    is_exact: bool
    is_free: bool

    @property
    def is_name(self) -> bool:
        """Whether it is the name of a technology whatever stands around it."""
        return not self.is_exact and self.kind in ("skill", "warning")


class Matcher:
    """Finds signals in text."""

    def __init__(self, signals: Iterable[Signal]) -> None:
        self._spellings = Spellings(_forms_of(signals))

    def find(self, text: str, kinds: tuple[str, ...] = KINDS, *, is_name: bool = False) -> list[Match]:
        """The matches of the kinds in ``text``, in order and without overlaps.

        Of two signals with the same words, that of the earlier kind is found. ``is_name`` says that the text
        is a name on a list of skills, where a short name ("R") needs no neighbours to be believed.
        """
        return [each for each in self._walk(text, kinds, is_name) if type(each) is Match]

    def explain(
        self, text: str, kinds: tuple[str, ...] = KINDS, *, is_name: bool = False
    ) -> list[Match | Rejected]:
        """The matches, and beside them what was not taken and why."""
        return list(self._walk(text, kinds, is_name))

    def is_name(self, word: str) -> bool:
        """Whether a word is the name of a technology whatever stands around it."""
        return any(form.is_name for form in self._forms_of(word))

    def _is_likely(self, word: str) -> bool:
        """Whether a word, as it is written, may be the name of a technology, but could be another thing."""
        forms = self._forms_of(word)
        return any(form.is_exact and form.kind == "skill" and form.text == word for form in forms)

    def _forms_of(self, word: str) -> list[Form]:
        key = word.casefold()
        return self._spellings.forms_of(key) or self._spellings.forms_of(key.rstrip("0123456789+#"))

    def _walk(self, text: str, kinds: tuple[str, ...], is_name: bool) -> Iterator[Match | Rejected]:
        words = Words(text)
        done = 0
        for start, spelled in self._spellings.find(words):
            if start < done:
                continue
            for forms, last in reversed(spelled):
                end = words.ends[last]
                found = self._allowed(forms, kinds, text, (start, end), is_name)
                yield from found
                if found and type(found[-1]) is Match:
                    done = end
                    break

    def _allowed(
        self, forms: list[Form], kinds: tuple[str, ...], text: str, span: tuple[int, int], is_name: bool
    ) -> list[Match | Rejected]:
        """What became of some words' forms: those that were rejected, then the one that was taken."""
        seen: list[Match | Rejected] = []
        for form in forms if len(forms) == 1 else _by_kind(forms, kinds):
            if form.kind not in kinds:
                continue
            reason = "" if form.is_free else self._why_not(form, text, span, is_name)
            if not reason:
                return [*seen, Match(form.signal, *span)]
            seen.append(Rejected(form.signal, *span, reason))
        return seen

    def _why_not(self, form: Form, text: str, span: tuple[int, int], is_name: bool) -> str:
        exact = form.text if form.is_exact else ""
        return why_not(
            form.signal,
            exact,
            text,
            span,
            is_name=is_name,
            is_technology=self.is_name,
            is_likely=self._is_likely,
        )


def _forms_of(signals: Iterable[Signal]) -> Iterator[Form]:
    for signal in signals:
        is_free = not (signal.excludes or signal.before_not or signal.after_not or signal.doubtful)
        for text in signal.forms:
            yield Form(signal, signal.kind, text, is_exact=False, is_free=is_free)
        for text in signal.exact_forms:
            yield Form(signal, signal.kind, text, is_exact=True, is_free=False)


def _by_kind(forms: list[Form], kinds: tuple[str, ...]) -> list[Form]:
    """The forms of the kinds, in the order of the kinds."""
    return [form for kind in kinds for form in forms if form.kind == kind]

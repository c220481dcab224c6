"""The shipped signals: each matches its own examples and never its counter-examples."""

from __future__ import annotations

import pytest

from rolelight.evidence.mentions import KINDS_BY_PIECE
from rolelight.lexicon import Matcher, Signal, load_lexicon
from rolelight.lexicon.forms import first_words, parse

LEXICON = load_lexicon()
SIGNALS = list(LEXICON.signals.values())
MATCH = [pytest.param(signal, text, id=f"{signal.id}: {text}") for signal in SIGNALS for text in signal.match]
NO_MATCH = [
    pytest.param(signal, text, id=f"{signal.id}: {text}") for signal in SIGNALS for text in signal.no_match
]


def found_beside_its_rivals(signal: Signal, text: str) -> list[str]:
    """The ids of the signals found in a text by a matcher of all kinds that share a place with the signal."""
    kinds = {kind for kinds in KINDS_BY_PIECE.values() if signal.kind in kinds for kind in kinds}
    kinds -= {"title"} if signal.kind != "title" else {"phrase"}
    return [match.signal.id for match in Matcher(s for s in SIGNALS if s.kind in kinds).find(text)]


@pytest.mark.parametrize(("signal", "text"), MATCH)
def test_a_signal_matches_its_examples(signal: Signal, text: str) -> None:
    assert signal.id in found_beside_its_rivals(signal, text)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_a_match_never_takes_the_space_after_its_words(signal: Signal) -> None:
    text = " , ".join(signal.match)
    found = [text[match.start : match.end] for match in Matcher([signal]).find(text, is_name=True)]
    assert found
    assert found == [words.strip() for words in found]


@pytest.mark.parametrize(("signal", "text"), NO_MATCH)
def test_a_signal_does_not_match_its_counter_examples(signal: Signal, text: str) -> None:
    assert signal.id not in found_beside_its_rivals(signal, text)


@pytest.mark.parametrize("signal", SIGNALS, ids=lambda signal: signal.id)
def test_a_signal_is_well_formed(signal: Signal) -> None:
    assert signal.kind in {"phrase", "title", "skill", "education", "warning"}
    assert signal.forms or signal.exact_forms
    assert signal.match
    assert signal.note.endswith(".")
    assert 20 < len(signal.note) < 180
    assert set(signal.uses or {}) <= set(LEXICON.skills["python"].uses)
    assert not signal.skill or signal.skill in LEXICON.skills
    assert signal.ambiguous or signal.uses, "a signal that is not ambiguous must say something"
    for form in signal.forms + signal.exact_forms:
        assert parse(form)
        assert all(first_words(form))


def test_no_form_stands_in_two_signals_of_one_kind() -> None:
    owners: dict[tuple[str, str], str] = {}
    for signal in SIGNALS:
        for form in signal.forms + signal.exact_forms:
            owner = owners.setdefault((signal.kind, form.casefold()), signal.id)
            assert owner == signal.id, f"{form!r} stands in {owner} and in {signal.id}"


def test_what_the_lexicon_refers_to_exists() -> None:
    for skill in LEXICON.skills.values():
        assert skill.signal in LEXICON.signals
        for use in skill.uses.values():
            assert set(use.rivals) <= set(LEXICON.signals)
    for role in LEXICON.roles:
        assert all(role.use in skill.uses for skill in LEXICON.skills.values())


def test_java_and_javascript_are_never_taken_for_each_other() -> None:
    matcher = Matcher(signal for signal in SIGNALS if signal.kind in ("skill", "warning"))
    text = "Java, JavaScript, Java Script, java-script and core Java"
    assert [match.signal.id for match in matcher.find(text)] == [
        "java",
        "javascript",
        "javascript",
        "javascript",
        "java",
    ]
    assert "not JavaScript" in LEXICON.signals["java"].note
    assert "not Java" in LEXICON.signals["javascript"].note

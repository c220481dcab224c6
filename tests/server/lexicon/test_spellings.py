"""The tree of spellings: what is spelled from each word on, and no more of the tree than the text needs."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Thread

import pytest

from rolelight.lexicon import spellings as module
from rolelight.lexicon.forms import keys_of
from rolelight.lexicon.spellings import Spellings
from rolelight.lexicon.words import Words


@dataclass(frozen=True, slots=True)
class Form:
    """All that the tree needs to know of a form."""

    text: str


FORMS = [
    Form(text) for text in ("data", "data base", "data base design", "PHP", ".NET", "C++", "web-site(s)")
]


def spelled(text: str) -> list[tuple[int, list[str]]]:
    """Where forms start in a text, and the text of each that is spelled from there."""
    return [
        (start, [form.text for forms, _ in found for form in forms])
        for start, found in Spellings(FORMS).find(Words(text))
        if found
    ]


def test_all_forms_from_a_word_on_are_given_shortest_first() -> None:
    assert spelled("a data base design") == [(2, ["data", "data base", "data base design"])]
    assert spelled("a data, base design") == [(2, ["data"])]


@pytest.mark.parametrize("text", ["PHP7", "php", "PHP5"])
def test_a_version_may_be_written_onto_a_name(text: str) -> None:
    assert spelled(text) == [(0, ["PHP"])]


def test_signs_without_a_number_are_no_version() -> None:
    assert spelled("PHP+ PHP#") == []


def test_a_leading_dot_belongs_to_the_name() -> None:
    assert spelled("in .NET") == [(3, [".NET"])]
    assert spelled("net") == []


def test_the_forms_of_one_word_are_told() -> None:
    spellings = Spellings(FORMS)
    assert [form.text for form in spellings.forms_of("data")] == ["data"]
    assert [form.text for form in spellings.forms_of("website")] == ["web-site(s)"]
    assert spellings.forms_of("base") == spellings.forms_of("nothing") == []


def test_a_branch_is_spelled_out_once_and_only_when_a_text_needs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    grown: list[str] = []

    def counted(form: str) -> set[str]:
        grown.append(form)
        return keys_of(form)

    monkeypatch.setattr(module, "keys_of", counted)
    spellings = Spellings(FORMS)
    assert grown == []
    for _ in range(3):
        list(spellings.find(Words("web sites, a website and the web")))
    assert grown == ["web-site(s)"]


def test_a_reading_that_meets_a_branch_while_another_grows_it_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    spellings = Spellings(FORMS)
    found: list[int] = []
    other = Thread(target=lambda: found.extend(start for start, _ in spellings.find(Words("a website"))))

    def interrupted(form: str) -> set[str]:
        other.start()
        other.join(0.1)  # It cannot end before the branch is grown.
        return keys_of(form)

    monkeypatch.setattr(module, "keys_of", interrupted)
    found.extend(start for start, _ in spellings.find(Words("the website")))
    other.join()
    assert sorted(found) == [2, 4]

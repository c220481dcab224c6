"""`rolelight lexicon explain`: what matches, what does not, and why, in words."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from lexicons import signal
from rolelight.cli import main
from rolelight.lexicon import explain as module
from rolelight.lexicon.explain import KINDS_OF_TEXT
from rolelight.lexicon.kinds import KINDS
from rolelight.lexicon.match import Matcher

SIGNALS = [
    signal("loom", "loom", uses={"web": 1.5, "analysis": -0.25}, roles={"weaver": 2.0}),
    signal("dyer", "dyer", kind="title", ambiguous=True),
    signal("cloth", "cloth studies", kind="education", roles={"weaver": 0.5}),
    signal("go", exact_forms=("Go",), requires=("gRPC",), uses={"web": 0.5}),
]


@pytest.fixture(autouse=True)
def small_matcher(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "load_matcher", lambda: Matcher(SIGNALS))


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["lexicon", "explain", *arguments])


def test_a_match_is_shown_with_offsets_words_kind_family_note_and_what_it_says() -> None:
    result = explain("A Loom of his own")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "2-6 \u201cLoom\u201d is loom (skill, loom): A signal made up for a test.",
        "    Says, before weights are fitted: web +1.5, analysis -0.2, weaver +2.0.",
    ]


def test_what_was_rejected_is_shown_with_the_reason() -> None:
    (line,) = explain("Go home").stdout.splitlines()
    assert line.startswith("0-2 \u201cGo\u201d is not go: ")
    assert line.endswith(".")


def test_a_text_without_any_form_gets_a_sentence() -> None:
    assert explain("").stdout == explain("nothing here").stdout == "No signal has a form in this text.\n"


def test_a_signal_that_says_nothing_sure_is_told_so() -> None:
    assert explain("Dyer", "--as", "title").stdout.splitlines()[1] == "    Says nothing sure."


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("description", {"loom"}),
        ("headline", {"loom", "dyer"}),
        ("title", {"loom", "dyer"}),
        ("skill", {"loom", "go"}),
        ("degree", {"cloth"}),
        ("course", {"loom", "cloth"}),
    ],
)
def test_the_kind_of_text_decides_which_signals_count(kind: str, names: set[str]) -> None:
    text = "Go, a dyer with a loom and cloth studies"
    printed = explain(text, "--as", kind).stdout
    assert {name for name in ("loom", "dyer", "cloth", "go") if f" is {name} (" in printed} == names


def test_an_unknown_kind_of_text_gets_a_sentence_with_all_that_are_known() -> None:
    result = explain("Loom", "--as", "poem")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("There is no text of the kind poem: use one of description, headline,")


def test_the_help_names_every_kind_of_text() -> None:
    said = " ".join(explain("--help").stdout.split())
    assert [kind for kind in KINDS_OF_TEXT if kind not in said] == []


def test_every_kind_of_signal_counts_in_some_text() -> None:
    assert {kind for kinds in KINDS_OF_TEXT.values() for kind in kinds} == set(KINDS)

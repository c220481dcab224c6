"""The linter: each kind of problem is told with file, line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from lexicons import SIGNALS, damage, small_lexicon
from rolelight.cli import main
from rolelight.lexicon.beside_signals import PLACES
from rolelight.lexicon.lint import lint_lexicon

FILE = "signals/all.toml"
FIRST, SECOND = 3, 13  # the lines on which the two signals begin


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    return small_lexicon(tmp_path)


def lint(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["lexicon", "lint", *map(str, arguments)])


def test_a_lexicon_in_order_has_no_problems(lexicon: Path) -> None:
    assert lint_lexicon(lexicon) == []
    result = lint(lexicon)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "The lexicon is in order.\n", "")


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ('id = "weaving"', 'id = "Weaving_1"', SECOND, "The id must be lower-case words with hyphens"),
        ('kind = "phrase"', 'kind = "verb"', SECOND, "The kind verb is unknown: use one of phrase, title"),
        ('family = "xylotool"', 'family = ""', FIRST, "It needs a family"),
        ("roles =", 'link = "http://a.example"\nroles =', SECOND, "The link must begin with https://"),
        ("web = 0.5", "wob = 0.5", FIRST, "uses names wob, which does not exist: correct it or add it"),
        ("weaver = 0.5", "waver = 0.5", SECOND, "roles names waver, which does not exist"),
        ("uses =", 'implies = ["nobody"]\nuses =', FIRST, "implies names nobody, which does not exist"),
        ("uses =", 'confusable = ["nobody"]\nuses =', FIRST, "confusable names nobody, which does not exist"),
        ('["cloth"]', '["(cloth"]', SECOND, "The pattern '(cloth' in requires is not valid"),
        ('["cloth"]', '["(?i)cloth"]', SECOND, "The pattern '(?i)cloth' in requires is not valid"),
        ("uses =", 'before_not = ["a)"]\nuses =', FIRST, "The pattern 'a)' in before_not is not valid"),
        ("uses =", 'after_not = ["[a"]\nuses =', FIRST, "The pattern '[a' in after_not is not valid"),
        ("uses =", 'excludes = ["*"]\nuses =', FIRST, "The pattern '*' in excludes is not valid"),
        ("uses =", "in_list = true\nuses =", FIRST, "requires and in_list are for exact_forms"),
        ('forms = ["Xylotool( Pro|)"]\n', "", FIRST, "It has no forms"),
        ("Xylotool( Pro|)", "Xylotool( Pro|", FIRST, "The form 'Xylotool( Pro|' cannot be read"),
        ("Xylotool( Pro|)", "(Xylotool|)", FIRST, "can stand for no word at all"),
        ("Xylotool( Pro|)", "Xylotool" + " (a|b|c)" * 6, FIRST, "729 spellings; 400 is the most. Cut it"),
        ("Xylotool( Pro|)", "Xylotool" + " (a|b)" * 24, FIRST, "16777216 spellings; 400 is the most. Cut it"),
        ("Xylotool( Pro|)", "a" + "-b" * 40, FIRST, "1099511627776 spellings; 400 is the most. Cut it"),
        ("Xylotool( Pro|)", "Xylotool" + " a" * 8, FIRST, "must end in a word and have 8 words at most"),
        ("Xylotool( Pro|)", "Xylotool!", FIRST, "must end in a word and have 8 words at most"),
        ("uses = { web = 0.5 }\n", "", FIRST, "It says nothing: give it uses or roles"),
        ("web = 0.5", "web = 3.5", FIRST, "What it says for web must be log-odds from -3.0 to 3.0"),
        ("web = 0.5", "web = 0", FIRST, "What it says for web must be log-odds"),
        ("heard of.", "heard of", FIRST, "The note must be one or two plain sentences"),
        ("Xylotool is a framework that nobody has heard of.", "A tool.", FIRST, "of 20 to 180 characters"),
        ("Xylotool is", "xylotool is", FIRST, "The note must be one or two plain sentences"),
        ("nobody has", "nobody" + " has" * 50, FIRST, "The note must be one or two plain sentences"),
        (
            'forms = ["weaving"]',
            'forms = ["weaving", "weaving wool"]\nmatch_ = 1',
            SECOND,
            "match_ is unknown",
        ),
        ('match = ["Xylotool Pro"]\n', "", FIRST, "It needs an example that must match"),
        ('["Xylotool Pro"]', '["Xylophone"]', FIRST, "It does not match its example 'Xylophone'"),
        ("xylophone", "a xylotool", FIRST, "It matches 'a xylotool', which it must not"),
    ],
)
def test_a_problem_of_a_signal_is_told_at_its_line(
    lexicon: Path, old: str, new: str, line: int, words: str
) -> None:
    damage(lexicon, FILE, old, new)
    told = [str(problem) for problem in lint_lexicon(lexicon)]
    assert [each for each in told if each.startswith(f"{FILE}:{line}: ") and words in each], told


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("skills.toml", 'signal = "xylotool"', 'signal = "none"', "python names the signal none, which does"),
        ("skills.toml", '["weaving"]', '["none"]', "python names the signal none, which does not exist"),
        ("roles.toml", "web = 1.0", "wob = 1.0", "weaver names the use wob, which no skill has"),
        ("roles.toml", '["weaving"]', '["none"]', "weaver names the family none, which no signal has"),
        ("contexts.toml", 'before = ["', 'before = ["(", "', "The pattern '(' is not valid"),
        (
            "contexts.toml",
            "keep = 0.0",
            "keep = 7",
            "keep of negated is 7, and must be from 0 to 1: correct it",
        ),
        ("contexts.toml", "words = ", "words = -", "words of negated is -"),
        ("nearness.toml", "near = 1.0", "near = nan", "near of beside is nan, and must be from 0 to 1"),
        ("nearness.toml", "{rival} is", "{other} is", "names {other}: use skill, rival or none"),
        ("verdicts.toml", "strong = 0.75", "strong = 75", "strong is 75, and must be from 0.5 to 0.99"),
        ("verdicts.toml", "families = 2", "families = 0", "families is 0, and must be from 1 to 10"),
        ("verdicts.toml", "main_use = 0.3", "main_use = -0.3", "main_use is -0.3, and must be from 0 to 1"),
        ("skills.toml", "share = 0.4", "share = 1.0", "share of web is 1.0, and must be from 0.01 to 0.99"),
        ("roles.toml", "web = 1.0", "web = 5.0", "web of weaver is 5.0, and must be from -1 to 1"),
        ("questions.toml", '"unnamed"', '"unheard"', "The situation unheard is unknown: use unnamed, silent"),
        ("questions.toml", "used {skill}", "used {tool}", "names {tool}: use skill or none"),
        (
            "questions.toml",
            "used {skill}",
            "used {skill",
            "cannot be read (expected '}' before end of string",
        ),
        ("roles.toml", "core =", 'questions = ["Why {title}?"]\ncore =', "{title}: use skill, role or none"),
    ],
)
def test_a_problem_of_another_file_is_told(lexicon: Path, file: str, old: str, new: str, words: str) -> None:
    damage(lexicon, file, old, new)
    told = [str(problem) for problem in lint_lexicon(lexicon)]
    assert len(told) == 1
    assert told[0].startswith(f"{file}:1: ")
    assert words in told[0]


def test_places_that_are_missing_or_unknown_are_told(lexicon: Path) -> None:
    damage(lexicon, "nearness.toml", "[in_list]", "[in_lists]")
    told = [str(problem) for problem in lint_lexicon(lexicon)]
    assert told[0] == "nearness.toml:1: The table in_list is missing: add it."
    assert told[1].startswith("nearness.toml:1: The table in_lists is unknown: use beside, in_sentence, ")
    (lexicon / "nearness.toml").write_text("", "utf-8")
    assert len(lint_lexicon(lexicon)) == len(PLACES)


def test_a_form_of_two_signals_of_one_kind_is_told_and_of_two_kinds_is_not(lexicon: Path) -> None:
    damage(lexicon, FILE, '["weaving"]', '["weaving", "xylotool"]')
    assert lint_lexicon(lexicon) == []
    damage(lexicon, FILE, 'kind = "phrase"', 'kind = "skill"')
    told = [str(problem) for problem in lint_lexicon(lexicon)]
    words = "weaving: \u201cxylotool\u201d is also a form of xylotool: take it from one of them."
    assert f"{FILE}:{SECOND}: {words}" in told


def test_problems_are_told_all_at_once_in_the_order_of_the_files(lexicon: Path) -> None:
    damage(lexicon, "roles.toml", '["weaving"]', '["none"]')
    damage(lexicon, FILE, "heard of.", "heard of")
    damage(lexicon, FILE, "with threads.", "with threads")
    result = lint(lexicon)
    assert (result.exit_code, result.stdout) == (1, "")
    assert [line.split(": ")[0] for line in result.stderr.splitlines()] == [
        "roles.toml:1",
        f"{FILE}:{FIRST}",
        f"{FILE}:{SECOND}",
    ]


def test_a_problem_in_a_second_file_is_told_with_its_own_lines(lexicon: Path) -> None:
    more = "\n\n" + SIGNALS.replace("ylotool", "enotool").replace("eaving", "elding").replace("Loom", "Torch")
    (lexicon / "signals/more.toml").write_text(more.replace("with threads.", "with metal"), "utf-8")
    told = [(problem.file, problem.line) for problem in lint_lexicon(lexicon)]
    assert ("signals/more.toml", SECOND + 2) in told
    assert {file for file, _ in told} == {"signals/more.toml"}


@pytest.mark.parametrize("old", ["forms =", 'id = "xylotool"\n', "# A lexicon"])
def test_what_does_not_load_is_the_one_problem(lexicon: Path, old: str) -> None:
    damage(lexicon, FILE, old, "unknown 1 # " if old[0] == "#" else "unknown = 1 # ")
    result = lint(lexicon)
    assert (result.exit_code, len(result.stderr.splitlines())) == (1, 1)
    assert result.stderr.startswith("signals/all.toml:")


def test_a_folder_that_is_not_there_gets_a_sentence(tmp_path: Path) -> None:
    result = lint(tmp_path / "nothing")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "does not exist" in result.stderr


def test_a_folder_without_a_lexicon_is_a_problem(tmp_path: Path) -> None:
    result = lint(tmp_path)
    assert result.exit_code == 1
    assert "It cannot be read" in result.stderr

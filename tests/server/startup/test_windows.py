"""The task for Windows: in the order of the schema, and saying what is meant, whatever is in the paths."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from lxml import etree

from rolelight.startup import windows
from rolelight.startup.start import Start, StartupError
from server.startup.starts import expected, starts

SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).with_name("task.xsd")))
START = Start("/python", {}, Path("/x"), "OFFICE\\Ann")


def words_in(line: str) -> list[str]:
    """The words of a command line, as programs on Windows take it apart."""
    words: list[str] = []
    word, is_quoted, is_word = "", False, False
    for slashes, other in re.findall(r"(\\*)([^\\]|$)", line):
        before_quote = other == '"'
        word += slashes[: len(slashes) // 2] if before_quote else slashes
        is_word = is_word or bool(slashes)
        if before_quote and len(slashes) % 2 == 0:
            is_quoted, is_word = not is_quoted, True
        elif other in (" ", "\t", "") and not is_quoted:
            words, word, is_word = ([*words, word] if is_word else words), "", False
        else:
            word, is_word = word + other, True
    return words


def is_changed(start: Start) -> bool:
    return bool(windows.VARIABLE.search(" ".join([start.python, *start.arguments])))


@given(starts())
def test_whatever_is_in_a_path_comes_back(start: Start) -> None:
    assume(not is_changed(start))
    content = windows.write(start)
    task = etree.fromstring(content)
    SCHEMA.assertValid(task)
    command, arguments = (task.findtext(f".//{{*}}{name}") for name in ("Command", "Arguments"))
    assert [command, *words_in(arguments or "")] == expected(start)
    assert windows.program_in(content) == start.python


def test_it_is_in_utf_16_as_the_scheduler_writes_it() -> None:
    content = windows.write(START)
    assert content[:2] in (b"\xff\xfe", b"\xfe\xff")
    assert content.decode("utf-16").casefold().startswith("<?xml version='1.0' encoding='utf-16'?>")


def test_the_schema_finds_what_is_out_of_order() -> None:
    task = etree.fromstring(windows.write(START))
    task.append(task[0])
    assert not SCHEMA.validate(task)


@pytest.mark.parametrize("name", ["%TEMP%", "$(Arg0)"])
def test_a_path_that_windows_would_change_is_told_in_words(name: str) -> None:
    with pytest.raises(StartupError, match="Windows takes"):
        windows.write(Start("/python", {"folder": ""}, Path("/", name)))


@pytest.mark.parametrize("content", [b"", b"<Task/>", b"\xff\xfe<"])
def test_a_task_that_someone_has_broken_starts_nothing(content: bytes) -> None:
    assert windows.program_in(content) is None

"""Text is cut into words and gaps without losing a character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.lexicon.words import Words, key_of_gap


@given(st.text(max_size=200))
def test_words_and_gaps_are_the_whole_text(text: str) -> None:
    words = Words(text)
    spans = zip(words.starts, words.ends, strict=False)
    pieces = [text[start:end] for start, end in spans]
    woven = "".join(gap + piece for gap, piece in zip(words.gaps, [*pieces, ""], strict=True))
    assert woven == text
    assert words.keys == [piece.casefold() for piece in pieces]


@pytest.mark.parametrize("text", ["C++", "C#", "Notepad++", "\u0130stanbul", "na\u00efve", "x_1"])
def test_signs_at_the_end_of_a_name_belong_to_the_word(text: str) -> None:
    words = Words(f"({text}).")
    assert (words.keys, words.gaps) == ([text.casefold()], ["(", ")."])


def test_known_words_are_found_also_with_a_version() -> None:
    words = Words("PHP7, html5 and C++ of phpBB")
    assert list(words.keys_in({"php", "html", "c", "c++"})) == [(0, "php"), (1, "html"), (3, "c++")]


@pytest.mark.parametrize(
    ("gap", "key"),
    [
        ("", ""),
        (" ", " "),
        ("-", " "),
        (" - ", " "),
        ("\u2011", " "),
        ("\n", " "),
        (".", " "),
        (" .", " "),
        ("/", "/"),
        (" / ", "/"),
        ("\u2019", "'"),
        ("&", "&"),
    ],
)
def test_a_gap_within_a_name_has_a_key(gap: str, key: str) -> None:
    assert key_of_gap(gap) == key


@pytest.mark.parametrize("gap", ["    ", "----", ". ", "),", " (", "  /  ", ", and "])
def test_no_name_goes_on_across_a_wider_gap(gap: str) -> None:
    assert key_of_gap(gap) not in {"", " "}


@given(st.text(alphabet=" -.,/\n\u2011(", max_size=8))
def test_a_key_of_a_gap_is_one_character_at_most(gap: str) -> None:
    key = key_of_gap(gap)
    assert key is None or (len(key) <= 1 and not key.isspace()) or key == " "

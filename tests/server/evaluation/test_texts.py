"""Plain text becomes a profile that the evidence stage reads like a page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rolelight.evaluation.texts import entry_profile, pieces_of


def test_an_entry_has_its_description_and_its_title() -> None:
    (position,) = entry_profile("Wove cloth", "Weaver").positions
    assert [(piece.kind, piece.text) for piece in position.pieces] == [
        ("title", "Weaver"),
        ("description", "Wove cloth"),
    ]
    assert position.title == "Weaver"


def test_lines_are_joined_and_their_ends_kept_as_breaks() -> None:
    (piece,) = pieces_of("description", "  one  two\n\n three\r\nfour ", "b")
    assert piece.text == "one two three four"
    assert piece.block.breaks == (7, 13)


@given(st.text(max_size=100))
def test_a_block_is_collapsed_and_breaks_are_its_spaces(text: str) -> None:
    pieces = pieces_of("description", text, "b")
    assert len(pieces) == bool(text.split())
    for piece in pieces:
        assert piece.text == " ".join(text.split())
        assert {piece.text[offset] for offset in piece.block.breaks} <= {" "}

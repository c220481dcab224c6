"""Makes a profile of plain text, so that a job entry or a resume is read by the same line as a page."""

from __future__ import annotations

from rolelight.page.model import Block, Entry, Piece, Profile, Section


def entry_profile(text: str, title: str = "") -> Profile:
    """A profile of one position with that description and, where there is one, that title."""
    return Profile(
        "profile",
        "text",
        text_language="en",
        sections=(
            Section(
                "experience",
                entries=(
                    Entry(
                        "experience-1",
                        (*pieces_of("title", title, "1"), *pieces_of("description", text, "2")),
                    ),
                ),
            ),
        ),
    )


def pieces_of(kind: str, text: str, block: str) -> tuple[Piece, ...]:
    """The text as a piece that is a whole block, with its line ends as breaks; none where it is empty."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    joined, breaks = "", []
    for line in filter(None, lines):
        if joined:
            breaks.append(len(joined))
            joined += " "
        joined += line
    return (Piece(kind, Block(block, joined, tuple(breaks)), 0, len(joined)),) if joined else ()

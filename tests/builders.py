"""Builds small profiles for tests of the evidence stage, without any HTML."""

from __future__ import annotations

from rolelight.page.model import Block, Entry, Piece, Profile, Section


def piece(kind: str, text: str, number: int = 1) -> Piece:
    """A piece that is a whole block; a newline in the text is a line break of the block."""
    breaks = tuple(offset for offset, letter in enumerate(text) if letter == "\n")
    return Piece(kind, Block(str(number), text.replace("\n", " "), breaks), 0, len(text))


def position(
    number: int,
    title: str,
    description: str = "",
    start: str | None = None,
    end: str | None = None,
    current: bool = False,
) -> Entry:
    """A position held; its blocks are numbered from ten times its number."""
    pieces = [piece("title", title, number * 10)]
    if description:
        pieces.append(piece("description", description, number * 10 + 1))
    return Entry(f"experience-{number}", tuple(pieces), start, end, current)


def profile(*positions: Entry, skills: tuple[str, ...] = (), headline: str = "", about: str = "") -> Profile:
    """A profile of positions and, where given, a headline, an about text and a list of skills."""
    sections = []
    if headline:
        sections.append(
            Section("headline", "present", (Entry("headline-1", (piece("headline", headline, 1),)),))
        )
    if about:
        sections.append(Section("about", "present", (Entry("about-1", (piece("about", about, 2),)),)))
    if positions:
        sections.append(Section("experience", "present", positions))
    if skills:
        entries = tuple(
            Entry(f"skills-{i}", (piece("name", name, 900 + i),)) for i, name in enumerate(skills, start=1)
        )
        sections.append(Section("skills", "present", entries))
    return Profile("profile", "generic", text_language="en", sections=tuple(sections))

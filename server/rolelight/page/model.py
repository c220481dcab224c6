"""The plain data of the page stage: captures go in, a profile comes out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Skills stand in a list: "Python, Django and Flask", "Python · Django", "Python, Django and +3 skills".
_SIGNS_BETWEEN_SKILLS = re.compile(r"\s*[·•|,]\s*(?:and )?")
_BETWEEN_SKILLS = re.compile(rf"{_SIGNS_BETWEEN_SKILLS.pattern}|\s+and\s+(?=[^,·]*$)")


@dataclass(frozen=True, slots=True)
class Capture:
    """The HTML of one page that the user looked at, as the extension or the command line took it."""

    html: str
    url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One run of visible text on the page; highlights are positions in a block.

    ``text`` is whitespace-collapsed: every run of white space is one space, none at the ends, and
    ``<br>`` counts as white space. ``breaks`` are the offsets of those spaces in ``text`` that stand for
    the end of a line (``<br>``, a block inside the block, or a newline in preformatted text). ``capture`` is
    the index of its capture.
    """

    id: str
    text: str
    breaks: tuple[int, ...] = ()
    capture: int = 0


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a block that says one thing of an entry: its title, its description, one skill.

    ``block.text[start:end]`` is the piece's text; offsets are Python characters. ``kind`` is one of title,
    company, employment, workplace, location, dates, duration, description, skills, school, degree, field,
    activities, grade, name, issuer, level, headline, about, other. ``basis`` is how that is known: key (the
    markup names it), heading (the section's heading does), line_shape (its form does, as with dates) or
    position (it is what is left, by its place among the lines).
    """

    kind: str
    block: Block
    start: int
    end: int
    basis: str = "position"

    @property
    def text(self) -> str:
        """The text of the piece, as on the page but for collapsed white space."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item in a section: a position held, a degree, a skill.

    ``start`` and ``end`` are "2020-03", "2020" (as exactly as the page says) or None; ``current`` says that
    it has not ended; ``duration`` is in months, where the page states one. All else that the page says of
    the entry is in ``pieces``, in reading order.
    """

    id: str
    pieces: tuple[Piece, ...] = ()
    start: str | None = None
    end: str | None = None
    current: bool = False
    duration: int | None = None

    def text_of(self, kind: str) -> str | None:
        """The text of the first piece of that kind, or None where the page has none."""
        return next((piece.text for piece in self.pieces if piece.kind == kind), None)

    @property
    def title(self) -> str | None:
        """The title of the position held."""
        return self.text_of("title")

    @property
    def company(self) -> str | None:
        """The name of the employer, or of the organisation helped."""
        return self.text_of("company")

    @property
    def employment(self) -> str | None:
        """The kind of employment, such as "Full-time"."""
        return self.text_of("employment")

    @property
    def workplace(self) -> str | None:
        """Where the work is done, such as "Remote"."""
        return self.text_of("workplace")

    @property
    def location(self) -> str | None:
        """The place, without the workplace."""
        return self.text_of("location")

    @property
    def school(self) -> str | None:
        """The school's name."""
        return self.text_of("school")

    @property
    def degree(self) -> str | None:
        """The degree as the page words it."""
        return self.text_of("degree")

    @property
    def field(self) -> str | None:
        """The field of study."""
        return self.text_of("field")

    @property
    def activities(self) -> str | None:
        """What else the person did at the school, without the label."""
        return self.text_of("activities")

    @property
    def grade(self) -> str | None:
        """The grade, without the label."""
        return self.text_of("grade")

    @property
    def name(self) -> str | None:
        """The name of a skill, certificate, project, course, language or publication."""
        return self.text_of("name")

    @property
    def issuer(self) -> str | None:
        """Who issued the certificate or honour, or published the work."""
        return self.text_of("issuer")

    @property
    def level(self) -> str | None:
        """How well the person knows a language."""
        return self.text_of("level")

    @property
    def description(self) -> str | None:
        """The paragraphs that describe it, a line each; breaks within one are in its block's ``breaks``."""
        return "\n".join(piece.text for piece in self.pieces if piece.kind == "description") or None

    @property
    def skills(self) -> tuple[str, ...]:
        """The skills that the page names for it."""
        lists = (piece for piece in self.pieces if piece.kind == "skills")
        return tuple(name for piece in lists for name in _names_in(piece) if name)

    @property
    def basis(self) -> dict[str, str]:
        """By kind of piece, how the first of that kind is known; that of the dates goes for start and end."""
        return {piece.kind: piece.basis for piece in reversed(self.pieces)}

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of the blocks that the entry's pieces stand in, in reading order, each once."""
        return tuple(dict.fromkeys(piece.block.id for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a profile and how much of it the page showed.

    ``kind`` is headline, about, experience, education, skills, certifications, projects, publications,
    courses, languages, volunteering, honors, recommendations or organizations. ``state`` is present, empty,
    not_loaded, truncated (the page shows only the first entries) or redacted. ``basis`` is how the section
    was found: key, anchor, heading or address; a headline's may be position. Recommendations are other
    people's words, and no evidence.
    """

    kind: str
    state: str = "present"
    entries: tuple[Entry, ...] = ()
    basis: str = "key"


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that could not be read: a stable code and the page's own text, so that nothing is lost.

    The codes are field_unrecognised (a section with text but no entries), entry_unread (an item that is no
    entry), dates_unread (a position that names a year, but no dates that could be read) and
    section_unrecognised (a card of an unknown kind).
    """

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the captures of one person say, as data.

    ``page_state`` is profile, or what the page is instead: stale, sign_in_wall, guest_home, blocked,
    not_found, private, search_results, job_ad, blank (no text) or not_a_profile (text of another kind).
    ``slug`` names the person within the site's addresses and never leaves the server. ``reason`` says by
    what page state and shape were told.
    """

    page_state: str
    shape: str
    url: str = ""
    slug: str = ""
    text_language: str = ""
    sections: tuple[Section, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())
    reason: str = ""

    def section(self, kind: str) -> Section | None:
        """The section of that kind, or None where the page has none."""
        return next((section for section in self.sections if section.kind == kind), None)

    @property
    def positions(self) -> tuple[Entry, ...]:
        """The positions held, in page order."""
        experience = self.section("experience")
        return experience.entries if experience else ()


def _names_in(piece: Piece) -> list[str]:
    """Divide a list of skills; where its tail counts the rest, its last "and" is one of a skill's own."""
    is_cut = bool(piece.block.text[piece.end :].strip())
    return (_SIGNS_BETWEEN_SKILLS if is_cut else _BETWEEN_SKILLS).split(piece.text)

"""The plain data of the page stage: captures go in, a profile comes out."""

from __future__ import annotations

from dataclasses import dataclass, field


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
    company, employment, dates, location, description, skills, school, degree, field, name, issuer,
    headline, about, other.
    """

    kind: str
    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The text of the piece, as on the page but for collapsed white space."""
        return self.block.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Entry:
    """One item in a section: a position held, a degree, a skill.

    ``start`` and ``end`` are "2020-03", "2020" or None; ``current`` says that it has not ended. All else
    that the page says of the entry is in ``pieces``, in reading order.
    """

    id: str
    pieces: tuple[Piece, ...] = ()
    start: str | None = None
    end: str | None = None
    current: bool = False

    def text_of(self, kind: str) -> str | None:
        """The text of the first piece of that kind, or None where the page has none."""
        return next((piece.text for piece in self.pieces if piece.kind == kind), None)

    @property
    def title(self) -> str | None:
        """The title of the position held."""
        return self.text_of("title")

    @property
    def company(self) -> str | None:
        """The employer's name."""
        return self.text_of("company")

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
    def name(self) -> str | None:
        """The name of a skill, certificate, project, course, language or publication."""
        return self.text_of("name")

    @property
    def blocks(self) -> tuple[str, ...]:
        """The ids of the blocks that the entry's pieces stand in, in reading order, each once."""
        return tuple(dict.fromkeys(piece.block.id for piece in self.pieces))


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a profile and how much of it the page showed.

    ``kind`` is headline, about, experience, education, skills, certifications, projects, publications,
    courses, languages, volunteering, honors, recommendations or organizations. ``state`` is present, empty,
    not_loaded, truncated (the page shows only the first entries) or redacted.
    """

    kind: str
    state: str = "present"
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Warning:
    """Something that could not be read: a stable code and the page's own text, so that nothing is lost."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """What the captures of one person say, as data.

    ``page_state`` is profile, or what the page is instead: stale, sign_in_wall, guest_home, blocked,
    not_found, private, search_results, job_ad, blank (no text) or not_a_profile (text of another kind).
    ``slug`` names the person within the site's addresses and never leaves the server.
    """

    page_state: str
    shape: str
    url: str = ""
    slug: str = ""
    text_language: str = ""
    sections: tuple[Section, ...] = ()
    warnings: tuple[Warning, ...] = field(default=())

    def section(self, kind: str) -> Section | None:
        """The section of that kind, or None where the page has none."""
        return next((section for section in self.sections if section.kind == kind), None)

    @property
    def positions(self) -> tuple[Entry, ...]:
        """The positions held, in page order."""
        experience = self.section("experience")
        return experience.entries if experience else ()

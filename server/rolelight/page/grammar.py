"""The grammar of a profile's lines besides dates: employment, workplaces, places, lists and furniture."""

from __future__ import annotations

import re

from rolelight.page.vocabulary import MAX_LINE, WORDS, any_of, plain

MAX_NAME = 110
MAX_LABEL = 60
MAX_LOCATION = 90
MAX_LOCATION_WORDS = 9
MAX_SHORT_NAME_WORDS = 4

_NOISE = re.compile("|".join(f"(?:{pattern})" for pattern in WORDS["noise"]))
_SKILLS_LABEL = re.compile(rf"{any_of(WORDS['skills'])} ?: ?", re.I)
_MORE_SKILLS = re.compile("|".join(f"(?:{pattern})$" for pattern in WORDS["more_skills"]), re.I)
_FIELD_OF_STUDY = frozenset(WORDS["field_of_study"])
_EMPLOYMENT = frozenset(WORDS["employment"])
_WORKPLACE = frozenset(WORDS["workplace"])
_PLACE_WORDS = frozenset([*WORDS["place"], *(word for name in _WORKPLACE for word in name.split())])
_ABBREVIATIONS = frozenset(WORDS["abbreviations"])
_LABEL = re.compile("|".join(f"(?P<{kind}>{any_of(labels)})" for kind, labels in WORDS["labels"].items()))
_ISSUED_BY = re.compile(rf"{any_of(WORDS['issued_by'])} ", re.I)
_SEPARATOR = re.compile(r" [·•] ")
_SENTENCE = re.compile(r"[.!?;]$|[.!?] |[•▪►✓✔*#@|]|^[-–—]|https?:|\d{5,}%")


def is_employment(text: str) -> bool:
    """Say whether the line is a kind of employment, such as "Full-time"."""
    return len(text) <= MAX_LABEL and plain(text) in _EMPLOYMENT


def is_workplace(text: str) -> bool:
    """Say whether the line is a workplace, such as "Remote"."""
    return len(text) <= MAX_LABEL and plain(text).strip("()") in _WORKPLACE


def is_noise(text: str) -> bool:
    """Say whether the whole line is a page's furniture, such as "Show all 8 experiences"."""
    return len(text) <= MAX_LINE and _NOISE.fullmatch(plain(text)) is not None


def label_of(text: str) -> tuple[str, int] | None:
    """Return what a line's label says that it is (grade, activities or other) and how long the label is."""
    match = _LABEL.match(text[:MAX_LABEL].lower().replace("\xa0", " "))
    return (match.lastgroup, match.end()) if match and match.lastgroup else None


def is_field_label(text: str) -> bool:
    """Say whether a hidden label tells that the words after it are a field of study."""
    return len(text) <= MAX_LABEL and plain(text).rstrip(" :") in _FIELD_OF_STUDY


def issuer_at(text: str) -> int:
    """Return where the name begins in a line such as "Issued by Acme"."""
    match = _ISSUED_BY.match(text)
    return match.end() if match else 0


def is_prose(text: str) -> bool:
    """Say whether a line is a sentence or as long as one, and so no name of a position, company or school."""
    words = text.split()
    last = words[-1].lower() if words else ""
    ends = last.endswith((".", "!", "?", ":", ";")) and last not in _ABBREVIATIONS and last.count(".") < 2
    return len(text) > MAX_NAME or (ends and len(words) > 1)


def looks_like_place(text: str) -> bool:
    """Say whether the line has the shape of a location: short, no bullet, no sentence, names alone."""
    words = text.split()
    if len(text) > MAX_LOCATION or len(words) > MAX_LOCATION_WORDS or _SENTENCE.search(text):
        return False
    return not any(word[0].islower() and word.strip("(),").lower() not in _PLACE_WORDS for word in words)


def is_short_name(text: str) -> bool:
    """Say whether the line is a few words, the first and the last with a capital, as "Mo i Rana" is."""
    words = text.split()
    if not 2 < len(words) <= MAX_SHORT_NAME_WORDS or len(text) > MAX_LOCATION or _SENTENCE.search(text):
        return False
    return words[0][0].isupper() and words[-1][0].isupper()


def parts(text: str) -> list[tuple[int, int]]:
    """Return where the parts of a line that is divided by " · " stand."""
    edges = [0, *(edge for match in _SEPARATOR.finditer(text) for edge in match.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def first_part(text: str) -> str:
    """Return the words before the first " · " of a line."""
    return text[slice(*parts(text)[0])]


def skills_label(text: str) -> int:
    """Return how long the label before a list of skills is, such as "Skills: ", or 0."""
    match = _SKILLS_LABEL.match(text)
    return match.end() if match else 0


def skills_end(text: str) -> int:
    """Return where a list of skills ends, before a tail such as "and +3 skills"."""
    match = _MORE_SKILLS.search(text, max(0, len(text) - 60))
    return match.start() if match else len(text)

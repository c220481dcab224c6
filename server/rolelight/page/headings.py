"""The heading dictionary: what kind of section a heading opens, in any of the languages that it knows."""

from __future__ import annotations

import re
from pathlib import Path

import rtoml

from rolelight.page.vocabulary import plain

MAX_HEADING = 60


def _kinds() -> dict[str, str]:
    languages = rtoml.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
    kinds = [kind for language in languages.values() for kind in language.items()]
    return {heading: kind for kind, headings in reversed(kinds) for heading in headings.split(", ")}


_KIND_OF = _kinds()
_JOB_AD = "job_ad"
# "3. Skills:", "Work Experience (4)" and "» Education" say what the bare words say.
_FRAME = " 0123456789.,:;()[]<>«»|·•*#_/\\-\N{EN DASH}\N{EM DASH}"


# So does one behind a pictogram. Every word begins with a letter, though many end in a vowel's mark.
_BEFORE_WORDS = re.compile(r"^[\W\d_]+")


def _bare(text: str) -> str:
    return _BEFORE_WORDS.sub("", plain(text)).rstrip(_FRAME) if len(text) <= MAX_HEADING else ""


def section_kind(text: str) -> str | None:
    """Return the kind of section that a heading opens: "other" for one not read, None where unknown."""
    kind = _KIND_OF.get(_bare(text))
    return None if kind == _JOB_AD else kind


def is_job_ad_heading(text: str) -> bool:
    """Say whether the heading belongs to an advertisement for a job."""
    return _KIND_OF.get(_bare(text)) == _JOB_AD

"""The heading dictionary: what kind of section a heading opens, in any of the languages that it knows."""

from __future__ import annotations

import tomllib
from pathlib import Path

from rolelight.page.vocabulary import plain

MAX_HEADING = 60
_DICTIONARY: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("headings.toml").read_text(encoding="utf-8")
)
_JOB_AD = frozenset(_DICTIONARY.pop("job_ad"))
_KIND = {heading: kind for kind, headings in reversed(_DICTIONARY.items()) for heading in headings}
# "3. Skills:", "Work Experience (4)" and "» Education" say what the bare words say.
_FRAME = " 0123456789.,:;()[]<>«»|·•*#_/\\-\N{EN DASH}\N{EM DASH}"


def _bare(text: str) -> str:
    return plain(text).strip(_FRAME) if len(text) <= MAX_HEADING else ""


def section_kind(text: str) -> str | None:
    """Return the kind of section that a heading opens: "other" for one not read, None where unknown."""
    return _KIND.get(_bare(text))


def is_job_ad_heading(text: str) -> bool:
    """Say whether the heading belongs to an advertisement for a job."""
    return _bare(text) in _JOB_AD

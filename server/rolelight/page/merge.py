"""Join what several captures of one person say into one profile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rolelight.errors import Refusal
from rolelight.page.model import Profile, Section
from rolelight.page.shapes.shape import details_kind

_FROM_BEST = ("present", "truncated", "redacted", "empty", "not_loaded")


def merge_profiles(profiles: Sequence[Profile]) -> Profile:
    """Return one profile: the main page's sections, and of each section the capture that shows most entries.

    Captures that are no profile add nothing. Refuses different_people where they name several persons.
    """
    shown = [profile for profile in profiles if profile.page_state == "profile"] or list(profiles[:1])
    if len({profile.slug for profile in shown if profile.slug}) > 1:
        raise Refusal("different_people")
    main = next((profile for profile in shown if not details_kind(profile.url)), shown[0])
    sections: dict[str, Section] = {section.kind: section for section in main.sections}
    for profile in shown:
        for section in profile.sections:
            sections[section.kind] = max(sections.get(section.kind, section), section, key=_fullness)
    warnings = [warning for profile in shown for warning in profile.warnings]
    return replace(
        main,
        slug=next((profile.slug for profile in shown if profile.slug), ""),
        text_language=next((p.text_language for p in (main, *shown) if p.text_language), ""),
        sections=tuple(sections.values()),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _fullness(section: Section) -> tuple[int, int]:
    """Entries count first; of as many, what is known to be whole, or to be empty, says more."""
    return len(section.entries), -_FROM_BEST.index(section.state)

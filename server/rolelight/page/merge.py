"""Join what several captures of one person say into one profile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rolelight.errors import Refusal
from rolelight.page.model import Entry, Profile, Section
from rolelight.page.shapes.shape import details_kind, is_opaque

# A page that shows but a name and a headline still shows those.
_OF_A_PERSON = ("profile", "private")
_FROM_BEST = ("present", "truncated", "redacted", "empty", "not_loaded")


def merge_profiles(profiles: Sequence[Profile]) -> Profile:
    """Return one profile: the main page's sections, each as full as the captures together show it.

    Captures that are no profile add nothing. Refuses different_people where they name several persons.
    """
    shown = [profile for profile in profiles if profile.page_state in _OF_A_PERSON] or list(profiles[:1])
    slugs = list(dict.fromkeys(profile.slug for profile in shown if profile.slug))
    if max(Counter(map(is_opaque, slugs)).values(), default=0) > 1:
        raise Refusal("different_people")
    main = next((profile for profile in shown if not details_kind(profile.url)), shown[0])
    kinds = dict.fromkeys(section.kind for profile in (main, *shown) for section in profile.sections)
    warnings = [warning for profile in shown for warning in profile.warnings]
    return replace(
        main,
        page_state="profile" if any(each.page_state == "profile" for each in shown) else main.page_state,
        slug=min(slugs, key=is_opaque, default=""),
        text_language=next((p.text_language for p in (main, *shown) if p.text_language), ""),
        sections=tuple(
            _joined([section for p in (main, *shown) if (section := p.section(kind))]) for kind in kinds
        ),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def _joined(sections: list[Section]) -> Section:
    """Return the section that shows most, and after its entries those that only another one shows."""
    fullest = max(sections, key=_fullness)
    if fullest.kind in ("headline", "about"):
        return fullest
    known = {_identity(entry) for entry in fullest.entries}
    others = [entry for section in sections if section is not fullest for entry in section.entries]
    added = {_identity(entry): entry for entry in others if _identity(entry) not in known}
    entries = (*fullest.entries, *added.values())
    numbered = (replace(entry, id=f"{fullest.kind}-{number}") for number, entry in enumerate(entries, 1))
    return replace(fullest, entries=tuple(numbered))


def _fullness(section: Section) -> tuple[int, int]:
    """Entries count first; of as many, what is known to be whole, or to be empty, says more."""
    return len(section.entries), -_FROM_BEST.index(section.state)


def _identity(entry: Entry) -> tuple[str, ...]:
    """Return what two captures say alike of one entry."""
    names = (entry.title, entry.company, entry.school, entry.degree, entry.name, entry.start)
    return tuple((name or "").casefold() for name in names)

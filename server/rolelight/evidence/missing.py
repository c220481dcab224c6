"""What the page does not show, in sentences, and why a fit is not called more."""

from __future__ import annotations

from rolelight.evidence.subject import Subject
from rolelight.lexicon.model import Role

# What to say of a section that the page did not show in full: (section, state) -> sentence. A section that is
# not there at all has the state "absent".
_GAPS = {
    ("experience", "absent"): "No experience is shown on this page.",
    ("experience", "empty"): "The page has a part for experience, with nothing in it.",
    ("experience", "not_loaded"): "Experience is not loaded: scroll down the page and read it again.",
    ("experience", "truncated"): "Only the first positions are shown: open all positions to read the rest.",
    ("experience", "redacted"): "The page hides the positions.",
    ("education", "absent"): "No education is shown on this page.",
    ("education", "empty"): "The page has a part for education, with nothing in it.",
    ("education", "not_loaded"): "Education is not loaded: scroll down the page and read it again.",
    ("education", "truncated"): "Only the first degrees are shown: open all education to read the rest.",
    ("education", "redacted"): "The page hides the education.",
    ("skills", "absent"): "No skills are listed on this page.",
    ("skills", "empty"): "The page has a part for skills, with nothing in it.",
    ("skills", "not_loaded"): "Skills are not loaded: scroll down the page and read it again.",
    ("skills", "truncated"): "Only the first skills are shown: open all skills to read the rest.",
    ("skills", "redacted"): "The page hides the skills.",
}


def missing_of(subject: Subject) -> tuple[str, ...]:
    """What the page did not show, whatever the role."""
    sentences = []
    for kind in ("experience", "education", "skills"):
        section = subject.profile.section(kind)
        sentence = _GAPS.get((kind, section.state if section else "absent"))
        if sentence:
            sentences.append(sentence)
    silent = sum(1 for entry in subject.positions if not entry.text_of("description"))
    if silent:
        sentences.append(_without_text(silent, len(subject.positions)))
    return tuple(sentences)


def _without_text(silent: int, positions: int) -> str:
    if positions == 1:
        return "The one position has no description."
    return f"{silent} of {positions} positions {'has' if silent == 1 else 'have'} no description."


def missing_skill(subject: Subject, role: Role) -> tuple[str, ...]:
    """That the page does not name the skill, where the role's fit rests on it or it was asked for."""
    is_about = role.is_about(subject.wanted)
    if subject.skill or not (is_about or subject.is_asked_for):
        return ()
    label = subject.wanted.label
    seen = (
        f"The page names {label}, but not as something worked with"
        if subject.names_aside
        else f"The page never names {label}"
    )
    return (f"{seen}, so the fit is for the work as such, in whatever language." if is_about else f"{seen}.",)

"""What the page does not show, and what to ask the candidate."""

from __future__ import annotations

from rolelight.evidence.model import SkillUses
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role, Skill
from rolelight.page.model import Profile

MOST_QUESTIONS = 3
# What to say of a section that the page did not show in full: (section, state) -> sentence. A section that is
# not there at all has the state "absent".
_GAPS = {
    ("experience", "absent"): "No experience is shown on this page.",
    ("experience", "not_loaded"): "Experience is not loaded: scroll down the page and read it again.",
    ("experience", "truncated"): "Only the first positions are shown: open all positions to read the rest.",
    ("education", "absent"): "No education is shown on this page.",
    ("education", "not_loaded"): "Education is not loaded: scroll down the page and read it again.",
    ("skills", "absent"): "No skills are listed on this page.",
    ("skills", "not_loaded"): "Skills are not loaded: scroll down the page and read it again.",
    ("skills", "truncated"): "Only the first skills are shown: open all skills to read the rest.",
}


def missing_of(profile: Profile, skill: Skill | None) -> tuple[str, ...]:
    """What the page did not show, in sentences."""
    sentences = []
    for kind in ("experience", "education", "skills"):
        section = profile.section(kind)
        sentence = _GAPS.get((kind, section.state if section else "absent"))
        if sentence:
            sentences.append(sentence)
    positions = profile.positions
    silent = sum(1 for entry in positions if not entry.text_of("description"))
    if silent:
        sentences.append(f"{silent} of {len(positions)} positions have no description.")
    if skill is None:
        sentences.append("The page names no ambiguous skill such as Python; the fit is for the work alone.")
    return tuple(sentences)


def questions_of(role: Role, skill: Skill | None, open_questions: list[str]) -> tuple[str, ...]:
    """Up to three questions: first of a position where the skill's use is open, then the role's own."""
    own = [question.format(skill=skill.label if skill else "this work") for question in role.questions]
    return tuple([*open_questions[:1], *own][:MOST_QUESTIONS])


def open_questions_of(profile: Profile, skill: Skill | None, uses: SkillUses | None) -> list[str]:
    """A question for each position that names the skill but does not tell what it was used for."""
    if skill is None or uses is None:
        return []
    clear = load_lexicon().thresholds.clear_use
    return [
        f"What did you use {skill.label} for as {entry.title or 'employee'} at {entry.company or 'work'}?"
        for entry in profile.positions
        if entry.id in uses.entries and max(uses.entries[entry.id].values()) < clear
    ]

"""What to ask the candidate: three questions for a role, chosen from what this page leaves open.

The questions and their order are data (questions.toml); situations.py tells when each is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from rolelight.evidence.situations import SITUATIONS, Seen
from rolelight.evidence.subject import Subject
from rolelight.evidence.weights import Contribution
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Role

QUESTIONS = 3
# What stands for the skill in a role's own questions where the page names none.
ANY_SKILL = "your main language"


def questions_of(subject: Subject, role: Role, contributions: Sequence[Contribution]) -> tuple[str, ...]:
    """Three questions: of what the page leaves open, what would move the verdict most first, then the role's.

    No more is looked for than is asked.
    """
    skill = subject.skill_for(role)
    words = {"skill": skill.label if skill else ANY_SKILL, "role": role.label}
    own = (question.format_map(words) for question in role.questions)
    speaking = [each for each in contributions if each.weight > 0]
    candidates = chain(_open_questions(Seen(subject, role, speaking)), own)
    return tuple(islice(candidates, QUESTIONS))


def _open_questions(seen: Seen) -> Iterator[str]:
    """The questions of what is open, none of them twice, and no two about the same position."""
    asked: set[str] = set()
    for question in load_lexicon().questions:
        left = question.most
        for each in SITUATIONS[question.situation](seen):
            text = question.text.format_map(each.words)
            about = {text, each.entry or text}
            if left and asked.isdisjoint(about):
                left -= 1
                asked |= about
                yield text

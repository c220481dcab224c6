"""The whole line: captures in, a reading out. API, command line and batch call this and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field

from rolelight.evidence.model import Fit, Highlight, SkillUses
from rolelight.page.model import Profile


@dataclass(frozen=True, slots=True)
class Reading:
    """What the evidence on a profile says: the profile, its highlights, the uses of a skill and the fits.

    ``fits`` holds every role's fit, so that switching the role needs no request; ``role`` is the one asked
    for. A page that is no profile has its ``page_state`` and no fits. ``seconds`` is the time by stage
    (prune, parse, match, weigh) and is not part of the wire.
    """

    profile: Profile
    highlights: tuple[Highlight, ...]
    uses: dict[str, SkillUses]
    fits: dict[str, Fit]
    role: str | None
    seconds: dict[str, float] = field(default_factory=dict)

    @property
    def fit(self) -> Fit | None:
        """The fit for the role asked for."""
        return self.fits.get(self.role) if self.role else None

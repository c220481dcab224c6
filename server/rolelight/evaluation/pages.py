"""Evaluates the page stage: reads every fixture and holds each against its expectation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rolelight.errors import Refusal
from rolelight.evaluation.checks import Check, check_profile
from rolelight.evaluation.figures import ALL, Figures, figures_of
from rolelight.evaluation.fixtures import Fixture, load_fixtures
from rolelight.page.merge import merge_profiles
from rolelight.page.model import Profile
from rolelight.page.read import read_pages


@dataclass(frozen=True, slots=True)
class Evaluation:
    """How the page stage did: each check, the figures they add up to, and the fixtures of each shape."""

    checks: tuple[Check, ...]
    figures: Figures
    fixtures: dict[str, int]

    @property
    def differences(self) -> list[Check]:
        """The checks where something else was read than expected."""
        return [check for check in self.checks if check.expected != check.read]


def evaluate_pages(folder: Path) -> Evaluation:
    """Read every fixture of a folder; raises EvaluationError where they cannot be used."""
    fixtures = load_fixtures(folder)
    checks = tuple(check for fixture in fixtures for check in check_profile(fixture, _read(fixture)))
    counts = Counter(fixture.shape for fixture in fixtures)
    return Evaluation(checks, figures_of(checks), {**dict(sorted(counts.items())), ALL: len(fixtures)})


def _read(fixture: Fixture) -> Profile:
    """What the page stage makes of it; of captures that it refuses, a page state of that name."""
    try:
        return merge_profiles(list(read_pages(fixture.captures)))
    except Refusal as refusal:
        return Profile(refusal.code, shape="")

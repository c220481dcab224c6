"""`rolelight read`: what the skill was used for over the years, and the priors that the environment sets."""

from __future__ import annotations

import math
import re

import pytest
from click.testing import CliRunner, Result

from rolelight.cli import main
from rolelight.lexicon import load_lexicon
from rolelight.site.demos import FOLDER

WEB_DEVELOPER = str(FOLDER / "web-developer.html")


def run(*arguments: str, **environment: str) -> Result:
    """The result of a command."""
    return CliRunner(env=environment or None).invoke(main, arguments)


def test_the_years_are_told_a_line_for_as_long_as_nothing_changes() -> None:
    printed = run("read", WEB_DEVELOPER).stdout
    years = printed.split("PYTHON OVER THE YEARS\n")[1].split("\n\n")[0].splitlines()
    assert all(re.match(r"  20\d\d( to 20\d\d)? +(\w+ )+\d\d%", line) for line in years)
    assert years == sorted(years)


def test_a_role_that_is_not_told_by_the_skill_shows_no_years() -> None:
    printed = run("read", WEB_DEVELOPER, "--role", "network-engineer").stdout
    assert "OVER THE YEARS" not in printed
    assert "The fit is for the work as such, in whatever language." in printed


def test_a_prior_moves_the_starting_point_that_is_printed() -> None:
    role = ("--role", "back-end-web-developer")
    plain = run("read", WEB_DEVELOPER, *role).stdout
    moved = run("read", WEB_DEVELOPER, *role, ROLELIGHT_PRIORS="web=0.1").stdout
    first, second = (float(re.findall(r"Starting point +(\S+)", text)[0]) for text in (plain, moved))
    share = load_lexicon().skills["python"].uses["web"].share
    assert second - first == pytest.approx(math.log(0.1 / 0.9) - math.log(share / (1 - share)), abs=0.02)


def test_a_wrong_prior_gets_a_sentence() -> None:
    result = run("read", WEB_DEVELOPER, ROLELIGHT_PRIORS="web=2")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "each must be from 0.01 to 0.99" in result.stderr

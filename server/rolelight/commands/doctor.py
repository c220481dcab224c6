"""`rolelight doctor`: a look at everything that a reading needs, and what to do where something is wrong."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterator

import click

from rolelight.commands.settings import given, settings_options
from rolelight.config import SettingsError, read_settings
from rolelight.doctor.finding import Finding
from rolelight.layout import MOST_COLUMNS


@click.command()
@settings_options
def doctor(**options: str | None) -> None:
    """Check everything that a reading needs, and say what to do where something is wrong."""
    from rolelight.doctor.checks import CHECKS
    from rolelight.doctor.gather import gather

    try:
        facts = gather(read_settings(os.environ, given(options)), os.environ)
        findings = [Finding("Settings", "in order"), *(check(facts) for check in CHECKS)]
    except SettingsError as error:
        findings = [Finding("Settings", str(error), "Mend this; then all else can be checked.")]
    for line in render_findings(findings, min(shutil.get_terminal_size().columns, MOST_COLUMNS)):
        click.echo(line)
    sys.exit(any(finding.remedy for finding in findings))


def render_findings(findings: list[Finding], width: int) -> Iterator[str]:
    """The lines to print, at most ``width`` wide: the findings, then in one line how it stands."""
    for finding in findings:
        first, *more = _wrapped(finding.text, width, f"{finding.thing:<11}")
        yield click.style(first, "yellow") if finding.remedy else first
        yield from more
        yield from _wrapped(finding.remedy, width, f"{'':<11}-> ")
    to_do = sum(bool(finding.remedy) for finding in findings)
    yield ""
    yield {0: "All is well.", 1: "There is one thing to do."}.get(to_do, f"There are {to_do} things to do.")


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    """The lines of a text after an indent; paths and commands stay whole, to be copied."""
    return textwrap.wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=" " * len(indent),
        break_long_words=False,
        break_on_hyphens=False,
    )

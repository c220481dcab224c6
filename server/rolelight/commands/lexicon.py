"""`rolelight roles` and `rolelight lexicon`: what the lexicon knows, and what it finds in a text."""

from __future__ import annotations

from pathlib import Path

import click

from rolelight.commands.failure import fail
from rolelight.lexicon import load_lexicon


@click.command()
def roles() -> None:
    """List the roles that can be asked for, an id first on each line."""
    listed = load_lexicon().roles
    widest = max(len(role.id) for role in listed)
    for role in listed:
        click.echo(f"{role.id:<{widest}}  {role.label}")


@click.group()
def lexicon() -> None:
    """Check the lexicon, and see what it finds in a text."""


@lexicon.command()
@click.argument("folder", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path))
def lint(folder: Path | None) -> None:
    """Check the lexicon that is shipped, or the one in FOLDER; each problem has its file and line."""
    from rolelight.lexicon.lint import lint_lexicon  # Only this command needs it.
    from rolelight.lexicon.load import DATA

    problems = lint_lexicon(folder or DATA)
    if problems:
        fail("\n".join(map(str, problems)), 1)
    click.echo("The lexicon is in order.")


@lexicon.command()
@click.argument("text")
@click.option(
    "--as",
    "kind",
    default="description",
    help="The kind of text: description (the default), headline, title, skill, degree or course.",
)
def explain(text: str, kind: str) -> None:
    """Show which signals match TEXT, which were rejected, and why."""
    from rolelight.lexicon.explain import KINDS_OF_TEXT, explain_text

    if kind not in KINDS_OF_TEXT:
        fail(f"There is no text of the kind {kind}: use one of {', '.join(KINDS_OF_TEXT)}.")
    for line in explain_text(text, kind):
        click.echo(line)

"""`rolelight tokens`: who may use a team's server."""

from __future__ import annotations

import click

from rolelight.commands.failure import fail
from rolelight.commands.token_file import revoke, token_file

MOST_DAYS = 3650
LONGEST_NAME = 100


@click.group()
def tokens() -> None:
    """Give people tokens for a team's server, list them, and take them back."""


@tokens.command("add")
@click.argument("person")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=90, show_default=True)
def add_token(person: str, days: int) -> None:
    """Give PERSON a token that is good for some days, and print it, this once."""
    name = " ".join(person.split())
    if not (name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        fail(f"The person's name must have 1 to {LONGEST_NAME} letters that can be printed.")
    with token_file() as kept:
        click.echo(kept.give(name, days))
    hint = f"Good for {days} days. {name} enters it in the extension's options. It is shown this once."
    click.echo(hint, err=True)


@tokens.command("list")
def list_tokens() -> None:
    """List the tokens: id, end of its time, person, and whether it was revoked."""
    with token_file() as kept:
        for token in kept.all():
            if token.expires:
                state = "revoked  " if token.revoked else ""
                click.echo(f"{token.id}  until {token.expires[:10]}  {state}{token.person}")


@tokens.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def revoke_tokens(ids: tuple[str, ...]) -> None:
    """Take tokens back. A running server refuses them at once."""
    revoke(ids, "token")

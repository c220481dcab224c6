"""`rolelight tokens`: who may use a team's server."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from rolelight.api.tokens import Token
from rolelight.commands.failure import fail
from rolelight.commands.token_file import folder_option, revoke, token_file

MOST_DAYS = 3650
LONGEST_NAME = 100


@click.group()
def tokens() -> None:
    """Give people tokens for a team's server, list them, and take them back."""


@tokens.command("add")
@click.argument("person")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=90, show_default=True)
@folder_option
def add_token(person: str, days: int, folder: str | None) -> None:
    """Give PERSON a token that is good for some days, and print it, this once."""
    name = " ".join(person.split())
    if not (name.isprintable() and 0 < len(name) <= LONGEST_NAME):
        fail(f"The person's name must have 1 to {LONGEST_NAME} letters that can be printed.")
    with token_file(folder) as kept:
        click.echo(kept.give(name, days))
    hint = f"Good for {days} days. {name} enters it in the extension's options. It is shown this once."
    click.echo(f"{hint}\nKept, as a hash: {kept.file}", err=True)


@tokens.command("list")
@folder_option
def list_tokens(folder: str | None) -> None:
    """List the tokens: id, end of its time, person, and whether it was revoked or has expired."""
    with token_file(folder) as kept:
        given = [token for token in kept.all() if token.person]
    for token in given:
        click.echo(f"{token.id}  until {(token.expires or '')[:10]}  {_state(token)}{token.person}")
    if not given:
        click.echo(f"Nobody has a token, by {kept.file}.", err=True)


@tokens.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@folder_option
def revoke_tokens(ids: tuple[str, ...], folder: str | None) -> None:
    """Take tokens back. A running server refuses them at once."""
    revoke(ids, "token", folder)


def _state(token: Token) -> str:
    if token.revoked:
        return "revoked  "
    return "expired  " if (token.expires or "") <= datetime.now(UTC).isoformat() else ""

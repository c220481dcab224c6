"""`rolelight tokens`: who may use a team's server."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from rolelight.commands.failure import fail
from rolelight.commands.settings import settings_or_fail

if TYPE_CHECKING:  # A server on one's own machine loads nothing of what is for teams.
    from rolelight.shared.tokens import Token, Tokens

MOST_DAYS = 3650


@click.group()
def tokens() -> None:
    """Give people tokens for a team's server, list them, and take them back."""


@tokens.command("add")
@click.argument("person")
@click.option("--days", type=click.IntRange(1, MOST_DAYS), default=90, show_default=True)
def add_token(person: str, days: int) -> None:
    """Give PERSON a token that is good for some days, and print it, this once."""
    name = " ".join(person.split())
    if not (name.isprintable() and 0 < len(name) <= 100):
        fail("The person's name must have 1 to 100 letters that can be printed.")
    with _file_told() as kept:
        token = kept.add(name, days)
    click.echo(token)
    click.echo(
        f"Good for {days} days, for {name}, who enters it in the extension's options. It is shown this once.",
        err=True,
    )


@tokens.command("list")
def list_tokens() -> None:
    """List the tokens: id, end of its time, person, and whether it was taken back."""
    with _file_told() as kept:
        for token in kept.all():
            click.echo(f"{token.id}  until {token.expires[:10]}  {_state(token)}{token.person}")


@tokens.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def revoke_tokens(ids: tuple[str, ...]) -> None:
    """Take tokens back. A running server refuses them at once."""
    with _file_told() as kept:
        unknown = [token_id for token_id in ids if not kept.revoke(token_id)]
    if unknown:
        fail(f"There is no such token in use: {', '.join(unknown)}. `rolelight tokens list` shows the ids.")


def _state(token: Token) -> str:
    return "revoked  " if token.revoked else ""


@contextmanager
def _file_told() -> Iterator[Tokens]:
    """The team's tokens; a file that cannot be used ends the command with a sentence."""
    from rolelight.shared.tokens import Tokens

    folder = settings_or_fail().folder
    try:
        yield Tokens(folder)
    except (OSError, sqlite3.Error):
        fail(f"The tokens in {folder} cannot be read or written. Add one with `rolelight tokens add`, or see "
             "that you may write there.")  # fmt: skip

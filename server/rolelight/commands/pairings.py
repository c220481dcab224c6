"""`rolelight pairings`: the browsers that are paired with the server on this machine."""

from __future__ import annotations

import click

from rolelight.api.tokens import NO_ORIGIN
from rolelight.commands.token_file import revoke, token_file

KINDS = {
    "chrome-extension": "Chromium, Chrome, Edge or Brave",
    "moz-extension": "Firefox",
    NO_ORIGIN: "a program",
}


@click.group()
def pairings() -> None:
    """List the paired browsers, and unpair them."""


@pairings.command("list")
def list_pairings() -> None:
    """List the paired browsers: id, day of pairing, kind of browser."""
    with token_file() as tokens:
        for token in tokens.all():
            if token.origin is not None and not token.revoked:
                kind = KINDS[token.origin.partition("://")[0]]
                click.echo(f"{token.id}  since {token.created[:10]}  {kind}")


@pairings.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def revoke_pairings(ids: tuple[str, ...]) -> None:
    """Unpair browsers. A running server refuses them at once."""
    revoke(ids, "pairing")

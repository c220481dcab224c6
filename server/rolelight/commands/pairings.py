"""`rolelight pairings`: the browsers that are paired with the server on this machine."""

from __future__ import annotations

import click

from rolelight.api.tokens import NO_ORIGIN
from rolelight.commands.token_file import folder_option, revoke, token_file

KINDS = {
    "chrome-extension": "Chromium, Chrome, Edge or Brave",
    "moz-extension": "Firefox",
    NO_ORIGIN: "a program",
}


@click.group()
def pairings() -> None:
    """List the paired browsers, and unpair them."""


@pairings.command("list")
@folder_option
def list_pairings(folder: str | None) -> None:
    """List the paired browsers: id, day of pairing, kind of browser."""
    with token_file(folder) as tokens:
        paired = [token for token in tokens.all() if token.origin is not None and not token.revoked]
    for token in paired:
        kind = KINDS[str(token.origin).partition("://")[0]]
        click.echo(f"{token.id}  since {token.created[:10]}  {kind}")
    if not paired:
        click.echo(f"No browser is paired, by {tokens.file}.", err=True)


@pairings.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@folder_option
def revoke_pairings(ids: tuple[str, ...], folder: str | None) -> None:
    """Unpair browsers. A running server refuses them at once."""
    revoke(ids, "pairing", folder)

"""`rolelight pairings`: the browsers that are paired with the server on this machine."""

from __future__ import annotations

import click

from rolelight.api.pairings import NO_ORIGIN, Pairings
from rolelight.commands.failure import fail
from rolelight.commands.settings import settings_or_fail

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
    for pairing in Pairings(settings_or_fail().folder).all():
        kind = KINDS[pairing.origin.partition("://")[0]]
        click.echo(f"{pairing.id}  since {pairing.created[:10]}  {kind}")


@pairings.command("revoke")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
def revoke_pairings(ids: tuple[str, ...]) -> None:
    """Unpair browsers. A running server refuses them at once."""
    folder = settings_or_fail().folder
    try:
        unknown = [pairing_id for pairing_id in ids if not Pairings(folder).revoke(pairing_id)]
    except OSError:
        fail(f"The pairings in {folder} cannot be written. See that you may write there.", 1)
    if unknown:
        fail(f"There is no such pairing: {', '.join(unknown)}. `rolelight pairings list` shows the ids.")

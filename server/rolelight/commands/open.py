"""`rolelight open`: the start page of the server that runs, with its pairing code."""

from __future__ import annotations

import webbrowser

import click

from rolelight.commands.failure import fail
from rolelight.commands.settings import settings_of, settings_options


@click.command("open")
@settings_options
def open_start_page(**options: str | None) -> None:
    """Open the start page of the running server in the browser, with the code that pairs it."""
    from rolelight.listener import who_listens
    from rolelight.site.link_file import link_file, read_link

    settings = settings_of(options)
    if who_listens(settings).kind != "rolelight":
        fail(f"Rolelight does not run at {settings.address}. Start it: rolelight serve --open", 1)
    file = link_file(settings)
    link = read_link(file)
    if link is None:
        fail(
            f"The Rolelight at {settings.address} keeps its start link in another folder, or belongs to "
            "someone else. Run this as you started it: with the same account, and the same --folder.",
            1,
        )
    # Some browsers that come as a snap or flatpak may not read that file.
    click.echo(
        f"The start page opens in your browser. Where it does not, open this link (it works once):\n  {link}"
    )
    webbrowser.open(file.as_uri())

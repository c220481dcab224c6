"""`rolelight extension`: the folder that a browser loads the extension from."""

from __future__ import annotations

from pathlib import Path

import click

from rolelight import __version__
from rolelight.commands.failure import fail
from rolelight.extension_copy import CopyError, write_copy
from rolelight.extension_folder import find_extension

NEXT = """\
The extension, version {version}, is in {folder} ({count} files).

  Chromium, Chrome, Edge, Brave: open chrome://extensions, switch on Developer mode, press Load
  unpacked and choose that folder. Leave the folder and Developer mode as they are, and it stays
  installed. Where it is loaded already, press the arrow on Rolelight's card there.

  Firefox: open about:debugging#/runtime/this-firefox, press Load Temporary Add-on and choose
  {manifest}
  Firefox forgets it when it closes. Only a package that Mozilla has signed stays in Firefox's release.

Then start the server with `rolelight serve --open`: its start page shows the code that pairs the browser."""


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
def extension(folder: Path) -> None:
    """Write the extension to FOLDER, from which a browser loads it; replaces an earlier copy there."""
    source = find_extension()
    if source is None:
        fail("This installation came without the extension. Do: pip install --force-reinstall rolelight")
    try:
        count = write_copy(source, folder)
    except CopyError as error:
        fail(str(error))
    folder = folder.resolve()
    manifest = folder / "manifest.json"
    click.echo(NEXT.format(version=__version__, folder=folder, count=count, manifest=manifest))

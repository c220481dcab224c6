"""The file that leads on to the start page: a server that was started at login prints its link nowhere.

`rolelight open` hands it to the browser. Another person with an account on this machine must not get the
link, since it shows the pairing code:

- The file can be read by its owner alone, and so can the folder that Rolelight makes for it. (On Windows the
  user's own folders are closed to others; modes say nothing there.)
- The browser is given the path of the file, not the link: every account can see what commands are run with.
- A link works once; then the file holds a new one. It is removed when the server stops, and what a killed
  server leaves is worth nothing, as each start has secrets of its own.
- Nothing secret is sent to find out whether the server runs: what else listens at the port learns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from pathlib import Path

from rolelight.config import Settings
from rolelight.private_file import write_private
from rolelight.site.start import StartLink

PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<meta http-equiv="refresh" content="0; url={link}">
<title>Rolelight</title>
<p><a href="{link}">Open Rolelight</a></p>
</html>
"""
LINK = re.compile(r'href="([^"]+)"')


def link_file(settings: Settings) -> Path:
    """The file of the server with these settings; several may share a folder."""
    return settings.folder / f"start-{settings.host}-{settings.port}.html"


@contextmanager
def kept_link(settings: Settings, start_link: StartLink) -> Iterator[Path]:
    """Keep a link that works in the file, until the server stops. Raises OSError where that cannot be."""
    file = link_file(settings)

    def write(secret: str) -> None:
        write_private(file, PAGE.format(link=escape(link_of(settings, secret))).encode())

    start_link.follow(write)
    try:
        yield file
    finally:
        file.unlink(missing_ok=True)


def link_of(settings: Settings, secret: str) -> str:
    """The start link with that secret."""
    return f"{settings.address}/?start={secret}"


def read_link(file: Path) -> str | None:
    """The link that the file leads to; None where there is none."""
    try:
        found = LINK.search(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found[1] if found else None

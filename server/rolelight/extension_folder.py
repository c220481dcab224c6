"""Where the browser extension stands on this disk: the server shares its capture rules and shows its path."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# The wheel carries the extension inside the package; in a checkout it stands beside the server.
PLACES = (_PACKAGE / "extension", _PACKAGE.parents[1] / "extension")


def find_extension() -> Path | None:
    """The extension's folder, or None in an installation that came without it."""
    return next((place for place in PLACES if (place / "manifest.json").is_file()), None)

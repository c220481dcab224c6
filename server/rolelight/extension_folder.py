"""Where the browser extension stands on this disk, and which of its files a browser needs."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
# The wheel carries the extension inside the package; in a checkout it stands beside the server.
PLACES = (_PACKAGE / "extension", _PACKAGE.parents[1] / "extension")
# They do not run: the types are for the checks, and the icons are made from the drawing.
NOT_SHIPPED = frozenset({"types.d.ts", "icons/icon.svg"})


def find_extension() -> Path | None:
    """The extension's folder, or None in an installation that came without it."""
    return next((place for place in PLACES if (place / "manifest.json").is_file()), None)


def shipped_files(extension: Path) -> list[str]:
    """The paths of the files that a browser needs, sorted. Hidden files, as desktops leave them, are none."""
    paths = (path.relative_to(extension) for path in extension.rglob("*") if path.is_file())
    visible = (path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts))
    return sorted(path for path in visible if path not in NOT_SHIPPED)

"""Which of the extension's files the demo pages may load."""

from __future__ import annotations

import json
from pathlib import Path

FILES = "content/files.json"
RULES = "lib/capture_rules.json"


def content_files(extension: Path) -> dict[str, list[str]]:
    """What the overlay is made of, in the order in which it loads: scripts, styles and overlay_styles."""
    files: dict[str, list[str]] = json.loads((extension / FILES).read_text("utf-8"))
    return files


def languages(extension: Path) -> list[str]:
    """The languages that the overlay speaks, as its folders name them."""
    return sorted(path.parent.name for path in extension.glob("_locales/*/messages.json"))


def public_files(extension: Path) -> set[str]:
    """The files that are served: what the overlay is made of, its texts and the capture rules."""
    files = content_files(extension)
    texts = (path.relative_to(extension).as_posix() for path in extension.glob("_locales/*/messages.json"))
    return {*files["scripts"], *files["styles"], *files["overlay_styles"], FILES, RULES, *texts}

"""Which of the extension's files the demo pages may load."""

from __future__ import annotations

import json
from pathlib import Path

RULES = "lib/capture_rules.json"


def content_files(extension: Path) -> dict[str, list[str]]:
    """The content scripts and styles in the order in which they load: {"scripts": [...], "styles": [...]}."""
    files: dict[str, list[str]] = json.loads((extension / "content" / "files.json").read_text("utf-8"))
    return files


def public_files(extension: Path) -> set[str]:
    """The files that are served: what the overlay is made of, its texts and the capture rules."""
    files = content_files(extension)
    texts = (path.relative_to(extension).as_posix() for path in extension.glob("_locales/*/messages.json"))
    return {*files["scripts"], *files["styles"], RULES, *texts}

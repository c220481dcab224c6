"""Fixtures: saved pages of one person with what a careful reader expects to be read of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rolelight.evaluation import EvaluationError
from rolelight.page.model import Capture


@dataclass(frozen=True, slots=True)
class Fixture:
    """The captures of one person and the expectation; ``name`` is the fixture's folder, "pvs/both"."""

    name: str
    expected: dict[str, Any]
    captures: tuple[Capture, ...]

    @property
    def shape(self) -> str:
        """The shape that it counts to: the one expected or, of a page that is no profile, its folder."""
        return str(self.expected.get("shape") or self.name.split("/")[0])


def load_fixtures(folder: Path) -> list[Fixture]:
    """Every fixture of a folder, by name; raises EvaluationError where there is none or one is damaged."""
    files = sorted(folder.glob("*/*/expected.json"))
    if not files:
        raise EvaluationError(
            f"{folder} has no <shape>/<case>/expected.json. Give the folder of the fixtures."
        )
    return [_load(file, folder) for file in files]


def _load(file: Path, folder: Path) -> Fixture:
    name = file.parent.relative_to(folder).as_posix()
    try:
        expected = json.loads(file.read_text("utf-8"))
        return Fixture(name, expected, tuple(_captures(expected, file.parent)))
    except (ValueError, TypeError, KeyError, OSError) as error:
        raise EvaluationError(f"{name} cannot be used: {error}") from error


def _captures(expected: dict[str, Any], folder: Path) -> Iterator[Capture]:
    """The page itself, then further pages of the same person."""
    for page in ({"page": "page.html", **expected}, *expected.get("more", ())):
        html = _find(page["page"], folder).read_text("utf-8")
        yield Capture(html, page.get("url", ""), page.get("lang", expected.get("lang", "")))


def _find(page: str, folder: Path) -> Path:
    """Where the page is: beside its expectation or, by a longer path, below a folder further up."""
    places = [above / page for above in (folder, *folder.resolve().parents)]
    return next((place for place in places if place.is_file()), places[0])

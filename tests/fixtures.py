"""Finds the synthetic pages under tests/pages with their hand-written expectations."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rolelight.page.model import Capture

ROOT = Path(__file__).parents[1]
PAGES = ROOT / "tests" / "pages"


@dataclass(frozen=True)
class Fixture:
    """One page: its folder below tests/pages and what a careful reader expects of it."""

    id: str
    expected: dict[str, Any]

    @cached_property
    def html(self) -> str:
        """The page's HTML, from its folder or, for a demo profile, from where the server keeps it."""
        path = ROOT / self.expected["page"] if "page" in self.expected else PAGES / self.id / "page.html"
        return path.read_text("utf-8")

    @property
    def capture(self) -> Capture:
        """The page as a capture of the whole page."""
        return Capture(self.html, self.expected.get("url", ""), self.expected.get("lang", ""))

    @property
    def captures(self) -> list[Capture]:
        """The page, and the further pages of the same person that stand beside it."""
        further = self.expected.get("more", [])
        texts = [(PAGES / self.id / each["page"]).read_text("utf-8") for each in further]
        lang = self.expected.get("lang", "")
        return [
            self.capture,
            *(Capture(text, each["url"], lang) for text, each in zip(texts, further, strict=True)),
        ]


def fixtures() -> list[Fixture]:
    """Every fixture, in the order of their names."""
    return [
        Fixture(str(path.parent.relative_to(PAGES)), json.loads(path.read_text("utf-8")))
        for path in sorted(PAGES.glob("*/*/expected.json"))
    ]

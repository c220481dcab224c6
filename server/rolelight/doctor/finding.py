"""What a check found: what is so, and what to do where it is wrong."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One line on one thing; ``remedy`` is a sentence where there is something to do, and otherwise empty."""

    thing: str
    text: str
    remedy: str = ""

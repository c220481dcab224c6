"""Gets ready what the first reading of a process would wait for, by reading a demo profile."""

from __future__ import annotations

import gc
from pathlib import Path

from rolelight.page.model import Capture

# Objects made before the garbage collector looks for rings. A reading makes some 20,000 for its sums that are
# in none: looking at every 700th, as Python does by itself, took a fifth of the time of weighing.
GARBAGE = 50_000
PAGE = Path(__file__).resolve().parent / "site" / "demos" / "web-developer.html"


def warm() -> None:
    """Make the matcher, its patterns and what it needs of its tree for the words of a usual page.

    The first reading would take half a second longer. What is made here lives as long as the process, so the
    garbage collector is told not to look through it again and again.

    The server answers already while this imports what reads pages: that takes as long as all else that it
    imports.
    """
    from rolelight.reading import read_profile

    gc.set_threshold(GARBAGE)
    read_profile([Capture(PAGE.read_text("utf-8"))])
    gc.collect()
    gc.freeze()

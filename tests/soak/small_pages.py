"""Small pages of three shapes, 9 to 11 kB some 10 highlights each, so that 20,000 readings take minutes."""

from __future__ import annotations

import json

from captures import capture_of
from fixtures import PAGES

SMALL = ("sdui/saved-file", "pvs/details-experience-of-2022", "ember/spanish-interface")


def body_of_small_page(name: str = SMALL[0]) -> bytes:
    """The body of a request to read that page."""
    html = capture_of((PAGES / name / "page.html").read_text("utf-8"))
    return json.dumps({"captures": [{"html": html}]}).encode()

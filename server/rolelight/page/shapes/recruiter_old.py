"""A candidate in the recruiters' product until 2021, as saved pages still have it."""

from __future__ import annotations

from rolelight.page.shapes.marked import marked_shape

SHAPE = marked_shape("recruiter_old")

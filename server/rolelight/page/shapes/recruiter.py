"""A candidate in the recruiters' product of LinkedIn. Unproven: built without a real page."""

from __future__ import annotations

from rolelight.page.shapes.marked import marked_shape

SHAPE = marked_shape("recruiter")

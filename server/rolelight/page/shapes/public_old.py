"""The logged-out page of 2015 to 2017, as saved pages still have it."""

from __future__ import annotations

from rolelight.page.shapes.marked import marked_shape

SHAPE = marked_shape("public_old")

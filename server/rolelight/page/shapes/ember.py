"""The logged-in page of 2018 to 2021, as saved pages still have it."""

from __future__ import annotations

from rolelight.page.shapes.marked import marked_shape

SHAPE = marked_shape("ember")

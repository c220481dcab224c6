"""Precision and recall by shape and field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rolelight.evaluation.checks import Check

# Stands for every shape, and for every field of a shape.
ALL = "all"
# The page's own fields first, then the sections as a page has them; others follow by name.
_SECTIONS = ("page", "section", "headline", "about", "experience", "education", "skills")
# What an entry is, then when, then the rest by name.
_FIELDS = (
    "state",
    "shape",
    "entries",
    "text",
    "name",
    "title",
    "company",
    "school",
    "start",
    "end",
    "current",
)


@dataclass(frozen=True, slots=True)
class Figure:
    """How often a field was expected, how often something was read for it, and how often it was right."""

    expected: int = 0
    read: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was read that is right; None where nothing was read."""
        return self.right / self.read if self.read else None

    @property
    def recall(self) -> float | None:
        """The share of what was expected that was read rightly; None where nothing was expected."""
        return self.right / self.expected if self.expected else None

    def and_check(self, check: Check) -> Figure:
        """The figure with one check more."""
        return Figure(
            self.expected + (check.expected is not None),
            self.read + (check.read is not None),
            self.right + (check.expected == check.read),
        )


# By shape, then by field.
Figures = dict[str, dict[str, Figure]]


def figures_of(checks: Iterable[Check]) -> Figures:
    """The figures by shape and field; "all" stands for every shape, and among a shape's fields for each."""
    figures: Figures = {}
    for check in checks:
        for shape in (check.shape, ALL):
            fields = figures.setdefault(shape, {})
            for field in (check.field, ALL):
                fields[field] = fields.get(field, Figure()).and_check(check)
    return {
        shape: dict(sorted(figures[shape].items(), key=_rank)) for shape in sorted(figures, key=_rank_shape)
    }


def _rank_shape(shape: str) -> tuple[bool, str]:
    return shape == ALL, shape


def _rank(item: tuple[str, Figure]) -> tuple[bool, int, str, int, str]:
    """Where a field stands in a table: with its section, and the total last."""
    section, _, field = item[0].partition(" ")
    return item[0] == ALL, _place(section, _SECTIONS), section, _place(field, _FIELDS), field


def _place(name: str, order: tuple[str, ...]) -> int:
    return order.index(name) if name in order else len(order)

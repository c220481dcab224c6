"""A measured figure beside its budget, and the table that shows them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured value; ``budget`` is the most that it may be, or None where there is no budget."""

    what: str
    value: float
    unit: str
    budget: float | None = None

    def verdict(self) -> str:
        """Whether the budget is met."""
        if self.budget is None:
            return ""
        return "met" if self.value <= self.budget else "MISSED"


def show_table(title: str, figures: Iterable[Figure]) -> None:
    """Prints the figures as a table in Markdown."""
    print(f"\n### {title}\n\n| what | measured | budget | |\n|---|---|---|---|")
    for figure in figures:
        budget = "" if figure.budget is None else f"{figure.budget:g} {figure.unit}"
        print(
            f"| {figure.what} | {figure.value:.3g} {figure.unit} | {budget} | {figure.verdict()} |",
            flush=True,
        )

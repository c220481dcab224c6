"""An evaluation as tables for the terminal, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from rolelight.evaluation.checks import Check
from rolelight.evaluation.figures import ALL, Figure, Figures
from rolelight.evaluation.pages import Evaluation

# So many shapes fit beside each other in 100 columns.
_SHAPES_ABREAST = 5
# "97/98", precision and recall in per cent, and room to read.
_CELL = 5


def render_evaluation(evaluation: Evaluation, differences: bool = False) -> Iterator[str]:
    """The lines to print: precision and recall by field and shape, the counts over all, the differences."""
    figures, fixtures = evaluation.figures, evaluation.fixtures
    fields = list(figures[ALL])
    label = max(map(len, fields)) + 2
    shapes = [shape for shape in figures if shape != ALL]
    yield "Precision/recall in per cent, rounded down; one number where they are the same"
    for first in range(0, len(shapes), _SHAPES_ABREAST):
        yield ""
        yield from _by_shape(figures, fields, shapes[first : first + _SHAPES_ABREAST], label)
    yield ""
    yield f"All {fixtures[ALL]} fixtures: {', '.join(f'{fixtures[shape]} {shape}' for shape in shapes)}"
    yield ""
    yield from _over_all(figures[ALL], label)
    if differences:
        yield ""
        yield from map(_difference, evaluation.differences)


def _by_shape(figures: Figures, fields: list[str], shapes: list[str], label: int) -> Iterator[str]:
    """A row for each field that one of the shapes has, a column for each shape."""
    widths = {shape: max(len(shape), _CELL) + 2 for shape in shapes}
    yield " " * label + "".join(f"{shape:>{widths[shape]}}" for shape in shapes)
    for field in fields:
        cells = [f"{_cell(figures[shape].get(field)):>{widths[shape]}}" for shape in shapes]
        if any(cell.strip() for cell in cells):
            yield (f"{field:<{label}}" + "".join(cells)).rstrip()


def _cell(figure: Figure | None) -> str:
    return "/".join(dict.fromkeys(_shares(figure))) if figure else ""


def _shares(figure: Figure) -> tuple[str, str]:
    return _percent(figure.right, figure.read), _percent(figure.right, figure.expected)


def _percent(part: int, whole: int) -> str:
    """A share in whole per cent, rounded down so that 100 means all; a dash where there is nothing."""
    return str(part * 100 // whole) if whole else "-"


def _over_all(fields: dict[str, Figure], label: int) -> Iterator[str]:
    """A row for each field, with its counts."""
    yield f"{'':<{label}}expected    read   right  precision  recall"
    for field, figure in fields.items():
        precision, recall = _shares(figure)
        counts = f"{figure.expected:>8}{figure.read:>8}{figure.right:>8}"
        yield f"{field:<{label}}{counts}{precision:>11}{recall:>8}"


def _difference(check: Check) -> str:
    return f"{check.fixture}: {check.field}: expected {_quoted(check.expected)}, read {_quoted(check.read)}"


def _quoted(value: object) -> str:
    return "nothing" if value is None else repr(value)


def render_json(evaluation: Evaluation) -> Iterator[str]:
    """The evaluation as JSON: fixtures and figures by shape, and every difference."""
    figures = {
        shape: {field: _with_shares(figure) for field, figure in fields.items()}
        for shape, fields in evaluation.figures.items()
    }
    differences = [asdict(check) for check in evaluation.differences]
    data = {"fixtures": evaluation.fixtures, "figures": figures, "differences": differences}
    yield json.dumps(data, indent=2)


def _with_shares(figure: Figure) -> dict[str, float | None]:
    return asdict(figure) | {"precision": figure.precision, "recall": figure.recall}

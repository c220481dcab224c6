"""`rolelight evaluate`: how right the readings are, in figures."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from rolelight.commands.failure import fail

if TYPE_CHECKING:
    from rolelight.evaluation.gate import Gate

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def evaluate() -> None:
    """Measure how right the readings are."""


def gated(command: Callable[..., list[str]]) -> Callable[..., None]:
    """Give a command the options of floors, as its ``gate``; it returns what fell, which ends it with 1."""

    @click.option(
        "--floors", type=FILE, help="A file of floors: a figure below its own ends the command with 1."
    )
    @click.option("--pin", type=FILE, help="A file to write the figures to as floors; lowers none.")
    @click.option("--allow-lower", is_flag=True, help="Let --pin lower a floor.")
    @wraps(command)
    def run(floors: Path | None, pin: Path | None, allow_lower: bool, **others: Any) -> None:
        # The server never evaluates, so nothing of it is imported before.
        from rolelight.evaluation import EvaluationError
        from rolelight.evaluation.gate import Gate

        try:
            falls = command(gate=Gate(floors, pin, allow_lower), **others)
        except EvaluationError as error:
            fail(str(error))
        if falls:
            fail("\n".join(falls), 1)

    return run


@evaluate.command()
@click.argument("folder", default="tests/pages", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures and differences as JSON.")
@click.option("--differences", is_flag=True, help="Print each thing that was misread, missed or made up.")
@gated
def pages(folder: Path, as_json: bool, differences: bool, gate: Gate) -> list[str]:
    """Hold what is read of the fixtures in FOLDER against what they expect, field by field."""
    from rolelight.evaluation.floors import hold
    from rolelight.evaluation.pages import evaluate_pages
    from rolelight.evaluation.table import render_evaluation, render_json

    evaluation = evaluate_pages(folder)
    for line in render_json(evaluation) if as_json else render_evaluation(evaluation, differences):
        click.echo(line)
    return hold(gate, evaluation)


@evaluate.command()
@click.argument("file", type=FILE)
@click.option("--predictions", type=FILE, help="A file to write a JSON line an entry to: id, outcome, uses.")
@click.option("--charts", type=FILE, help="A .png or .svg file for the risk-coverage and reliability charts.")
@click.option("--show-text", is_flag=True, help="Show the texts of the worst errors.")
@click.option(
    "--out-of-fold", type=FILE, metavar="READINGS", help="Fit anew without each entry, with these readings."
)
@click.option("--unlabelled", type=FILE, help="The entries that the readings are of.")
@gated
def uses(
    file: Path,
    predictions: Path | None,
    charts: Path | None,
    show_text: bool,
    out_of_fold: Path | None,
    unlabelled: Path | None,
    gate: Gate,
) -> list[str]:
    """Hold what the engine says of the job entries in FILE against what readers say."""
    from rolelight.evaluation.evaluate_uses import Request, evaluate_uses

    request = Request(file, out_of_fold, unlabelled, predictions, charts, show_text)
    return evaluate_uses(request, gate, click.echo)


@evaluate.command()
@click.argument("file", type=FILE)
@click.option("--predictions", type=FILE, help="A file to write a JSON line a career to: id, fits, uses.")
@gated
def careers(file: Path, predictions: Path | None, gate: Gate) -> list[str]:
    """Hold the fits of the resumes in FILE against what readers say."""
    from rolelight.evaluation.careers import evaluate_careers

    return evaluate_careers(file, predictions, gate, click.echo)

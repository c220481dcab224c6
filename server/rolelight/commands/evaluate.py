"""`rolelight evaluate`: how right the readings are, in figures."""

from __future__ import annotations

from pathlib import Path

import click

from rolelight.commands.failure import fail

FILE = click.Path(dir_okay=False, path_type=Path)


@click.group()
def evaluate() -> None:
    """Measure how right the readings are."""


@evaluate.command()
@click.argument("folder", default="tests/pages", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the figures and differences as JSON.")
@click.option("--differences", is_flag=True, help="Print each thing that was misread, missed or made up.")
@click.option("--floors", type=FILE, help="A file of floors: a figure below its own ends the command with 1.")
@click.option("--pin", type=FILE, help="A file to write the figures to as floors; lowers none.")
@click.option("--allow-lower", is_flag=True, help="Let --pin lower a floor.")
def pages(
    folder: Path, as_json: bool, differences: bool, floors: Path | None, pin: Path | None, allow_lower: bool
) -> None:
    """Hold what is read of the fixtures in FOLDER against what they expect, field by field."""
    # The server never evaluates.
    from rolelight.evaluation import EvaluationError
    from rolelight.evaluation.floors import compare_floors, pin_floors
    from rolelight.evaluation.pages import evaluate_pages
    from rolelight.evaluation.table import render_evaluation, render_json

    try:
        evaluation = evaluate_pages(folder)
        lines = render_json(evaluation) if as_json else render_evaluation(evaluation, differences)
        for line in lines:
            click.echo(line)
        falls = compare_floors(floors, evaluation) if floors else []
        falls += pin_floors(pin, evaluation, allow_lower) if pin else []
    except EvaluationError as error:
        fail(str(error))
    if falls:
        fail("\n".join(falls), 1)


@evaluate.command()
@click.argument("file", type=FILE)
@click.option("--predictions", type=FILE, help="A file to write a JSON line an entry to: id, outcome, uses.")
@click.option("--charts", type=FILE, help="A .png or .svg file for the risk-coverage and reliability charts.")
@click.option("--show-text", is_flag=True, help="Show the texts of the worst errors.")
@click.option(
    "--out-of-fold", type=FILE, metavar="READINGS", help="Fit anew without each entry, with these readings."
)
@click.option("--unlabelled", type=FILE, help="The entries that the readings are of.")
@click.option("--floors", type=FILE, help="A file of floors: a figure below its own ends the command with 1.")
@click.option("--pin", type=FILE, help="A file to write the figures to as floors; lowers none.")
@click.option("--allow-lower", is_flag=True, help="Let --pin lower a floor.")
def uses(
    file: Path,
    predictions: Path | None,
    charts: Path | None,
    show_text: bool,
    out_of_fold: Path | None,
    unlabelled: Path | None,
    floors: Path | None,
    pin: Path | None,
    allow_lower: bool,
) -> None:
    """Hold what the engine says of the job entries in FILE against what readers say."""
    from rolelight.evaluation import EvaluationError
    from rolelight.evaluation.evaluate_uses import Gate, Request, evaluate_uses

    request = Request(file, out_of_fold, unlabelled, predictions, charts, show_text)
    try:
        falls = evaluate_uses(request, Gate(floors, pin, allow_lower), click.echo)
    except EvaluationError as error:
        fail(str(error))
    if falls:
        fail("\n".join(falls), 1)


@evaluate.command()
@click.argument("file", type=FILE)
@click.option("--predictions", type=FILE, help="A file to write a JSON line a career to: id, fits, uses.")
@click.option("--floors", type=FILE, help="A file of floors: a figure below its own ends the command with 1.")
@click.option("--pin", type=FILE, help="A file to write the figures to as floors; lowers none.")
@click.option("--allow-lower", is_flag=True, help="Let --pin lower a floor.")
def careers(
    file: Path, predictions: Path | None, floors: Path | None, pin: Path | None, allow_lower: bool
) -> None:
    """Hold the fits of the resumes in FILE against what readers say."""
    from rolelight.evaluation import EvaluationError
    from rolelight.evaluation.careers import career_lines, figures_of_careers, read_careers, render_careers
    from rolelight.evaluation.corpus import hash_of
    from rolelight.evaluation.gate import find_falls
    from rolelight.evaluation.gate import pin as pin_floors
    from rolelight.evaluation.predictions import write_lines

    try:
        read = read_careers(file)
        if predictions:
            write_lines(predictions, career_lines(read))
        for line in render_careers(read):
            click.echo(line)
        figures, sha256 = figures_of_careers(read), hash_of(file)
        falls = find_falls(floors, sha256, figures) if floors else []
        falls += pin_floors(pin, sha256, figures, allow_lower) if pin else []
    except EvaluationError as error:
        fail(str(error))
    if falls:
        fail("\n".join(falls), 1)

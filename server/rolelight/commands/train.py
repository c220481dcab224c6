"""`rolelight train`: fits the weights to the measuring data."""

from __future__ import annotations

from pathlib import Path

import click

from rolelight.commands.failure import fail


@click.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option(
    "--readings",
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file of additional readings.",
)
@click.option(
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Where to write the weights.",
)
def train(folder: Path, readings: Path, output: Path) -> None:
    """Fit the weights to the measuring data in FOLDER; takes some minutes and the extra `train`."""
    from rolelight.evaluation import EvaluationError

    try:
        from rolelight.evaluation.files import write_text
        from rolelight.evaluation.training.train import train as fit
    except ImportError:
        fail("Training needs scikit-learn and its kin: pip install 'rolelight[train]'")
    try:
        write_text(output, fit(folder, readings, click.echo))
    except EvaluationError as error:
        fail(str(error))
    click.echo(f"The weights are in {output}.")

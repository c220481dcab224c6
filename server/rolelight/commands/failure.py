"""How a command ends that cannot do what it was asked: a sentence on stderr and a status."""

from __future__ import annotations

import sys
from typing import NoReturn

import click


def fail(sentence: str, status: int = 2) -> NoReturn:
    """Say why on stderr and end with the status: 2 for input that cannot be used, 1 for anything else."""
    click.echo(sentence, err=True)
    sys.exit(status)

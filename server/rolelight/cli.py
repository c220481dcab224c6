"""The command line: wiring only. Input that cannot be used gets a sentence on stderr."""

from __future__ import annotations

from typing import Any

import click

from rolelight import __version__
from rolelight.commands.doctor import doctor
from rolelight.commands.evaluate import evaluate
from rolelight.commands.extension import extension
from rolelight.commands.failure import fail
from rolelight.commands.lexicon import lexicon, roles
from rolelight.commands.open import open_start_page
from rolelight.commands.pairings import pairings
from rolelight.commands.read import read
from rolelight.commands.serve import serve
from rolelight.commands.startup import startup
from rolelight.commands.tokens import tokens
from rolelight.commands.train import train
from rolelight.lexicon.problems import LexiconError


class Commands(click.Group):
    """The commands; a lexicon that cannot be used ends each of them with file, line and what to do."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except LexiconError as error:
            fail(str(error))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rolelight")
def main() -> None:
    """Shows what the evidence on a candidate's profile page really says."""


SERVER = (serve, open_start_page, startup, doctor, pairings, tokens, extension)
for command in (*SERVER, read, roles, lexicon, evaluate, train):
    main.add_command(command)

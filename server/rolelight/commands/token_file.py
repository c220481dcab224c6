"""The file of tokens for a command: in the folder of the settings, or a sentence on what is wrong."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rolelight.api.tokens import Tokens
from rolelight.commands.failure import fail
from rolelight.commands.settings import setting_option, settings_of

folder_option = setting_option("folder")


@contextmanager
def token_file(folder: str | None) -> Iterator[Tokens]:
    """The tokens in the folder of the option or the settings.

    A wrong setting, or a file that cannot be read or written, ends the command with 2.
    """
    tokens = Tokens(settings_of({"folder": folder}).folder)
    try:
        yield tokens
    except (OSError, sqlite3.Error) as error:
        fail(f"{tokens.file} cannot be read or written ({error}). `rolelight doctor` says more.")


def revoke(ids: Sequence[str], what: str, folder: str | None) -> None:
    """Take back the tokens of these ids; one that is none in use is named, and ends the command with 2."""
    with token_file(folder) as tokens:
        unknown = [token_id for token_id in ids if not tokens.revoke(token_id)]
    if unknown:
        fail(f"There is no such {what} in use: {', '.join(unknown)}. `rolelight {what}s list` shows the ids.")

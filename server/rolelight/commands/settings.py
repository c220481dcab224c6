"""The settings for a command: those of the environment, or a sentence on what is wrong with them."""

from __future__ import annotations

import os

from rolelight.commands.failure import fail
from rolelight.config import Settings, SettingsError, read_settings


def settings_or_fail() -> Settings:
    """The settings; a wrong one ends the command with status 2."""
    try:
        return read_settings(os.environ)
    except SettingsError as error:
        fail(str(error))

"""The settings as options of a command: one for each field, so that a new setting is an option at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import fields

import click

from rolelight.commands.failure import fail
from rolelight.config import Settings, SettingsError, option, read_settings, variable


def settings_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give the command an option for each setting; it takes them as ``**options``, None where not given."""
    for setting in reversed(fields(Settings)):
        command = setting_option(setting.name)(command)
    return command


def setting_option(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The option for the setting of that name, None where it is not given."""
    setting = next(each for each in fields(Settings) if each.name == name)
    help_text = f"{setting.metadata['help']} Goes before {variable(name)}."
    return click.option(option(name), name, metavar="VALUE", help=help_text)


def given(options: Mapping[str, str | None]) -> dict[str, str]:
    """The options that were given."""
    return {name: value for name, value in options.items() if value is not None}


def settings_of(options: Mapping[str, str | None]) -> Settings:
    """The settings of the environment and the options; a wrong one ends the command with a sentence."""
    try:
        return read_settings(os.environ, given(options))
    except SettingsError as error:
        fail(str(error))

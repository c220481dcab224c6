"""What one running server holds in memory, for the routes that need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from rolelight.api.codes import PairingCodes
from rolelight.api.tokens import Tokens
from rolelight.config import Settings
from rolelight.errors import Refusal
from rolelight.site.start import StartLink

EXTENSION_KEY = "rolelight"


@dataclass(frozen=True, slots=True)
class State:
    """The settings of a running server, and those who may ask it."""

    settings: Settings
    tokens: Tokens


@dataclass(frozen=True, slots=True)
class LocalState(State):
    """On one's own machine there are also one-time secrets, to pair browsers."""

    codes: PairingCodes
    start_link: StartLink


def create_state(settings: Settings) -> LocalState:
    """A fresh state: no code shown yet, a start link not yet opened."""
    codes = PairingCodes(settings.code_minutes * 60)
    return LocalState(settings, Tokens(settings.folder), codes, StartLink())


def state_of(app: Flask) -> State:
    """The state of the application."""
    return cast(State, app.extensions[EXTENSION_KEY])


def state() -> State:
    """The state of the application that answers the present request."""
    return state_of(current_app)


def local_state() -> LocalState:
    """The same, where pairing by code is possible: refuses no_codes on a team's server."""
    here = state()
    if not isinstance(here, LocalState):
        raise Refusal("no_codes")
    return here

"""What one running server holds in memory, for the routes that need it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from flask import Flask, current_app

from rolelight.api.codes import PairingCodes
from rolelight.api.pairings import Pairings
from rolelight.config import Settings
from rolelight.site.start import StartLink

EXTENSION_KEY = "rolelight"


@dataclass(frozen=True, slots=True)
class State:
    """The settings, the pairings and the one-time secrets of a running server."""

    settings: Settings
    pairings: Pairings
    codes: PairingCodes
    start_link: StartLink


def create_state(settings: Settings) -> State:
    """A fresh state: no code shown yet, a start link not yet opened."""
    return State(settings, Pairings(settings.folder), PairingCodes(settings.code_minutes * 60), StartLink())


def state_of(app: Flask) -> State:
    """The state of the application."""
    return cast(State, app.extensions[EXTENSION_KEY])


def state() -> State:
    """The state of the application that answers the present request."""
    return state_of(current_app)

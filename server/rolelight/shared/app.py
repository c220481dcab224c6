"""The application of a team's server: the same as on one's own machine, with tokens, metrics and logs."""

from __future__ import annotations

import os

from flask import Flask, Response

from rolelight.api.tokens import Tokens
from rolelight.app import create_app
from rolelight.config import Settings, read_settings
from rolelight.shared import logs, metrics
from rolelight.shared.facts import facts_of
from rolelight.shared.worker import refuse
from rolelight.state import State
from rolelight.warming import warm

# What a worker runs is loaded here as a whole, so that a reload can try beforehand whether all of it loads.
__all__ = ["create", "create_shared_app", "refuse"]


def create() -> Flask:
    """The application of one worker, with the settings of the environment, ready for its first reading."""
    app = create_shared_app(read_settings(os.environ))
    warm()
    return app


def create_shared_app(settings: Settings) -> Flask:
    """The application for these settings; each request is logged and counted by the same facts."""
    app = create_app(settings, State(settings, Tokens(settings.folder, needed=True)))
    counts = metrics.Metrics()

    @app.after_request
    def tell(response: Response) -> Response:
        facts = facts_of(response)
        logs.write(facts)
        counts.count(facts)
        return response

    app.register_blueprint(metrics.blueprint)
    return app

"""The log of a team's server: one JSON object a line on stdout, for each request its facts and no more."""

from __future__ import annotations

import logging
from dataclasses import asdict

from flask import Flask, Response

from rolelight.shared.facts import facts_of

log = logging.getLogger("rolelight.requests")


def install(app: Flask) -> None:
    """Log each request when its answer is ready."""

    @app.after_request
    def log_request(response: Response) -> Response:
        facts = asdict(facts_of(response))
        log.info("request", extra={name: value for name, value in facts.items() if value not in ("", {})})
        return response

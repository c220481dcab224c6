"""The log of a team's server: one JSON object a line on stdout, for each request its facts and no more."""

from __future__ import annotations

import logging
from dataclasses import asdict

from rolelight.shared.facts import Facts

log = logging.getLogger("rolelight.requests")


def write(facts: Facts) -> None:
    """Log one request."""
    told = {name: value for name, value in asdict(facts).items() if value not in ("", {})}
    log.info("request", extra=told)

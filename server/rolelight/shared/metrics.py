"""Counts and times for Prometheus: of requests, bytes, stages and verdicts; no label tells of a person."""

from __future__ import annotations

import os

from flask import Blueprint, Response
from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector

from rolelight.shared.facts import Facts
from rolelight.shared.gunicorn_config import SLOT

BYTES = (1e3, 1e4, 3e4, 1e5, 3e5, 1e6, 3e6, 8e6)
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10)

blueprint = Blueprint("metrics", __name__)


class Metrics:
    """The metrics of this worker, in files that all workers' counts are added up from."""

    def __init__(self) -> None:
        # By slot and not by process id, as is usual: else each new worker would leave files behind for good.
        values.ValueClass = values.MultiProcessValue(  # type: ignore[no-untyped-call]
            lambda: os.environ.get(SLOT, "0")
        )
        own = CollectorRegistry()  # ours alone: nothing about Python or the process
        self._requests = Counter(
            "rolelight_requests", "Requests.", ["method", "route", "status", "code"], registry=own
        )
        self._seconds = Histogram(
            "rolelight_request_seconds", "Seconds by route.", ["route"], buckets=SECONDS, registry=own
        )
        self._received = Histogram(
            "rolelight_received_bytes", "Bytes of request bodies.", ["route"], buckets=BYTES, registry=own
        )
        self._sent = Counter("rolelight_sent_bytes", "Bytes of answers.", ["route"], registry=own)
        self._stages = Histogram(
            "rolelight_stage_seconds",
            "Seconds of a reading by stage.",
            ["stage"],
            buckets=SECONDS,
            registry=own,
        )
        self._pages = Counter("rolelight_pages", "Pages by what they were.", ["page_state"], registry=own)
        self._verdicts = Counter(
            "rolelight_verdicts", "Verdicts for the role asked for.", ["verdict"], registry=own
        )

    def count(self, facts: Facts) -> None:
        """Add one request."""
        self._requests.labels(facts.method, facts.route, str(facts.status), facts.code).inc()
        self._seconds.labels(facts.route).observe(facts.seconds)
        self._received.labels(facts.route).observe(facts.bytes_received)
        self._sent.labels(facts.route).inc(facts.bytes_sent)
        for stage, seconds in facts.stages.items():
            self._stages.labels(stage).observe(seconds)
        if facts.page_state:
            self._pages.labels(facts.page_state).inc()
        if facts.verdict:
            self._verdicts.labels(facts.verdict).inc()


@blueprint.get("/metrics")
def show_metrics() -> Response:
    """All metrics in Prometheus' text form. The proxy does not pass it on: see docs/team.md."""
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return Response(generate_latest(registry), content_type=CONTENT_TYPE_LATEST)

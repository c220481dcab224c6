"""What metrics and logs may know of a request: codes, sizes, times and classes; nothing that a page said."""

from __future__ import annotations

from dataclasses import dataclass, field
from time import perf_counter

from flask import Response, g, request


@dataclass(frozen=True, slots=True)
class Facts:
    """One answered request. ``route`` is the rule, not the address asked for; ``stages`` are seconds."""

    request_id: str
    method: str
    route: str
    status: int
    code: str
    bytes_received: int
    bytes_sent: int
    seconds: float
    token: str = ""
    page_state: str = ""
    verdict: str = ""
    stages: dict[str, float] = field(default_factory=dict)


def facts_of(response: Response) -> Facts:
    """The facts of the present request and its response."""
    holder, reading = g.get("holder"), g.get("reading")
    return Facts(
        request_id=g.request_id,
        # A method that nobody knows could be anything, a word of a page too.
        method=request.method if request.url_rule else "other",
        route=request.url_rule.rule if request.url_rule else "none",
        status=response.status_code,
        code=g.get("code", ""),
        bytes_received=request.content_length or 0,
        bytes_sent=response.calculate_content_length() or 0,
        seconds=round(perf_counter() - g.started, 4),
        token=holder.id if holder else "",
        page_state=reading.profile.page_state if reading else "",
        verdict=reading.fit.verdict if reading and reading.fit else "",
        stages={stage: round(each, 4) for stage, each in reading.seconds.items()} if reading else {},
    )

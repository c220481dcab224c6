"""What every reply says in its headers: which server this is, and what a browser may do with the reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app, g, jsonify, request
from flask_cors.core import get_cors_options, set_cors_headers

from rolelight import API_VERSION, __version__
from rolelight.state import state

if TYPE_CHECKING:
    from rolelight.reading import Reading

# Everything a page of ours needs comes from this server; nothing may run or be styled from within the page.
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
VERSION_HEADERS = {"X-Rolelight-Server": __version__, "X-Rolelight-API": API_VERSION}
SECURITY_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}
# For what is the same for everyone and tells of nobody: kept, but asked for anew each time.
REVALIDATED = "private, no-cache"


def add_headers(response: Response) -> Response:
    """Name the server, its version and the request; forbid all that a reply does not need.

    Nothing may be kept but what a route marks as REVALIDATED; Flask's mark on a static file does not count.
    """
    response.headers.extend({"X-Request-Id": g.request_id} | VERSION_HEADERS)
    is_kept = response.headers.get("Cache-Control") == REVALIDATED
    response.headers.update(SECURITY_HEADERS | ({"Cache-Control": REVALIDATED} if is_kept else {}))
    return _allow_paired_origins(response) if request.path.startswith("/api/") else response


def _allow_paired_origins(response: Response) -> Response:
    """CORS for the browsers that are paired at this moment, and for nobody else."""
    response.vary.add("Origin")
    options = get_cors_options(
        current_app,
        {
            "origins": state().tokens.origins(),
            "methods": ["GET", "POST"],
            "allow_headers": ["Authorization", "Content-Encoding", "Content-Type"],
            "expose_headers": ["ETag", "Retry-After", "Server-Timing", "X-Request-Id", *VERSION_HEADERS],
            "always_send": False,
        },
    )
    return set_cors_headers(response, options)


def server_timing(reading: Reading) -> dict[str, str]:
    """The Server-Timing header: milliseconds by stage."""
    stages = (f"{stage};dur={seconds * 1000:.1f}" for stage, seconds in reading.seconds.items())
    return {"Server-Timing": ", ".join(stages)}


def revalidated(content: object) -> Response:
    """The content as JSON that a client may keep, or 304 without it where the client's copy is still right.

    Not flask-smorest's etag: it compares strongly, where RFC 9110 (13.1.2) asks for the weak comparison, and
    would send all of it again to whoever has a copy by way of a proxy that marks copies as weak.
    """
    response = jsonify(content)
    response.headers["Cache-Control"] = REVALIDATED
    response.add_etag()
    response.make_conditional(request)
    return response

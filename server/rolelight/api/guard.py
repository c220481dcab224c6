"""Who may ask: the checks that run before a route reads anything of a request."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from flask import g, request

from rolelight.api.pairings import EXTENSION_ORIGIN
from rolelight.errors import Refusal
from rolelight.state import state

P = ParamSpec("P")
R = TypeVar("R")


def guard() -> None:
    """Give the request an id, and refuse it where it comes from another web site.

    The exact Host stops a page that has its own name resolve to this machine (DNS rebinding): to the browser
    its requests are same-origin, so nothing else would.
    """
    g.request_id = secrets.token_hex(8)
    if request.environ.get("HTTP_HOST") not in state().settings.hosts:
        raise Refusal("bad_host")
    if request.path.startswith("/api/"):
        _refuse_other_sites()


def _refuse_other_sites() -> None:
    """Refuse what a browser says that another site sent.

    A paired extension without permission for this address is "cross-site" to Chromium, and is let through to
    the check of its token: no page can send an extension's Origin.
    """
    from_other_site = request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
    if from_other_site and request.origin not in state().pairings.origins():
        raise Refusal("cross_site")


def from_extension(view: Callable[P, R]) -> Callable[P, R]:
    """Let only a browser extension, or a program, call the view.

    Browsers set Origin themselves: no page can pose as an extension, or as a program, which has no Origin.
    """

    @functools.wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if request.origin and not EXTENSION_ORIGIN.fullmatch(request.origin):
            raise Refusal("cross_site")
        return view(*args, **kwargs)

    return checked


def paired(view: Callable[P, R]) -> Callable[P, R]:
    """Let only a paired browser call the view: its token, from the origin that the token was given to."""

    @functools.wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        pairing = state().pairings.find(token.strip()) if scheme.lower() == "bearer" else None
        if pairing is None:
            raise Refusal("not_paired")
        if (request.origin or "") != pairing.origin:
            raise Refusal("wrong_origin")
        return view(*args, **kwargs)

    return checked

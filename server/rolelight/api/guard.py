"""Who may ask: the checks that run before a route reads anything of a request."""

from __future__ import annotations

import functools
import secrets
from collections.abc import Callable
from time import perf_counter
from typing import ParamSpec, TypeVar

from flask import g, request
from werkzeug.http import parse_date

from rolelight.api.tokens import EXTENSION_ORIGIN
from rolelight.errors import Refusal
from rolelight.state import state

DATES = ("HTTP_IF_MODIFIED_SINCE", "HTTP_IF_UNMODIFIED_SINCE", "HTTP_IF_RANGE")

P = ParamSpec("P")
R = TypeVar("R")


def guard() -> None:
    """Give the request an id and a time, and refuse it where it comes from another web site.

    The exact Host stops a page that has its own name resolve to this machine (DNS rebinding): to the browser
    its requests are same-origin, so nothing else would.
    """
    g.request_id, g.started = secrets.token_hex(8), perf_counter()
    if request.environ.get("HTTP_HOST") not in state().settings.hosts:
        raise Refusal("bad_host")
    if request.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site"):
        _refuse_other_sites()
    _ignore_odd_dates()


def _refuse_other_sites() -> None:
    """Refuse what a browser says that another site sent, but for two things.

    A paired extension without permission for this address is "cross-site" to Chromium, and is let through to
    the check of its token: no page can send an extension's Origin. And a link, such as that of `rolelight
    open`, may lead to a page of ours in a tab of its own, where the other site sees nothing of it.
    """
    is_api = request.path.startswith("/api/")
    is_link = request.headers.get("Sec-Fetch-Dest") == "document" and not is_api
    if not (is_link or (is_api and state().tokens.knows(request.origin))):
        raise Refusal("cross_site")


def _ignore_odd_dates() -> None:
    """Take out dates that no calendar has: they count for nothing (RFC 9110, 13.1), but Werkzeug fails."""
    for name in DATES:
        try:
            parse_date(request.environ.get(name))
        except OverflowError:
            del request.environ[name]


def from_no_page(view: Callable[P, R]) -> Callable[P, R]:
    """Let no web page call the view. Browsers set Origin themselves, on every POST: no page can go without,
    or pose as an extension."""

    @functools.wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        if request.origin is not None and not EXTENSION_ORIGIN.fullmatch(request.origin):
            raise Refusal("cross_site")
        return view(*args, **kwargs)

    return checked


def paired(view: Callable[P, R]) -> Callable[P, R]:
    """Let only the holder of a token call the view, from where the token may be used. Sets g.holder."""

    @functools.wraps(view)
    def checked(*args: P.args, **kwargs: P.kwargs) -> R:
        scheme, _, token = request.headers.get("Authorization", "").partition(" ")
        holder = state().tokens.find(token.strip()) if scheme.lower() == "bearer" else None
        if holder is None:
            raise Refusal("not_paired")
        if not holder.admits(request.origin):
            raise Refusal("wrong_origin")
        g.holder = holder
        return view(*args, **kwargs)

    return checked

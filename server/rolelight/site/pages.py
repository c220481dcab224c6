"""The start page: what Rolelight is, how to load and pair the extension, and the way to the demo profiles."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, current_app, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from rolelight import __version__
from rolelight.extension_folder import find_extension
from rolelight.site.demos import list_demos
from rolelight.site.start import COOKIE_SECONDS
from rolelight.state import LocalState, local_state, state

blueprint = Blueprint("pages", __name__)


@blueprint.get("/")
def show_start() -> str | BaseResponse:
    """The start page; a start link is exchanged for a cookie first, so that the secret leaves the address."""
    if "start" in request.args:
        return _open_start_link(request.args["start"])
    return render_template("start.html", **_start_page())


@blueprint.get("/favicon.ico")
def show_icon() -> Response:
    """The icon, for pages whose head does not name one."""
    return current_app.send_static_file("icon.svg")


def _start_page() -> dict[str, Any]:
    """What the start page shows: on one's own machine also what pairs a browser."""
    here = state()
    page = {
        "version": __version__,
        "extension": find_extension(),
        "demos": list_demos(),
        "settings": here.settings,
    }
    return page | _pairing(here) if isinstance(here, LocalState) else page


def _pairing(here: LocalState) -> dict[str, Any]:
    """How pairing stands; the code only for the browser that opened the start link."""
    is_owner = here.start_link.is_opened_by(request.cookies.get(_cookie_name(), ""))
    return {
        "code": here.codes.show() if is_owner else None,
        "link_is_used": "used" in request.args and not is_owner,
        "paired": len(here.tokens.pairings()),
    }


def _open_start_link(secret: str) -> BaseResponse:
    cookie = local_state().start_link.redeem(secret)
    response: Response | BaseResponse = redirect("/" if cookie else "/?used", 303)
    if cookie:
        # Strict would keep it back on the way here from the file that `rolelight open` shows. A page of
        # another site can navigate here but not read what shows, and a frame gets neither cookie nor page.
        response.set_cookie(_cookie_name(), cookie, max_age=COOKIE_SECONDS, httponly=True, samesite="Lax")
    return response


def _cookie_name() -> str:
    """Named by port, as browsers do not keep the cookies of two ports apart."""
    return f"rolelight_start_{state().settings.port}"

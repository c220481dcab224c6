"""The demo profiles: invented people, shown with the extension's own content scripts and a real reading."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    jsonify,
    render_template,
    request,
    send_from_directory,
)

from rolelight.api.headers import server_timing
from rolelight.api.reading_schemas import ReadingSchema
from rolelight.errors import Refusal
from rolelight.extension_folder import find_extension
from rolelight.page.model import Capture
from rolelight.site.extension_files import content_files, languages, public_files
from rolelight.state import LocalState, state

FOLDER = Path(__file__).resolve().parent / "demos"
# More than three demos have readings for all roles.
READINGS = 128
BODY_START = re.compile(r"<body\b[^>]*>")

blueprint = Blueprint("demos", __name__)


@dataclass(frozen=True, slots=True)
class Demo:
    """A demo profile as the start page offers it; ``role`` is the one that its overlay opens with."""

    id: str
    title: str
    description: str
    role: str


@cache
def list_demos() -> tuple[Demo, ...]:
    """The demo profiles whose pages are installed, in the order of demos.json."""
    described = json.loads((FOLDER / "demos.json").read_text("utf-8"))
    return tuple(Demo(**each) for each in described if (FOLDER / f"{each['id']}.html").is_file())


@blueprint.get("/demos/<demo_id>")
def show_demo(demo_id: str) -> str:
    """The stored page, with a banner above it and the overlay below; its main part is as it is stored."""
    demo = _find(demo_id)
    extension = find_extension()
    parts: dict[str, Any] = {"demo": demo, "files": None}
    if extension:
        parts |= {"files": content_files(extension), "languages": languages(extension)}
    page = BODY_START.sub(
        lambda tag: tag[0] + render_template("demo_banner.html", **parts), _page(demo.id), count=1
    )
    content, body_end, rest = page.rpartition("</body>")
    return content + render_template("demo_scripts.html", **parts) + body_end + rest


@blueprint.get("/demos/<demo_id>/reading")
def show_reading(demo_id: str) -> Response:
    """The reading of the stored page, for the role asked for; ``set_aside`` is a list with commas.

    A team's server sets nothing aside: anybody may ask it, and could have it weigh anew without end. So all
    that it can be asked is read once.
    """
    priors = tuple(state().settings.priors.items())
    set_aside = frozenset(filter(None, request.args.get("set_aside", "").split(",")))
    if set_aside and not isinstance(state(), LocalState):
        raise Refusal("not_found")
    body, timing = _read(_find(demo_id).id, request.args.get("role") or None, priors, set_aside)
    response = Response(body, content_type="application/json")
    response.headers.extend(timing)
    return response


@blueprint.get("/demos/demo.css")
def show_style() -> Response:
    """The style that makes the stored pages look like a professional network's."""
    return current_app.send_static_file("demo.css")


@blueprint.get("/extension/<path:path>")
def show_extension_file(path: str) -> Response:
    """One of the files that the overlay is made of, and no other file of the extension."""
    extension = find_extension()
    if extension is None or path not in public_files(extension):
        abort(404)
    return send_from_directory(extension, path)


def _find(demo_id: str) -> Demo:
    demo = next((each for each in list_demos() if each.id == demo_id), None)
    return demo or abort(404)


def _page(demo_id: str) -> str:
    return (FOLDER / f"{demo_id}.html").read_text("utf-8")


@lru_cache(maxsize=READINGS)
def _read(
    demo_id: str, role: str | None, priors: tuple[tuple[str, float], ...], set_aside: frozenset[str]
) -> tuple[bytes, dict[str, str]]:
    """The answer and its header: a third of a megabyte, where a reading itself takes twice as much."""
    from rolelight.reading import read_profile  # With BeautifulSoup: the server answers before it is there.

    capture = Capture(_page(demo_id), lang="en")
    reading = read_profile((capture,), role, priors=dict(priors), set_aside=set_aside)
    return jsonify(ReadingSchema().dump(reading)).get_data(), server_timing(reading)

"""The routes of the API. Each is a few lines: check who asks, hand over to the core, describe the answer."""

from __future__ import annotations

import json
import sqlite3
from typing import Any, NoReturn, cast

from flask import Request, g, request
from flask_smorest import Blueprint
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from rolelight import API_VERSION, __version__
from rolelight.api import schemas
from rolelight.api.errors import flatten
from rolelight.api.guard import from_no_page, paired
from rolelight.api.headers import server_timing
from rolelight.api.tokens import NO_ORIGIN, Token
from rolelight.errors import Refusal
from rolelight.lexicon import load_lexicon
from rolelight.reading import Reading, read_profile
from rolelight.state import local_state, state

HEALTH = {"name": "Rolelight", "server": __version__, "api": API_VERSION}


class BodyParser(FlaskParser):
    """Reads a JSON body for a schema, and refuses each kind of wrong body with a code of its own."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        """The body as plain data."""
        if req.mimetype != "application/json":
            raise Refusal("not_json_type")
        body = req.get_data(cache=False)
        if not body.strip():
            raise Refusal("empty_body")
        try:
            return json.loads(body, parse_constant=_refuse_constant)
        except RecursionError:
            raise Refusal("json_too_deep") from None
        except ValueError:  # neither JSON nor text
            raise Refusal("not_json") from None

    def handle_error(self, error: ValidationError, *_: object, **__: object) -> NoReturn:
        """Name the fields that do not fit the schema."""
        messages = cast(dict[str, Any], error.messages)
        raise Refusal("invalid_fields", flatten(messages["json"])) from None


def _refuse_constant(name: str) -> NoReturn:
    """Refuse NaN and the infinities, which Python reads but JSON does not know."""
    raise ValueError(name)


class JsonBlueprint(Blueprint):  # type: ignore[misc]
    """A flask-smorest blueprint with our parser."""

    ARGUMENTS_PARSER = BodyParser()


blueprint = JsonBlueprint("rolelight", __name__, url_prefix="/api/v1")


@blueprint.route("/readings", methods=["POST"])
@paired
@blueprint.doc(security=[{"token": []}])
@blueprint.arguments(schemas.ReadingRequestSchema)
@blueprint.response(200, schemas.ReadingSchema)
def create_reading(asked: dict[str, Any]) -> tuple[Reading, int, dict[str, str]]:
    """Read the pages of one person

    A page that is no profile is answered with its page_state and no fit. Nothing is kept.
    """
    priors = state().settings.priors
    reading = read_profile(
        asked["captures"], asked["role"], asked["skill"], priors=priors, set_aside=asked["set_aside"]
    )
    g.reading = reading  # for a team's metrics and logs
    return reading, 200, server_timing(reading)


@blueprint.route("/pairings", methods=["POST"])
@from_no_page
@blueprint.arguments(schemas.PairingRequestSchema)
@blueprint.response(201, schemas.PairingSchema)
def create_pairing(asked: dict[str, str]) -> dict[str, str]:
    """Pair a browser's extension with the code on the start page

    The token that comes back works from this browser's extension alone. A program that is no browser, and so
    sends no Origin, pairs in the same way.
    """
    here = local_state()
    here.codes.redeem(asked["code"])
    try:
        return {"token": here.tokens.pair(request.origin or NO_ORIGIN)}
    except (OSError, sqlite3.Error):
        raise Refusal("not_kept") from None


@blueprint.route("/pairing")
@paired
@blueprint.doc(security=[{"token": []}])
@blueprint.response(200, schemas.TokenSchema)
def show_pairing() -> Token:
    """Say whose token this is, and until when it is good"""
    return cast(Token, g.holder)


@blueprint.route("/roles")
@blueprint.response(200, schemas.RolesSchema)
def list_roles() -> dict[str, Any]:
    """List the roles that fits are given for"""
    return {"roles": load_lexicon().roles}


@blueprint.route("/health")
@blueprint.response(200, schemas.HealthSchema)
def show_health() -> dict[str, str]:
    """Say that the server runs, and which it is"""
    return HEALTH


@blueprint.route("/ready")
@blueprint.response(200, schemas.HealthSchema)
def show_readiness() -> dict[str, str]:
    """Say that the server can read pages now

    It has its lexicon, and can check tokens; otherwise the answer is 503 not_ready.
    """
    load_lexicon()
    state().tokens.find("")
    return HEALTH

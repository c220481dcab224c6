"""The routes of the API. Each is a few lines: check who asks, hand over to the core, describe the answer."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING, Any, NoReturn, cast

from flask import Request, Response, g, request
from flask_smorest import Blueprint
from marshmallow import Schema, ValidationError
from webargs.flaskparser import FlaskParser

from rolelight import API_VERSION, __version__
from rolelight.api import schemas
from rolelight.api.bodies import body_of
from rolelight.api.description import (
    BODY,
    EXAMPLES,
    IF_NONE_MATCH,
    OF_EVERY_BODY,
    OF_EVERY_TOKEN,
    described,
    headers,
)
from rolelight.api.errors import flatten
from rolelight.api.guard import from_no_page, paired
from rolelight.api.headers import revalidated, server_timing
from rolelight.api.reading_schemas import ReadingSchema
from rolelight.api.tokens import NO_ORIGIN, Token
from rolelight.errors import Refusal
from rolelight.lexicon import load_lexicon
from rolelight.state import local_state, state

if TYPE_CHECKING:
    from rolelight.reading import Reading

HEALTH = {"name": "Rolelight", "server": __version__, "api": API_VERSION}


class BodyParser(FlaskParser):
    """Reads a JSON body for a schema, and refuses each kind of wrong body with a code of its own."""

    def load_json(self, req: Request, schema: Schema) -> Any:
        """The body as plain data."""
        if req.mimetype != "application/json":
            raise Refusal("not_json_type")
        body = body_of(req)
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


blueprint = JsonBlueprint("rolelight", __name__, url_prefix="/api/v1", description="Reading profiles.")


@blueprint.route("/readings", methods=["POST"])
@paired
@described(
    *OF_EVERY_BODY,
    *OF_EVERY_TOKEN,
    *("no_captures", "different_people", "page_too_complex", "page_too_long"),
    *("unknown_role", "unknown_skill", "unknown_highlight"),
    security=[{"token": []}],
)
@blueprint.arguments(schemas.ReadingRequestSchema, description=BODY, example=EXAMPLES["reading_request"])
@blueprint.response(200, ReadingSchema, example=EXAMPLES["reading"], headers=headers("Server-Timing"))
def create_reading(asked: dict[str, Any]) -> tuple[Reading, int, dict[str, str]]:
    """Read the pages of one person

    A page that is no profile is answered with its page_state and no fit. Nothing is kept.
    """
    from rolelight.reading import read_profile  # With BeautifulSoup: the server answers before it is there.

    priors = state().settings.priors
    reading = read_profile(
        asked["captures"], asked["role"], asked["skill"], priors=priors, set_aside=asked["set_aside"]
    )
    g.reading = reading  # for a team's metrics and logs
    return reading, 200, server_timing(reading)


@blueprint.route("/pairings", methods=["POST"])
@from_no_page
@described(*OF_EVERY_BODY, "wrong_code", "no_codes", "too_many_tries", "not_kept")
@blueprint.arguments(schemas.PairingRequestSchema, description=BODY, example=EXAMPLES["pairing_request"])
@blueprint.response(201, schemas.PairingSchema, example=EXAMPLES["pairing"], headers=headers())
def create_pairing(asked: dict[str, str]) -> dict[str, str]:
    """Pair a browser's extension, or a program, with the code on the start page

    The token that comes back works from this extension alone, or where a program paired, without an Origin.
    """
    here = local_state()
    here.codes.redeem(asked["code"])
    try:
        return {"token": here.tokens.pair(request.origin or NO_ORIGIN)}
    except (OSError, sqlite3.Error):
        raise Refusal("not_kept") from None


@blueprint.route("/proofs", methods=["POST"])
@from_no_page
@described(*OF_EVERY_BODY, "no_codes", "not_ready")
@blueprint.arguments(schemas.ProofRequestSchema, description=BODY, example=EXAMPLES["proof_request"])
@blueprint.response(200, schemas.ProofSchema, example=EXAMPLES["proof"], headers=headers())
def create_proofs(asked: dict[str, str]) -> dict[str, list[str]]:
    """Prove that this is the server which gave a token

    Asked before a page is sent: whoever else listens at the port gets neither page nor token. A team's server
    proves itself by its certificate, and refuses with no_codes.
    """
    return {"proofs": local_state().tokens.proofs(asked["challenge"], request.host)}


@blueprint.route("/pairing")
@paired
@described(*OF_EVERY_TOKEN, security=[{"token": []}])
@blueprint.response(200, schemas.TokenSchema, example=EXAMPLES["token"], headers=headers())
def show_pairing() -> Token:
    """Say whose token this is, and until when it is good"""
    return cast(Token, g.holder)


@blueprint.route("/roles")
@described(parameters=[IF_NONE_MATCH])
@blueprint.alt_response(304, description="The client's copy is still right", headers=headers("ETag"))
@blueprint.response(200, schemas.RolesSchema, example=EXAMPLES["roles"], headers=headers("ETag"))
def list_roles() -> Response:
    """List the roles that fits are given for"""
    return revalidated(schemas.RolesSchema().dump({"roles": load_lexicon().roles}))


@blueprint.route("/health")
@described()
@blueprint.response(200, schemas.HealthSchema, example=EXAMPLES["health"], headers=headers())
def show_health() -> dict[str, str]:
    """Say that the server runs, and which it is"""
    return HEALTH


@blueprint.route("/ready")
@described("not_ready")
@blueprint.response(200, schemas.HealthSchema, example=EXAMPLES["health"], headers=headers())
def show_readiness() -> dict[str, str]:
    """Say that the server can read pages now

    It has its lexicon, and can check tokens; otherwise the answer is 503 not_ready.
    """
    load_lexicon()
    state().tokens.find("")
    return HEALTH

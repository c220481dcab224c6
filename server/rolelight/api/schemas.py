"""The wire: what requests may carry, and every reply but the reading; nothing else describes it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, post_load, pre_load, validate

from rolelight.api.wire import Reply, by_name, list_of, string
from rolelight.config import MAX_PAGE_CHARACTERS
from rolelight.errors import Refusal
from rolelight.page.model import Capture

MAX_CAPTURES = 8
MAX_SET_ASIDE = 500


class CaptureSchema(Schema):
    """The HTML of one page that the user looked at."""

    html = string("The trimmed HTML of the page.", required=True)
    url = string("The page's address.", load_default="", validate=validate.Length(max=4096))
    lang = string(
        "The page's language, as its html element says.", load_default="", validate=validate.Length(max=100)
    )

    @post_load
    def make_capture(self, data: dict[str, str], **_: object) -> Capture:
        """The capture as the page stage takes it."""
        return Capture(**data)


class ReadingRequestSchema(Schema):
    """What is to be read: pages of one person, and the role to be filled."""

    captures = fields.List(
        fields.Nested(CaptureSchema),
        required=True,
        validate=validate.Length(min=1, max=MAX_CAPTURES),
        metadata={"description": "The pages of one person: the profile, then its details pages."},
    )
    role = string("The id of a role.", load_default=None, allow_none=True, validate=validate.Length(max=100))
    skill = string(
        "The id of a skill.", load_default=None, allow_none=True, validate=validate.Length(max=100)
    )

    set_aside = fields.List(
        string("The id of a highlight.", validate=validate.Length(max=20)),
        load_default=(),
        validate=validate.Length(max=MAX_SET_ASIDE),
        metadata={
            "description": "Highlights of an earlier reading of the same captures that are not to count."
        },
    )

    @pre_load
    def refuse_nothing(self, data: Any, **_: object) -> Any:
        """Give a request without any page a code of its own."""
        if isinstance(data, dict) and data.get("captures") in (None, []):
            raise Refusal("no_captures", {"captures": ["Send from 1 to 8 captures."]})
        return data

    @post_load
    def refuse_too_large(self, data: dict[str, Any], **_: object) -> dict[str, Any]:
        """Refuse more HTML than any profile has."""
        if sum(len(capture.html) for capture in data["captures"]) > MAX_PAGE_CHARACTERS:
            raise Refusal("page_too_large", {"captures": ["Send at most 5,000,000 characters of HTML."]})
        return data


class PairingRequestSchema(Schema):
    """The code that the start page shows."""

    code = string("The pairing code, as ABCD-EFGH.", required=True, validate=validate.Length(max=40))


class PairingSchema(Reply):
    """The answer to a right code."""

    token = string("The token to send as Authorization: Bearer. It is shown this once.")


class ProofRequestSchema(Schema):
    """A question that only the server which gave a token can answer."""

    challenge = string(
        "Letters, digits, - and _, by chance and never used before.",
        required=True,
        # As browsers and JSON Schema read it; to Python, "$" would also stand before a last line break.
        validate=validate.Regexp(r"^[A-Za-z0-9_-]{16,128}$(?!\n)"),
    )


class ProofSchema(Reply):
    """The answer to a challenge."""

    proofs = list_of(
        string("64 hexadecimal digits."),
        "For each pairing, the HMAC-SHA256 of the challenge, a space and the request's Host, by the "
        "SHA-256 of the token.",
    )


class TokenSchema(Reply):
    """Whose token a request carries."""

    person = string("The person whom a team gave the token to; null on one's own machine.", allow_none=True)
    expires = string("The end of the token's time, in UTC; null where it has none.", allow_none=True)


class RoleSchema(Reply):
    """A role that a recruiter fills."""

    id = string("The id to ask with.")
    label = string("Its name for people, in English.")
    family = string("The id of the group of roles that it belongs to.")


class RolesSchema(Reply):
    """The roles that fits are given for."""

    roles = list_of(
        fields.Nested(RoleSchema), "The roles, those that the interface offers first at the beginning."
    )


class HealthSchema(Reply):
    """That the server runs, and which it is."""

    name = string("Rolelight.")
    server = string("The server's version.")
    api = string("The version of this API.")


class ErrorSchema(Reply):
    """Every refusal and failure."""

    code = string("A stable code.")
    message = string("What to do, in a sentence.")
    fields_ = by_name(fields.List(fields.String()), "What is wrong, by field.", data_key="fields")
    request_id = string("The id that the server's log has for the request.")

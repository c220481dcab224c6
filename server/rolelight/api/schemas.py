"""The wire: every field that a request may carry and that a reply carries, and nothing else describes it."""

from __future__ import annotations

from typing import Any

from marshmallow import INCLUDE, Schema, fields, post_load, pre_load, validate

from rolelight import API_VERSION
from rolelight.api.dumping import PlainSchema
from rolelight.config import MAX_PAGE_CHARACTERS
from rolelight.errors import Refusal
from rolelight.page.model import Capture

MAX_CAPTURES = 8
MAX_SET_ASIDE = 500


def _text(description: str, **options: Any) -> fields.String:
    return fields.String(metadata={"description": description}, **options)


class CaptureSchema(Schema):
    """The HTML of one page that the user looked at."""

    html = _text("The trimmed HTML of the page.", required=True)
    url = _text("The page's address.", load_default="", validate=validate.Length(max=4096))
    lang = _text(
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
    role = _text("The id of a role.", load_default=None, allow_none=True, validate=validate.Length(max=100))
    skill = _text("The id of a skill.", load_default=None, allow_none=True, validate=validate.Length(max=100))

    set_aside = fields.List(
        _text("The id of a highlight.", validate=validate.Length(max=20)),
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


class Reply(Schema):
    """What the server sends: every field is there each time, and a later server may send more of them."""

    class Meta:
        """Keeps the document from forbidding fields that it does not name."""

        unknown = INCLUDE

    def on_bind_field(self, _name: str, field: fields.Field[Any]) -> None:
        """Tell the document that the field is always there."""
        field.required = True


class WarningSchema(Reply):
    """Something on the page that could not be read."""

    code = _text("What is the matter with them.")
    text = _text("The page's own words, so that nothing is lost.")


def _by_name(values: fields.Field[Any], description: str, **options: Any) -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=values, metadata={"description": description}, **options)


def _texts(description: str) -> fields.Dict:
    return _by_name(fields.String(), description)


def _said(what: str) -> fields.String:
    """What the page says of an entry, in its own words, or null."""
    return _text(f"{what}, as the page says it.", allow_none=True)


def _nested(schema: type[Schema], description: str, **options: Any) -> fields.Nested:
    return fields.Nested(schema, metadata={"description": description}, **options)


def _list(inner: fields.Field[Any], description: str) -> fields.List[Any]:
    return fields.List(inner, metadata={"description": description})


class EntrySchema(Reply):
    """One item in a section: a position held, a degree, a skill."""

    id = _text("Its section and number.")
    title, company = _said("The position's title"), _said("The company")
    employment, workplace = _said("Full-time, contract and the like"), _said("Remote, on site or hybrid")
    location = _said("The place")
    start = _text('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    end = _text('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    current = fields.Boolean(metadata={"description": "True while it has not ended."})
    duration = fields.Integer(
        allow_none=True, metadata={"description": "In months, where the page states it."}
    )
    school, degree, field = _said("The school"), _said("The degree"), _said("The field of study")
    activities, grade = _said("Activities at the school"), _said("The grade")
    name, issuer = _said("The name of a skill, certificate or language"), _said("Who issued the certificate")
    level = _said("The level of a language")
    skills = _list(fields.String(), "The skills named in the entry.")
    blocks = _list(fields.String(), "The ids of its blocks, in reading order.")
    basis = _texts("How each of them is known: key, heading, line_shape or position.")


class SectionSchema(Reply):
    """A part of a profile, and how much of it the page showed."""

    kind = _text("experience, education, skills, about and the like.")
    state = _text("present, empty, not_loaded, truncated or redacted.")
    basis = _text("How it was found: key, anchor, heading or address.")
    entries = _list(fields.Nested(EntrySchema), "Its items, in the page's order.")


class ProfileSchema(Reply):
    """What the captures say, as data."""

    page_state = _text("profile, or what the page is instead.")
    shape = _text("The generation of page mark-up.")
    reason = _text("By what page state and shape were told.")
    url = _text("The address of the page; of several, of the profile.")
    text_language = _text(
        '"en", "de", "fr", "es", "pt", "it", "nl" or "other"; empty where there is too little text.'
    )
    sections = _list(fields.Nested(SectionSchema), "The parts of the profile, in the page's order.")
    warnings = _list(fields.Nested(WarningSchema), "What could not be read.")


class QuoteSchema(Reply):
    """The words, and up to 32 characters on each side: they verify an offset and find it again."""

    exact = _text("The words themselves.")
    prefix = _text("What stands before them in the block.")
    suffix = _text("What stands after them in the block.")


def _weights(description: str) -> fields.Dict:
    return _by_name(fields.Float(), description)


class HighlightSchema(Reply):
    """A signal found on the page, and what it speaks for."""

    id = _text("The same in every reading of the same captures.")
    signal = _text("The id of the signal that the words are.")
    kind = _text("phrase, title, skill, education or warning.")
    section = _text("The kind of its section.")
    entry = _text("The id of its entry.")
    capture = fields.Integer(metadata={"description": "The index of its capture."})
    block = _text("The id of its block in the capture.")
    start = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    end = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    quote = _nested(QuoteSchema, "The words with what stands around them.")
    context = _text("plain, negated, learning, slight, past, course, others, name or set_aside.")
    direction = _text("for, against or unclear.")
    strength = fields.Integer(metadata={"description": "1 to 3."})
    weights = _weights("The log-odds that it adds, by role.")
    directions = _texts("for or against, by role; a role without one is unclear.")
    reasons = _texts("Why it does not count more, by role, in plain English.")
    note = _text("Why it matters, in plain English.")


class PeriodSchema(Reply):
    """A stretch of the timeline: what the skill was used for in those years."""

    from_ = _text('The first year, as "2019".', data_key="from")
    to = _text("The last year; this year while the position lasts.")
    use = _text("The id of the use.")
    p = fields.Float(metadata={"description": "The probability of the use, to two decimals."})


class SkillUsesSchema(Reply):
    """What one ambiguous skill was used for."""

    career = _weights("The probability of each use.")
    entries = _by_name(_weights("The probability of each use."), "The same by the id of an entry.")
    timeline = _list(fields.Nested(PeriodSchema), "The uses year by year, the earliest first.")
    main = _list(fields.String(), "The clear uses, strongest first.")


class FitLineSchema(Reply):
    """A line of the balance sheet."""

    text = _text("What the line is for: the words, or a part of the sum.")
    weight = fields.Float(metadata={"description": "In log-odds; the lines add up to the verdict's."})
    highlights = _list(fields.String(), "The ids of its highlights.")


class FitSchema(Reply):
    """The verdict for a role and the sums behind it."""

    verdict = _text("strong, possible, unlikely or not_enough_evidence.")
    probability = fields.Float(metadata={"description": "From 0 to 1, as the evidence has it."})
    coverage = fields.Float(metadata={"description": "The share of positions that say more than a title."})
    skill = _text(
        "The id of the skill that the fit is for; null where the page does not name it, or where what it was "
        "used for does not tell of the role's work.",
        allow_none=True,
    )
    lines = _list(fields.Nested(FitLineSchema), "The balance sheet.")
    missing = _list(fields.String(), "What the page does not show, in sentences.")
    questions = _list(fields.String(), "Three to ask the candidate, the most telling first.")


class ReadingSchema(PlainSchema, Reply):
    """The whole answer: profile, highlights, uses of skills and fits for roles."""

    api = fields.Constant(
        API_VERSION,
        metadata={"description": "The API's version.", "type": "string", "enum": [API_VERSION]},
    )
    profile = _nested(ProfileSchema, "What the page says.")
    highlights = _list(fields.Nested(HighlightSchema), "The evidence, in reading order.")
    uses = _by_name(fields.Nested(SkillUsesSchema), "By the id of a skill, what it was used for.")
    fits = _by_name(fields.Nested(FitSchema), "By the id of a role, how the evidence fits it.")
    role = _text("The id of the role asked for.", allow_none=True)
    fit = _nested(FitSchema, "The fit for the role asked for.", allow_none=True)


class PairingRequestSchema(Schema):
    """The code that the start page shows."""

    code = _text("The pairing code, as ABCD-EFGH.", required=True, validate=validate.Length(max=40))


class PairingSchema(Reply):
    """The answer to a right code."""

    token = _text("The token to send as Authorization: Bearer. It is shown this once.")


class ProofRequestSchema(Schema):
    """A question that only the server which gave a token can answer."""

    challenge = _text(
        "Letters, digits, - and _, by chance and never used before.",
        required=True,
        validate=validate.Regexp(r"[A-Za-z0-9_-]{16,128}\Z"),
    )


class ProofSchema(Reply):
    """The answer to a challenge."""

    proofs = _list(
        _text("64 hexadecimal digits."),
        "For each token in use, the HMAC-SHA256 of the challenge, a space and the request's Host, by the "
        "SHA-256 of the token.",
    )


class TokenSchema(Reply):
    """Whose token a request carries."""

    person = _text("The person whom a team gave the token to; null on one's own machine.", allow_none=True)
    expires = _text("The end of the token's time, in UTC; null where it has none.", allow_none=True)


class RoleSchema(Reply):
    """A role that a recruiter fills."""

    id = _text("The id to ask with.")
    label = _text("Its name for people, in English.")
    family = _text("The id of the group of roles that it belongs to.")


class RolesSchema(Reply):
    """The roles that fits are given for."""

    roles = _list(
        fields.Nested(RoleSchema), "The roles, those that the interface offers first at the beginning."
    )


class HealthSchema(Reply):
    """That the server runs, and which it is."""

    name = _text("Rolelight.")
    server = _text("The server's version.")
    api = _text("The version of this API.")


class ErrorSchema(Reply):
    """Every refusal and failure."""

    code = _text("A stable code.")
    message = _text("What to do, in a sentence.")
    fields_ = _by_name(fields.List(fields.String()), "What is wrong, by field.", data_key="fields")
    request_id = _text("The id that the server's log has for the request.")

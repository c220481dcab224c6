"""The wire: every field that a request may carry and that a reply carries, and nothing else describes it."""

from __future__ import annotations

from typing import Any

from marshmallow import Schema, fields, post_load, pre_load, validate

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


class WarningSchema(Schema):
    """Something on the page that could not be read."""

    code = fields.String()
    text = _text("The page's own words, so that nothing is lost.")


def _texts(description: str) -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=fields.String(), metadata={"description": description})


def _said() -> fields.String:
    """What the page says of an entry, in its own words, or null."""
    return fields.String(allow_none=True)


class EntrySchema(Schema):
    """One item in a section: a position held, a degree, a skill."""

    id = fields.String()
    title, company, employment, workplace, location = _said(), _said(), _said(), _said(), _said()
    start = _text('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    end = _text('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    current = fields.Boolean(metadata={"description": "True while it has not ended."})
    duration = fields.Integer(
        allow_none=True, metadata={"description": "In months, where the page states it."}
    )
    school, degree, field, activities, grade = _said(), _said(), _said(), _said(), _said()
    name, issuer, level = _said(), _said(), _said()
    skills = fields.List(fields.String(), metadata={"description": "The skills named in the entry."})
    blocks = fields.List(
        fields.String(), metadata={"description": "The ids of its blocks, in reading order."}
    )
    basis = _texts("How each of them is known: key, heading, line_shape or position.")


class SectionSchema(Schema):
    """A part of a profile, and how much of it the page showed."""

    kind = fields.String()
    state = _text("present, empty, not_loaded, truncated or redacted.")
    basis = _text("How it was found: key, anchor, heading or address.")
    entries = fields.List(fields.Nested(EntrySchema))


class ProfileSchema(Schema):
    """What the captures say, as data."""

    page_state = _text("profile, or what the page is instead.")
    shape = _text("The generation of page mark-up.")
    reason = _text("By what page state and shape were told.")
    url = fields.String()
    text_language = fields.String()
    sections = fields.List(fields.Nested(SectionSchema))
    warnings = fields.List(fields.Nested(WarningSchema))


class QuoteSchema(Schema):
    """The words, and up to 32 characters on each side: they verify an offset and find it again."""

    exact = fields.String()
    prefix = fields.String()
    suffix = fields.String()


def _weights(description: str) -> fields.Dict:
    return fields.Dict(keys=fields.String(), values=fields.Float(), metadata={"description": description})


class HighlightSchema(Schema):
    """A signal found on the page, and what it speaks for."""

    id = _text("The same in every reading of the same captures.")
    signal = fields.String()
    kind = _text("phrase, title, skill, education or warning.")
    section = fields.String()
    entry = fields.String()
    capture = fields.Integer(metadata={"description": "The index of its capture."})
    block = fields.String()
    start = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    end = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    quote = fields.Nested(QuoteSchema)
    context = _text("plain, negated, learning, slight, past, course, others, name or set_aside.")
    direction = _text("for, against or unclear.")
    strength = fields.Integer(metadata={"description": "1 to 3."})
    weights = _weights("The log-odds that it adds, by role.")
    directions = _texts("for or against, by role; a role without one is unclear.")
    reasons = _texts("Why it does not count more, by role, in plain English.")
    note = _text("Why it matters, in plain English.")


class PeriodSchema(Schema):
    """A stretch of the timeline: what the skill was used for in those years."""

    from_ = _text('The first year, as "2019".', data_key="from")
    to = _text("The last year; this year while the position lasts.")
    use = fields.String()
    p = fields.Float(metadata={"description": "The probability of the use, to two decimals."})


class SkillUsesSchema(Schema):
    """What one ambiguous skill was used for."""

    career = _weights("The probability of each use.")
    entries = fields.Dict(keys=fields.String(), values=_weights("The probability of each use."))
    timeline = fields.List(fields.Nested(PeriodSchema))
    main = fields.List(fields.String(), metadata={"description": "The clear uses, strongest first."})


class FitLineSchema(Schema):
    """A line of the balance sheet."""

    text = fields.String()
    weight = fields.Float(metadata={"description": "In log-odds; the lines add up to the verdict's."})
    highlights = fields.List(fields.String())


class FitSchema(Schema):
    """The verdict for a role and the sums behind it."""

    verdict = _text("strong, possible, unlikely or not_enough_evidence.")
    probability = fields.Float()
    coverage = fields.Float(metadata={"description": "The share of positions that say more than a title."})
    skill = _text(
        "The id of the skill that the fit is for; null where the page does not name it, or where what it was "
        "used for does not tell of the role's work.",
        allow_none=True,
    )
    lines = fields.List(fields.Nested(FitLineSchema))
    missing = fields.List(fields.String())
    questions = fields.List(
        fields.String(), metadata={"description": "Three to ask the candidate, the most telling first."}
    )


class ReadingSchema(PlainSchema):
    """The whole answer: profile, highlights, uses of skills and fits for roles."""

    api = fields.Constant(API_VERSION, metadata={"type": "string", "enum": [API_VERSION]})
    profile = fields.Nested(ProfileSchema)
    highlights = fields.List(fields.Nested(HighlightSchema))
    uses = fields.Dict(keys=fields.String(), values=fields.Nested(SkillUsesSchema))
    fits = fields.Dict(keys=fields.String(), values=fields.Nested(FitSchema))
    role = _text("The id of the role asked for.", allow_none=True)
    fit = fields.Nested(FitSchema, allow_none=True)


class PairingRequestSchema(Schema):
    """The code that the start page shows."""

    code = _text("The pairing code, as ABCD-EFGH.", required=True, validate=validate.Length(max=40))


class PairingSchema(Schema):
    """The answer to a right code."""

    token = _text("The token to send as Authorization: Bearer. It is shown this once.")


class RoleSchema(Schema):
    """A role that a recruiter fills."""

    id = fields.String()
    label = fields.String()
    family = fields.String()


class RolesSchema(Schema):
    """The roles that fits are given for."""

    roles = fields.List(fields.Nested(RoleSchema))


class HealthSchema(Schema):
    """That the server runs, and which it is."""

    name = fields.String()
    server = _text("The server's version.")
    api = _text("The version of this API.")


class ErrorSchema(Schema):
    """Every refusal and failure."""

    code = _text("A stable code.")
    message = _text("What to do, in a sentence.")
    fields_ = fields.Dict(
        data_key="fields",
        keys=fields.String(),
        values=fields.List(fields.String()),
        metadata={"description": "What is wrong, by field."},
    )
    request_id = fields.String()

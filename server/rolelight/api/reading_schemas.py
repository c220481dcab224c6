"""The wire: a reading, which is the answer to the pages of one person."""

from __future__ import annotations

from marshmallow import fields

from rolelight import API_VERSION
from rolelight.api.dumping import PlainSchema
from rolelight.api.wire import Reply, by_name, list_of, nested, string


class WarningSchema(Reply):
    """Something on the page that could not be read."""

    code = string("What is the matter with them.")
    text = string("The page's own words, so that nothing is lost.")


def _texts(description: str) -> fields.Dict:
    return by_name(fields.String(), description)


def _said(what: str) -> fields.String:
    """What the page says of an entry, in its own words, or null."""
    return string(f"{what}, as the page says it.", allow_none=True)


class EntrySchema(Reply):
    """One item in a section: a position held, a degree, a skill."""

    id = string("Its section and number.")
    title, company = _said("The position's title"), _said("The company")
    employment, workplace = _said("Full-time, contract and the like"), _said("Remote, on site or hybrid")
    location = _said("The place")
    start = string('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    end = string('"2020-03", "2020" or null, as exactly as the page says.', allow_none=True)
    current = fields.Boolean(metadata={"description": "True while it has not ended."})
    duration = fields.Integer(
        allow_none=True, metadata={"description": "In months, where the page states it."}
    )
    school, degree, field = _said("The school"), _said("The degree"), _said("The field of study")
    activities, grade = _said("Activities at the school"), _said("The grade")
    name, issuer = _said("The name of a skill, certificate or language"), _said("Who issued the certificate")
    level = _said("The level of a language")
    skills = list_of(fields.String(), "The skills named in the entry.")
    blocks = list_of(fields.String(), "The ids of its blocks, in reading order.")
    basis = _texts("How each of them is known: key, heading, line_shape or position.")


class SectionSchema(Reply):
    """A part of a profile, and how much of it the page showed."""

    kind = string("experience, education, skills, about and the like.")
    state = string("present, empty, not_loaded, truncated or redacted.")
    basis = string("How it was found: key, anchor, heading or address.")
    entries = list_of(fields.Nested(EntrySchema), "Its items, in the page's order.")


class ProfileSchema(Reply):
    """What the captures say, as data."""

    page_state = string("profile, or what the page is instead.")
    shape = string("The generation of page mark-up.")
    reason = string("By what page state and shape were told.")
    url = string("The address of the page; of several, of the profile.")
    text_language = string(
        '"en", "de", "fr", "es", "pt", "it", "nl" or "other"; empty where there is too little text.'
    )
    sections = list_of(fields.Nested(SectionSchema), "The parts of the profile, in the page's order.")
    warnings = list_of(fields.Nested(WarningSchema), "What could not be read.")


class QuoteSchema(Reply):
    """The words, and up to 32 characters on each side: they verify an offset and find it again."""

    exact = string("The words themselves.")
    prefix = string("What stands before them in the block.")
    suffix = string("What stands after them in the block.")


def _weights(description: str) -> fields.Dict:
    return by_name(fields.Float(), description)


class HighlightSchema(Reply):
    """A signal found on the page, and what it speaks for."""

    id = string("The same in every reading of the same captures.")
    signal = string("The id of the signal that the words are.")
    kind = string("phrase, title, skill, education or warning.")
    section = string("The kind of its section.")
    entry = string("The id of its entry.")
    capture = fields.Integer(metadata={"description": "The index of its capture."})
    block = string("The id of its block in the capture.")
    start = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    end = fields.Integer(metadata={"description": "In UTF-16 units over the block's text."})
    quote = nested(QuoteSchema, "The words with what stands around them.")
    context = string("plain, negated, learning, slight, past, course, others, name or set_aside.")
    direction = string("for, against or unclear.")
    strength = fields.Integer(metadata={"description": "1 to 3."})
    weights = _weights("The log-odds that it adds, by role.")
    directions = _texts("for or against, by role; a role without one is unclear.")
    reasons = _texts("Why it does not count more, by role, in plain English.")
    note = string("Why it matters, in plain English.")


class PeriodSchema(Reply):
    """A stretch of the timeline: what the skill was used for in those years."""

    from_ = string('The first year, as "2019".', data_key="from")
    to = string("The last year; this year while the position lasts.")
    use = string("The id of the use.")
    p = fields.Float(metadata={"description": "The probability of the use, to two decimals."})


class SkillUsesSchema(Reply):
    """What one ambiguous skill was used for."""

    career = _weights("The probability of each use.")
    entries = by_name(_weights("The probability of each use."), "The same by the id of an entry.")
    timeline = list_of(fields.Nested(PeriodSchema), "The uses year by year, the earliest first.")
    main = list_of(fields.String(), "The clear uses, strongest first.")


class FitLineSchema(Reply):
    """A line of the balance sheet."""

    text = string("What the line is for: the words, or a part of the sum.")
    weight = fields.Float(metadata={"description": "In log-odds; the lines add up to the verdict's."})
    highlights = list_of(fields.String(), "The ids of its highlights.")


class FitSchema(Reply):
    """The verdict for a role and the sums behind it."""

    verdict = string("strong, possible, unlikely or not_enough_evidence.")
    probability = fields.Float(metadata={"description": "From 0 to 1, as the evidence has it."})
    coverage = fields.Float(metadata={"description": "The share of positions that say more than a title."})
    skill = string(
        "The id of the skill that the fit is for; null where the page does not name it, or where what it was "
        "used for does not tell of the role's work.",
        allow_none=True,
    )
    lines = list_of(fields.Nested(FitLineSchema), "The balance sheet.")
    missing = list_of(fields.String(), "What the page does not show, in sentences.")
    questions = list_of(fields.String(), "Three to ask the candidate, the most telling first.")


class ReadingSchema(PlainSchema, Reply):
    """The whole answer: profile, highlights, uses of skills and fits for roles."""

    api = fields.Constant(
        API_VERSION,
        metadata={"description": "The API's version.", "type": "string", "enum": [API_VERSION]},
    )
    profile = nested(ProfileSchema, "What the page says.")
    highlights = list_of(fields.Nested(HighlightSchema), "The evidence, in reading order.")
    uses = by_name(fields.Nested(SkillUsesSchema), "By the id of a skill, what it was used for.")
    fits = by_name(fields.Nested(FitSchema), "By the id of a role, how the evidence fits it.")
    role = string("The id of the role asked for.", allow_none=True)
    fit = nested(FitSchema, "The fit for the role asked for.", allow_none=True)

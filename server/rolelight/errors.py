"""Every way in which Rolelight refuses input: a stable code, and a sentence that says what to do."""

from __future__ import annotations

REFUSALS: dict[str, tuple[int, str]] = {
    "bad_request": (400, "The request could not be understood. Send JSON as the API document describes."),
    "empty_body": (400, "The body is empty. Send a JSON object as the API document describes."),
    "not_json": (
        400,
        "The body is not valid JSON. Send a JSON object with the content type application/json.",
    ),
    "bad_gzip": (
        400,
        "The body is not whole, valid gzip. Send one gzip stream, or leave Content-Encoding out.",
    ),
    "json_too_deep": (
        400,
        "The JSON is nested too deeply. Send a plain object as the API document describes.",
    ),
    "bad_host": (
        400,
        "This address is not served. Open Rolelight at 127.0.0.1 with its port, or at your team's address.",
    ),
    "not_paired": (
        401,
        "This browser is not paired. Enter the pairing code, or your team's token, in Rolelight's options.",
    ),
    "token_expired": (401, "This token has expired. Ask whoever runs your team's server for a new one."),
    "cross_site": (403, "Requests from other web sites are refused. Use the paired browser extension."),
    "wrong_origin": (403, "This token belongs to another browser. Pair this browser with a code of its own."),
    "wrong_code": (403, "The pairing code is wrong or has expired. Read the present code on the start page."),
    "no_codes": (
        403,
        "A team's server gives no tokens for codes. Enter the token that you were given by whoever runs it.",
    ),
    "too_many_tries": (
        429,
        "Too many wrong pairing codes. Wait a minute, then use the new code on the start page.",
    ),
    "not_found": (404, "There is nothing at this address. The API document lists every address."),
    "method_not_allowed": (
        405,
        "This address does not take that method. The Allow header names those it takes.",
    ),
    "page_too_large": (
        413,
        "The page is larger than 5 MB. Open a shorter view of the profile and try again.",
    ),
    "not_json_type": (415, "The content type must be application/json."),
    "unsupported_encoding": (
        415,
        "The body is compressed in a way that is not taken. Send it as gzip, or leave Content-Encoding out.",
    ),
    "invalid_fields": (422, "Some fields are missing or wrong. See fields."),
    "no_captures": (422, "There is no page to read. Send at least one capture."),
    "page_too_complex": (
        422,
        "The page has too many elements to be a profile. Open the profile page itself.",
    ),
    "page_too_long": (422, "The page holds more text than a profile could. Open the profile page itself."),
    "different_people": (422, "These pages belong to different people. Send pages of one person at a time."),
    "unknown_role": (422, "There is no such role. GET /api/v1/roles lists the roles."),
    "unknown_highlight": (
        422,
        "There is no such highlight. Read these pages without set_aside, and send ids of that reading.",
    ),
    "unknown_skill": (422, "Uses of this skill are not known. Leave the skill out, or send python."),
    "too_many_requests": (429, "Too many requests in a short time. Wait a few seconds, then try again."),
    "not_kept": (
        507,
        "The pairing could not be written to the disk. See that it is not full, then enter a new code.",
    ),
    "not_ready": (
        503,
        "The tokens cannot be read now. Try again soon; on your own machine, run rolelight doctor.",
    ),
    "unavailable": (
        503,
        "The server is not running or is busy. Try again soon, or tell whoever runs it.",
    ),
    "internal": (
        500,
        "Something went wrong inside Rolelight. Nothing was kept; please report the request id.",
    ),
}

PAUSE_SECONDS = 60.0

# What a refusal says in headers besides.
HEADERS: dict[str, dict[str, str]] = {
    "not_paired": {"WWW-Authenticate": "Bearer"},
    "token_expired": {"WWW-Authenticate": "Bearer"},
    "too_many_tries": {"Retry-After": f"{PAUSE_SECONDS:.0f}"},
    "too_many_requests": {"Retry-After": "5"},
    "not_ready": {"Retry-After": "5"},
    "unavailable": {"Retry-After": "5"},
    "unsupported_encoding": {"Accept-Encoding": "gzip"},
}


class Refusal(Exception):  # noqa: N818 - a refusal is the caller's, not an error of ours
    """Input that cannot be taken; ``code`` is a key of REFUSALS and ``fields`` says where, without values."""

    def __init__(self, code: str, fields: dict[str, list[str]] | None = None) -> None:
        super().__init__(code)
        self.code = code
        self.status, self.message = REFUSALS[code]
        self.fields = fields or {}

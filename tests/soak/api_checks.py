"""What schemathesis checks of each answer besides its own checks."""

from __future__ import annotations

from typing import Any

import schemathesis
from schemathesis import Case, CheckContext, GenerationMode, Response

# Of data that fits the schema, what the server alone can know.
KNOWN_TO_THE_SERVER = {
    *("unknown_role", "unknown_skill", "unknown_highlight", "different_people"),
    *("page_too_complex", "page_too_long"),
}
REFUSED = 422


@schemathesis.check
def refused_for_what_the_server_alone_knows(_: CheckContext, response: Response, case: Case[Any]) -> None:
    """Data that fits the schema is never refused for its form."""
    fits = case.meta is not None and case.meta.generation.mode is GenerationMode.POSITIVE
    if fits and response.status_code == REFUSED:
        assert response.json()["code"] in KNOWN_TO_THE_SERVER


@schemathesis.check
def errors_have_one_shape(_: CheckContext, response: Response, __: Case[Any]) -> None:
    """Whatever is refused, and however, the answer has the four fields."""
    if response.status_code >= 400:
        assert set(response.json()) == {"code", "message", "fields", "request_id"}

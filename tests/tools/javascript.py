"""JavaScript as the extension's checks look at it: the code without its comments."""

from __future__ import annotations

import re

# A string is matched first, so that the slashes of an address in it begin no comment.
_STRING_OR_COMMENT = re.compile(
    r""" ("(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])*' | `(?:\\.|[^`\\])*`) | /\*.*?\*/ | //[^\n]* """,
    re.DOTALL | re.VERBOSE,
)


def without_comments(code: str) -> str:
    """Code with a space for each comment."""
    return _STRING_OR_COMMENT.sub(lambda found: found[1] or " ", code)

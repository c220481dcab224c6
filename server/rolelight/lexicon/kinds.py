"""The kinds of signal, and which of them are looked for together."""

from __future__ import annotations

KINDS = ("phrase", "title", "skill", "education", "warning")

# A title's words speak for the person only in a title or where people introduce themselves; a degree's words
# ("Statistics") only in the education section. Of two signals with the same words, the earlier kind is found.
IN_TITLES = ("title", "skill", "warning")
IN_INTRODUCTIONS = ("title", "phrase", "skill", "warning")
IN_TEXT = ("phrase", "skill", "warning")
IN_DEGREES = ("education",)
IN_COURSES = IN_TEXT + IN_DEGREES

KINDS_TOGETHER = (IN_TEXT, IN_TITLES, IN_INTRODUCTIONS, IN_DEGREES, IN_COURSES)

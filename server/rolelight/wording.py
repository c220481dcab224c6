"""The terminal's words and colours for the ids in a reading: directions, verdicts and states."""

from __future__ import annotations

# The words carry the meaning, colour only helps.
DIRECTION_COLOURS = {"for": "green", "against": "red", "unclear": "yellow"}

VERDICTS = {
    "strong": "strong evidence",
    "possible": "possible",
    "unlikely": "unlikely",
    "not_enough_evidence": "not enough evidence",
}
VERDICT_COLOURS = {"strong": "green", "possible": "yellow", "unlikely": "red"}

PAGE_STATES = {
    "stale": "This is a profile, but the page had not finished loading. Reload it and save it again.",
    "sign_in_wall": "This is a sign-in page, not a profile. Sign in, open the profile and save it again.",
    "guest_home": "This is the site's front page for visitors, not a profile.",
    "blocked": "The site refused to show the page. Open the profile in your browser and save it again.",
    "not_found": "The site says that there is no such profile.",
    "private": "This profile is private: the page shows nothing to read.",
    "search_results": "This is a list of search results. Open one profile and save that page.",
    "job_ad": "This is a job advertisement, not a profile.",
    "blank": "There is no text on this page to read.",
    "not_a_profile": "This page shows neither positions nor education. Open a profile and save that page.",
}
SECTION_STATES = {
    "empty": "the page shows this section without content",
    "not_loaded": "the page had not loaded this section",
    "truncated": "the page shows only the first entries",
    "redacted": "the page hides the content",
}

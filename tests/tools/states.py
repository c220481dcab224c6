"""The states of the product that the gallery has pictures of: on which page, and what is done there."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from browser.stub import TOKEN, Words

Verb = Literal["press", "focus", "show", "point", "run", "wait"]
Step = tuple[Verb, str]

WEB, ANALYST, JAVA = (f"demos/{name}.html" for name in ("web-developer", "data-analyst", "java-developer"))
START, OPTIONS, WELCOME = "start", "options/options.html", "welcome/welcome.html"
OWN_PAGES = (START, OPTIONS, WELCOME)
DESKTOP, PHONE, TWICE = (1280, 860, 1), (360, 700, 1), (640, 430, 2)

# In the page: what a state needs that no press gives.
TO_EXPERIENCE = "document.getElementById('experience').scrollIntoView()"
TYPE = """for (const [id, text] of [["team-address", {}], ["team-token", "of-ann-smith"]]) {{
  const field = document.getElementById(id);
  field.value = text;
  field.dispatchEvent(new Event("input", {{ bubbles: true }}));
}}"""
NEXT_PERSON = "history.pushState({}, '', '/demos/data-analyst.html')"

# What the stub finds on a page that has shown no more than its upper half.
NOT_LOADED = {
    "states": {"experience": "not_loaded", "skills": "truncated"},
    "words": (
        Words("Django", "headline", 0.6),
        Words("FastAPI", "headline", 0.3),
        Words("PostgreSQL", "about", 0.2),
    ),
}


def typed(address: str) -> Step:
    """Types a team's address, and a token."""
    return ("run", TYPE.format(json.dumps(address)))


OPEN: tuple[Step, ...] = (("press", ".opener"),)
TO_FOOT: tuple[Step, ...] = (*OPEN, ("show", ".panel footer"))
EXPERIENCE = "[data-section=experience]"


@dataclass(frozen=True)
class State:
    """A state; ``size`` is width, height and scale, ``server`` what the extension is set to speak to.

    ``shows`` is what is waited for before the steps: an element of the overlay, or of a page of Rolelight's.

    The steps of ``before`` are done before the click on the toolbar button, which the extension's own pages
    and the start page have none of; ``answers`` are for the stub.
    """

    name: str
    about: str
    page: str = WEB
    before: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    size: tuple[int, int, int] = DESKTOP
    server: Literal["rolelight", "stub", "nobody", "team"] = "rolelight"
    shows: str = ".opener"
    answers: Mapping[str, object] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def is_own_page(self) -> bool:
        """Whether the page is Rolelight's, and no profile."""
        return self.page in OWN_PAGES


def failure(name: str, about: str, **rest: object) -> State:
    """The state of a card that says what went wrong."""
    return State(f"failure-{name}", f"Failure: {about}", shows=".failure", **rest)  # type: ignore[arg-type]


def palette(name: str) -> State:
    """The highlights in a palette."""
    return State(
        f"palette-{name}", f"Palette: {name}", before=(("run", TO_EXPERIENCE),), settings={"palette": name}
    )


STATES = (
    State("start", "The start page", START, shows="main"),
    State("demo", "Highlights and badge"),
    State("experience", "Highlights in the experience section", before=(("run", TO_EXPERIENCE),)),
    State("panel", "The panel: likely", before=(("run", TO_EXPERIENCE),), steps=OPEN),
    State("panel-analyst", "The panel: unlikely", ANALYST, steps=OPEN),
    State("panel-java", "The panel: a Java developer", JAVA, steps=OPEN),
    State(
        "panel-experience",
        "The panel: experience, unclear evidence unfolded, a line focused",
        before=(("run", TO_EXPERIENCE),),
        steps=(
            *OPEN,
            ("show", EXPERIENCE),
            ("press", f"{EXPERIENCE} details summary"),
            ("show", EXPERIENCE),
            ("focus", f"{EXPERIENCE} .line"),
        ),
    ),
    State(
        "filters",
        "Two filters off",
        before=(("run", TO_EXPERIENCE),),
        steps=(*OPEN, ("press", ".filter.unclear"), ("press", ".filter.skill")),
    ),
    State(
        "set-aside",
        "Two lines set aside",
        steps=(
            *OPEN,
            ("press", "li:not(.aside) .strike"),
            ("wait", "li.aside"),
            ("press", f"{EXPERIENCE} li:not(.aside) .strike"),
            ("wait", f"{EXPERIENCE} li.aside"),
            ("show", ".balance"),
        ),
    ),
    State("sums", "The sums unfolded", steps=(*OPEN, ("press", ".sums summary"), ("show", ".sums"))),
    State("lists", "What is missing, and questions", ANALYST, steps=(*OPEN, ("show", ".part:has(.list)"))),
    State("copied", "The summary copied", steps=(*OPEN, ("press", "[data-key=copy_summary]"))),
    State("off", "Highlights off", before=(("run", TO_EXPERIENCE),), steps=(("press", ".toggle"),)),
    State("dot", "The dot", settings={"collapsed": True}, shows=".dot"),
    State("bottom-left", "In another corner", settings={"corner": "bottom-left"}, steps=OPEN),
    State("tooltip", "Why these words matter", before=(("run", TO_EXPERIENCE),), steps=(("point", "for-3"),)),
    State("waiting", "Waiting", server="stub", shows=".waiting"),
    State("offer", "After going on within the site", steps=(("run", NEXT_PERSON), ("wait", ".offer"))),
    failure("not-running", "the server is not running", server="nobody"),
    failure("not-paired", "not paired", settings={"token": ""}),
    failure("not-a-profile", "no profile", server="stub", answers={"page_state": "job_ad"}),
    failure(
        "too-large",
        "too large",
        server="stub",
        answers={"status": 413, "body": b'{"code": "page_too_large"}'},
    ),
    failure("team-not-running", "no team's server", server="team", answers={"headers": {}, "status": 502}),
    State("not-loaded", "Experience is not loaded", server="stub", answers=NOT_LOADED, steps=OPEN),
    palette("standard"),
    palette("contrast"),
    palette("underlines"),
    State("narrow", "A narrow window", size=PHONE),
    State("narrow-panel", "A narrow window with the panel", size=PHONE, steps=OPEN),
    State("twice", "At 200%", size=TWICE),
    State("twice-panel", "At 200% with the panel", size=TWICE, steps=OPEN),
    State(
        "options", "The options", OPTIONS, shows="body:has(#state[data-standing=paired]):has(#role option)"
    ),
    State(
        "options-code",
        "The options, not paired",
        OPTIONS,
        settings={"token": ""},
        shows="body:has(#state[data-standing=ready]):has(#role option)",
    ),
    State(
        "options-team-form",
        "The options, a team's address typed",
        OPTIONS,
        shows="body:has(#team:not([hidden])):has(#role option)",
        steps=(typed("https://rolelight.example.com"),),
    ),
    State(
        "options-team-refused",
        "The options, an address refused, in a narrow window",
        OPTIONS,
        shows="body:has(#team:not([hidden])):has(#role option)",
        steps=(
            typed("http://rolelight.example.com"),
            ("press", "#team-send"),
            ("wait", "#team-refusal strong"),
        ),
        size=PHONE,
    ),
    State(
        "options-team",
        "The options, connected to a team's server",
        OPTIONS,
        server="team",
        shows="body:has(#state[data-standing=paired]):has(#role option)",
    ),
    State(
        "options-team-narrow",
        "The same in a narrow window",
        OPTIONS,
        server="team",
        shows="body:has(#state[data-standing=paired]):has(#role option)",
        size=PHONE,
    ),
    State(
        "options-team-expired",
        "The options, the team's token has expired",
        OPTIONS,
        server="team",
        answers={"refusals": {"pairing": (401, "token_expired")}},
        shows="body:has(#state[data-standing=failed]):has(#team:not([hidden])):has(#role option)",
    ),
    State("panel-team", "The end of the panel: read by a team's server", server="team", steps=TO_FOOT),
    State(
        "welcome",
        "The welcome, before the server runs",
        WELCOME,
        server="nobody",
        shows="[data-step=now]:has(#state strong)",
    ),
    State(
        "welcome-pair",
        "The welcome, not paired",
        WELCOME,
        settings={"token": ""},
        shows="#pair[data-step=now]",
    ),
    State("welcome-done", "The welcome, paired", WELCOME, shows="#done[data-step=now]"),
)

UNSET = {"team": "", "token": TOKEN, "palette": "standard", "corner": "top-right", "collapsed": False}

"""A server for odd answers: it reads nothing, but answers as a test tells it to."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any

from bs4 import BeautifulSoup

from browser.sites import QuietHandler, listening

TOKEN = "any-token-will-do"  # noqa: S105 - opens nothing
WEB, DATA = "back-end-web-developer", "data-analyst"
HEADERS = {"X-Rolelight-Server": "0.1.0", "X-Rolelight-API": "1.0", "Content-Type": "application/json"}
PAIRING = {"person": "Ann Smith", "expires": "2027-02-21T12:00:00Z"}
ROLES = {
    "roles": [
        {"id": WEB, "label": "Back-end web developer", "family": "web"},
        {"id": DATA, "label": "Data analyst / scientist", "family": "analysis"},
    ]
}


@dataclass(frozen=True)
class Words:
    """Words that the stub finds in a capture: where they stand, and their weight for the web role."""

    exact: str
    section: str
    weight: float
    direction: str = "for"
    prefix: str | None = None  # None: as it stands on the page
    reason: str = ""  # why it does not count more for the web role
    signal: str = ""  # the words themselves, unless several words are one signal


PROFILE_WORDS = (
    Words("Web Developer", "headline", 0.6),
    Words("Django", "about", 0.5),
    Words("pandas", "about", -0.4, "against"),
    Words("Software Engineer", "experience", 0.05, "unclear"),
    Words("Flask", "experience", 0.5, reason="Several words here say the same."),
)


@dataclass
class Stub:
    """What the stub answers, and what it was asked; ``body`` is that of readings.

    ``held`` keeps what was read back until it is set.
    """

    port: int = 0
    status: int = 200
    body: bytes | None = None
    headers: dict[str, str] = field(default_factory=lambda: dict(HEADERS))
    words: tuple[Words, ...] = PROFILE_WORDS
    page_state: str = "profile"
    states: dict[str, str] = field(default_factory=dict)
    timeline: list[dict[str, Any]] = field(default_factory=list)
    first_page_words: tuple[Words, ...] = ()
    refuses_several: bool = False
    can_prove: bool = True  # that it gave the token
    pairing: dict[str, str | None] = field(default_factory=lambda: dict(PAIRING))
    refusals: dict[str, tuple[int, str]] = field(default_factory=dict)  # by path: the status and the code
    heard: list[tuple[str, str | None]] = field(
        default_factory=list
    )  # the path and the token of each request
    asked: list[dict[str, Any]] = field(default_factory=list)
    arrived: threading.Event = field(default_factory=threading.Event)
    held: threading.Event | None = None

    def hold(self) -> None:
        """Keeps readings back from now on."""
        self.held = threading.Event()

    def release(self) -> None:
        """Lets the readings go that were kept back."""
        if self.held:
            self.held.set()

    def answer(self, path: str, asked: dict[str, Any] | None) -> bytes:
        """The body of the answer to a request."""
        if path.endswith("/roles"):
            return json.dumps(ROLES).encode()
        if path.endswith("/pairing"):
            return json.dumps(self.pairing).encode()
        if path.endswith("/proofs") and asked is not None:
            message = f"{asked['challenge']} 127.0.0.1:{self.port}".encode()
            if not self.can_prove:
                return b'{"proofs": []}'
            key = hashlib.sha256(TOKEN.encode()).digest()
            return json.dumps({"proofs": [hmac.new(key, message, "sha256").hexdigest()]}).encode()
        if not path.endswith("/readings") or asked is None:
            return b"{}"
        self.asked.append(asked)
        self.arrived.set()
        if self.body is not None:
            return self.body
        if self.refuses_several and len(asked["captures"]) > 1:
            return b'{"code": "different_people", "message": "", "fields": {}}'
        return json.dumps(self.read(asked)).encode()

    def read(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The reading of what was asked: the words stand on the last page, but for what is set aside."""
        pages = asked["captures"]
        reading = make_reading(pages[-1], self.words, self.page_state)
        for section in reading["profile"]["sections"]:
            section["state"] = self.states.get(section["kind"], section["state"])
        reading["uses"]["python"]["timeline"] = self.timeline
        for highlight in reading["highlights"]:
            highlight["capture"] = len(pages) - 1
        if len(pages) > 1:
            elsewhere = make_reading(pages[0], self.first_page_words, self.page_state)["highlights"]
            reading["highlights"] += [each | {"id": f"first-{each['id']}"} for each in elsewhere]
        for highlight in reading["highlights"]:
            if highlight["id"] in asked.get("set_aside", []):
                highlight |= {"context": "set_aside", "weights": {}, "directions": {}, "reasons": {}}
        _weigh(reading)
        return reading


@contextmanager
def running_stub(port: int = 0, tls: SSLContext | None = None) -> Iterator[Stub]:
    """Runs a stub on that port, or on a free one."""
    stub = Stub()

    class Handler(QuietHandler):
        def do_GET(self) -> None:  # noqa: N802 - the name is http.server's
            self.answer(None)

        def do_POST(self) -> None:  # noqa: N802
            self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def answer(self, asked: dict[str, Any] | None) -> None:
            name = self.path.rpartition("/")[2]
            stub.heard.append((name, self.headers["Authorization"]))
            if name in stub.refusals:
                status, code = stub.refusals[name]
                self.reply(status, json.dumps({"code": code}).encode(), stub.headers)
                return
            body = stub.answer(self.path, asked)
            if stub.held and name == "readings":
                stub.held.wait(10)
            status = 200 if name == "proofs" else stub.status
            self.reply(422 if b"different_people" in body else status, body, stub.headers)

    with listening(Handler, port, tls) as stub.port:
        try:
            yield stub
        finally:
            stub.release()


def make_reading(capture: dict[str, str], words: tuple[Words, ...], page_state: str) -> dict[str, Any]:
    """A reading of a capture that has these words."""
    highlights = [h for number, each in enumerate(words) for h in _highlight(capture["html"], each, number)]
    is_profile = page_state == "profile"
    kinds = ["headline", "about", "experience", "education", "skills"]
    sections = [{"kind": kind, "state": "present", "entries": [_entry(kind)]} for kind in kinds]
    fits = {WEB: _fit("strong", highlights), DATA: _fit("unlikely", highlights)}
    return {
        "api": "1.0",
        "profile": {
            "page_state": page_state,
            "shape": "generic",
            "url": capture["url"],
            "text_language": "en",
            "sections": sections if is_profile else [],
            "warnings": [],
        },
        "highlights": highlights if is_profile else [],
        "uses": {"python": {"career": {"web": 0.9}, "entries": {}, "timeline": [], "main": ["web"]}},
        "fits": fits if is_profile else {},
        "role": WEB,
        "fit": fits[WEB] if is_profile else None,
    }


def _weigh(reading: dict[str, Any]) -> None:
    """Takes what is set aside out of the sums; without anything that speaks for it, no role is likely."""
    for role, fit in reading["fits"].items():
        counted = {each["id"] for each in reading["highlights"] if each["context"] != "set_aside"}
        fit["lines"] = [line for line in fit["lines"] if counted.issuperset(line["highlights"])]
        if all(each["directions"].get(role) != "for" for each in reading["highlights"]):
            fit["verdict"] = "not_enough_evidence"


def _entry(kind: str) -> dict[str, Any]:
    title = "Software Engineer" if kind == "experience" else None
    empty = dict.fromkeys(["company", "start", "end", "school", "degree", "field", "name"])
    return {"id": f"{kind}-1", "title": title, "current": False, "blocks": [], **empty}


def _fit(verdict: str, highlights: list[dict[str, Any]]) -> dict[str, Any]:
    lines = [{"text": h["quote"]["exact"], "weight": 0.5, "highlights": [h["id"]]} for h in highlights]
    return {
        "verdict": verdict,
        "probability": 0.8,
        "coverage": 1.0,
        "skill": "python",
        "lines": [{"text": "Starting point", "weight": -1.0, "highlights": []}, *lines],
        "missing": ["No education is shown on this page."],
        "questions": ["Which part was yours?"],
    }


def _directions(weight: float) -> dict[str, str]:
    return {WEB: "for", DATA: "against"} if weight > 0 else {WEB: "against", DATA: "for"}


def _highlight(html: str, words: Words, number: int) -> list[dict[str, Any]]:
    """The highlight of words in the first block without inner blocks that has them, or a made-up one."""
    soup = BeautifulSoup(html, "lxml")
    for line_break in soup.find_all("br"):
        line_break.replace_with(" ")
    blocks = [tag for tag in soup.select("[data-rl-block]") if not tag.select("[data-rl-block]")]
    texts = {str(tag["data-rl-block"]): re.sub(r"\s+", " ", tag.get_text()).strip() for tag in blocks}
    block, text = next(((b, t) for b, t in texts.items() if words.exact in t), ("1", words.exact))
    start = text.index(words.exact)
    end = start + len(words.exact)
    prefix = text[max(0, start - 32) : start] if words.prefix is None else words.prefix
    units = len(text[:start].encode("utf-16-le")) // 2
    return [
        {
            "id": f"h{number}",
            "signal": words.signal or words.exact.lower(),
            "kind": "skill",
            "section": words.section,
            "entry": f"{words.section}-1",
            "capture": 0,
            "block": block,
            "start": units,
            "end": units + len(words.exact.encode("utf-16-le")) // 2,
            "quote": {"exact": words.exact, "prefix": prefix, "suffix": text[end : end + 32]},
            "context": "plain",
            "direction": words.direction,
            "strength": 2,
            "weights": {WEB: words.weight, DATA: -words.weight},
            "directions": {} if words.direction == "unclear" else _directions(words.weight),
            "reasons": {WEB: words.reason} if words.reason else {},
            "note": f"A note on {words.exact}.",
        }
    ]

"""Read captures as profiles: the page stage's whole line."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

from rolelight.page.detect import other_state, read_state, shape_of
from rolelight.page.language import text_language
from rolelight.page.limits import check_all
from rolelight.page.lines import View
from rolelight.page.model import Capture, Profile, Section
from rolelight.page.outline import Page
from rolelight.page.prune import prune
from rolelight.page.sections import read_sections
from rolelight.page.shapes.shape import slug_of
from rolelight.page.soup import parse
from rolelight.page.walk import outline

# Kinds whose words are the person's own and long enough to tell their language.
_PROSE = ("about", "description", "headline")


def read_pages(captures: Sequence[Capture], seconds: dict[str, float] | None = None) -> Iterator[Profile]:
    """Yield what each of one request's captures says.

    Adds the time of the stages prune, parse and profile to ``seconds``. Refuses page_too_large and
    page_too_complex, also where the captures are so together.
    """
    spent = {} if seconds is None else seconds
    with _timed(spent, "prune"):
        pruned = [prune(capture.html) for capture in captures]
        check_all(pruned)
    for index, (capture, page) in enumerate(zip(captures, pruned, strict=True)):
        with _without_collector():
            with _timed(spent, "parse"):
                soup = parse(page)
            with _timed(spent, "profile"):
                profile = _profile(outline(soup, capture.url, index))
        # A page that only sends elsewhere does so in a script, which is no part of the tree.
        is_sent = profile.page_state == "blank" and "authwall" in capture.html
        yield replace(profile, page_state="blocked", reason="its script") if is_sent else profile


def read_page(capture: Capture) -> Profile:
    """Return what one capture says; refuses as ``read_pages`` does."""
    return next(read_pages([capture]))


def _profile(page: Page) -> Profile:
    shape, mark = shape_of(page)
    view = View(page, shape.layer_of, shape.fields_of)
    layout = shape.layout(view)
    slug = slug_of(page.url) or min(layout.own_slugs, default="")
    finding = other_state(view, shape, layout)
    if finding is not None:
        return Profile(finding.state, shape.name, page.url, slug, reason=finding.reason)
    sections, warnings = read_sections(view, shape, layout)
    finding = read_state(view, shape, sections)
    if finding.state not in ("profile", "private"):
        return Profile(finding.state, shape.name, page.url, slug, reason=finding.reason)
    reason = f"{mark}; {finding.reason}"
    language = text_language(_prose(sections))
    return Profile(finding.state, shape.name, page.url, slug, language, sections, warnings, reason)


def _prose(sections: tuple[Section, ...]) -> Iterator[str]:
    for section in sections:
        for entry in section.entries if section.kind != "recommendations" else ():
            yield from (piece.text for piece in entry.pieces if piece.kind in _PROSE)


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    begun = perf_counter()
    try:
        yield
    finally:
        seconds[stage] = seconds.get(stage, 0.0) + perf_counter() - begun


@contextmanager
def _without_collector() -> Iterator[None]:
    """A tree is thousands of objects that live together: looking for garbage there takes a tenth more."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()

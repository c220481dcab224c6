"""Tell what a page is: its shape where it is a profile, or what it is instead, with the reason."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

import rtoml

from rolelight.page.headings import is_job_ad_heading
from rolelight.page.lines import View
from rolelight.page.model import Section
from rolelight.page.outline import Element, Page
from rolelight.page.shapes import (
    ember,
    generic,
    public,
    public_old,
    pvs,
    recruiter,
    recruiter_old,
    sales_navigator,
    sdui,
)
from rolelight.page.shapes.shape import Layout, Shape, details_kind, is_opaque, slug_of
from rolelight.page.vocabulary import MAX_LINE, plain

# The most frequent first; the last ones' marks are words that other pages may use too.
SHAPES: tuple[Shape, ...] = (
    sdui.SHAPE,
    pvs.SHAPE,
    public.SHAPE,
    recruiter.SHAPE,
    sales_navigator.SHAPE,
    ember.SHAPE,
    recruiter_old.SHAPE,
    public_old.SHAPE,
    generic.SHAPE,
)
BLANK_CHARACTERS = 50
# A heading is a few words; more is a page that forgot to close one.
MAX_HEADING_RUNS = 8
MAX_HEADINGS = 40
_CAREER = ("experience", "education")


@dataclass(frozen=True, slots=True)
class _State:
    """The marks of one page state."""

    name: str
    page_key: tuple[str, ...]
    address: tuple[str, ...]
    screen: tuple[str, ...]
    item_type: tuple[str, ...]
    hook: frozenset[str]
    heading: re.Pattern[str]
    title: re.Pattern[str]


def _state(data: dict[str, Any]) -> _State:
    def pattern(key: str) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{each})" for each in data.get(key, ["(?!)"])))

    page_key, address, screen, item_type = (
        tuple(data.get(key, ())) for key in ("page_key", "address", "screen", "item_type")
    )
    hook = frozenset(data.get("hook", ()))
    return _State(
        data["name"], page_key, address, screen, item_type, hook, pattern("heading"), pattern("title")
    )


_STATES = tuple(
    _state(data)
    for data in rtoml.loads(Path(__file__).with_name("states.toml").read_text(encoding="utf-8"))["state"]
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a page is, and the mark that shows it."""

    state: str
    reason: str


def shape_of(page: Page) -> tuple[Shape, str]:
    """Return the first shape whose mark the page carries, and that mark."""
    marks = ((shape, shape.mark(page)) for shape in SHAPES)
    return next((shape, mark) for shape, mark in marks if mark)


def other_state(view: View, shape: Shape, layout: Layout) -> Finding | None:
    """Return what a page is that is no profile by its own marks, or None where it may be one.

    No other page has the headline or the sections of a known markup.
    """
    page = view.page
    if stale := _stale(page, layout):
        return stale
    shows_person = layout.headline is not None or any(each.state == "present" for each in layout.sections)
    if shape is not generic.SHAPE and shows_person:
        return None
    headings = _headings(view)
    for reason, shows in _MARKS.items():
        for state in _STATES:
            if shows(state, page, headings):
                return Finding(state.name, reason)
    if page.refreshes and not page.page_key and not view.shows(page.root):
        return Finding("blocked", "the page only sends elsewhere")
    return None


def _headings(view: View) -> list[str]:
    """Return the page's first headings, but for those of dialogs, which stand on pages of every kind."""
    inner = (each for each in view.page.within(view.page.root) if each.name in ("h1", "h2"))
    short = (each for each in inner if 0 < each.end - each.first <= MAX_HEADING_RUNS)
    own = (each for each in short if not any(map(_is_dialog, (each, *each.ancestors()))))
    return [view.text(each.first, each.end) for each in islice(own, MAX_HEADINGS)]


def _is_dialog(element: Element) -> bool:
    return element.get("role") == "dialog" or element.name == "dialog" or "modal" in element.get("class")


def _stale(page: Page, layout: Layout) -> Finding | None:
    """The address names one person and the top card another: the app has not drawn the page anew yet."""
    asked, own = slug_of(page.url), layout.own_slugs
    known = {slug for slug in own if not is_opaque(slug)}
    if asked and known and asked not in own and not is_opaque(asked):
        return Finding("stale", "the top card is another person's")
    return None


def _has_screen(state: _State, page: Page) -> bool:
    screens = (each.get("data-sdui-screen").lower() for each in page.elements[:40])
    return any(screen.endswith(state.screen) for screen in screens)


def _has_item_type(state: _State, page: Page) -> bool:
    types = (each.get("itemtype").lower() for each in page.having("itemtype"))
    return any(kind.endswith(state.item_type) for kind in types)


def _has_hook(state: _State, page: Page) -> bool:
    return bool(state.hook) and any(
        not state.hook.isdisjoint((*element.attributes, *element.classes)) for element in page.elements
    )


# By what a page's state is told, the surest first: (state, page, headings) to whether it shows.
_MARKS: dict[str, Callable[[_State, Page, list[str]], bool]] = {
    "the page's own key": lambda state, page, _: page.page_key.lower().startswith(state.page_key),
    "the address": lambda state, page, _: any(part in page.url.lower() for part in state.address),
    "the app's screen": lambda state, page, _: _has_screen(state, page),
    "the kind of its item": lambda state, page, _: _has_item_type(state, page),
    "the title": lambda state, page, _: _matches(state.title, page.title),
    "a hook": lambda state, page, _: _has_hook(state, page),
    "a heading": lambda state, _, headings: any(_matches(state.heading, each) for each in headings),
}


def _matches(pattern: re.Pattern[str], text: str) -> bool:
    return len(text) <= MAX_LINE and pattern.fullmatch(plain(text)) is not None


def read_state(view: View, shape: Shape, sections: tuple[Section, ...]) -> Finding:
    """Return what a page is after its sections have been read."""
    entries = {section.kind: section.entries for section in sections}
    if shape is not generic.SHAPE:
        bare = not details_kind(view.page.url) and all(
            section.kind == "headline" or section.state == "empty" for section in sections
        )
        return (
            Finding("private", "only a name and a headline") if bare else Finding("profile", "its own markup")
        )
    dated = any(entry.start or entry.end for entry in entries.get("experience", ()))
    kinds = [kind for kind, found in entries.items() if found and kind != "headline"]
    if dated or (len(kinds) > 1 and any(kind in _CAREER for kind in kinds) and not _advertises(view)):
        return Finding("profile", "dated positions" if dated else "sections of a career")
    if _advertises(view):
        return Finding("job_ad", "the headings of an advertisement")
    if sum(len(line.text.replace(" ", "")) for line in view.page_lines) < BLANK_CHARACTERS:
        return Finding("blank", "next to no text")
    return Finding("not_a_profile", "no sections of a career")


def _advertises(view: View) -> bool:
    return any(is_job_ad_heading(line.text) for line in view.page_lines)

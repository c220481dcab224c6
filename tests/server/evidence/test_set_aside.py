"""Evidence that is set aside: shown as before, and for all else as if it were not on the page."""

from __future__ import annotations

import math
from collections.abc import Collection
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import position, profile
from rolelight.errors import Refusal
from rolelight.evidence.mentions import find_mentions
from rolelight.evidence.model import Fit, Highlight
from rolelight.page.model import Profile
from rolelight.reading import Reading, weigh

WEB, DATA, LEARNING = "back-end-web-developer", "data-analyst", "Currently learning {flask}."
WEB_LINE = "Server-side development of web applications with {django}, {python}, with releases."
DATA_LINE = "Statistical analysis with {pandas}, {python}: data cleaning and regression models."
NAMES = {"python": "Python", "django": "Django", "flask": "Flask", "pandas": "pandas", "tableau": "Tableau"}


def subject(*left_out: str) -> Profile:
    """A profile; the names left out are dots of the same length in it."""
    names = {each: "." * len(name) if each in left_out else name for each, name in NAMES.items()}
    web, data, learning = (line.format(**names) for line in (WEB_LINE, DATA_LINE, LEARNING))
    return profile(
        position(1, "Web Developer", f"{web}\n{data}\n{learning}", "2019-01", "2023-06"),
        position(2, "Data Analyst", data, "2015-01", "2018-12"),
        skills=(names["django"], names["tableau"], "Communication"),
    )


def read(page: Profile, set_aside: Collection[str] = ()) -> Reading:
    """The reading of a profile with some of its evidence set aside."""
    return weigh(page, find_mentions(page), WEB, None, date(2026, 11, 1), set_aside=set_aside)


WHOLE = read(subject())
SHOWN = {each.id: each for each in WHOLE.highlights}


def ids_of(*signals: str) -> list[str]:
    """The ids of the highlights of some signals."""
    return [each.id for each in WHOLE.highlights if each.signal in signals]


def place_of(highlight: Highlight) -> tuple[str, str, int, int]:
    """What is highlighted, and where."""
    return highlight.signal, highlight.block, highlight.start, highlight.end


def without_ids(fits: dict[str, Fit]) -> list[Fit]:
    """Fits whose lines do not tell what highlights they rest on."""
    return [
        replace(fit, lines=tuple(replace(line, highlights=()) for line in fit.lines)) for fit in fits.values()
    ]


def test_what_is_set_aside_is_shown_as_before_and_weighs_nothing() -> None:
    set_aside = ids_of("django", "flask")
    struck = [each for each in read(subject(), set_aside).highlights if each.context == "set_aside"]
    assert [each.id for each in struck] == set_aside
    for each in struck:
        assert (place_of(each), each.quote) == (place_of(SHOWN[each.id]), SHOWN[each.id].quote)
        assert (each.weights, each.directions, each.reasons) == ({}, {}, {})
        assert (each.direction, each.strength) == ("unclear", 1)


def test_the_note_of_what_is_set_aside_is_the_signals_own() -> None:
    (flask,) = ids_of("flask")
    (struck,) = (each for each in read(subject(), [flask]).highlights if each.id == flask)
    assert SHOWN[flask].note.endswith(f" {struck.note}")


@given(st.sets(st.sampled_from(list(SHOWN))))
def test_an_id_stands_for_the_same_words_whatever_is_set_aside(set_aside: set[str]) -> None:
    after = {each.id: each for each in read(subject(), set_aside).highlights}
    assert {each for each in after if after[each].context == "set_aside"} == set_aside
    both = after.keys() & SHOWN.keys()
    assert {each: place_of(after[each]) for each in both} == {each: place_of(SHOWN[each]) for each in both}


@given(st.sets(st.sampled_from(list(SHOWN))))
def test_the_sums_stay_exact_whatever_is_set_aside(set_aside: set[str]) -> None:
    reading = read(subject(), set_aside)
    weights = {each.id: each.weights for each in reading.highlights}
    for role, fit in reading.fits.items():
        log_odds = math.log(fit.probability / (1 - fit.probability))
        assert math.isclose(log_odds, math.fsum(line.weight for line in fit.lines), abs_tol=1e-9)
        for line in (line for line in fit.lines if line.highlights):
            assert set_aside.isdisjoint(line.highlights)
            shares = math.fsum(weights[each][role] for each in line.highlights)
            assert math.isclose(shares, line.weight, abs_tol=1e-9)


@pytest.mark.parametrize("names", [["tableau"], ["pandas"], ["python"], ["django", "flask"], list(NAMES)])
def test_the_rest_is_read_as_on_a_page_without_those_words(names: list[str]) -> None:
    struck, without = read(subject(), ids_of(*names)), read(subject(*names))
    assert without_ids(struck.fits) == without_ids(without.fits) != without_ids(WHOLE.fits)
    assert struck.uses == without.uses


def test_nothing_set_aside_changes_nothing() -> None:
    assert read(subject(), []) == WHOLE


@pytest.mark.parametrize("highlight", ["h0", "h999", "", "1", "H1"])
def test_a_highlight_that_is_not_there_is_refused(highlight: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read(subject(), ["h1", highlight])
    assert refusal.value.code == "unknown_highlight"

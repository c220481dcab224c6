"""Whatever happens to a page on its way, the reading stands or is refused, and its offsets and sums hold."""

from __future__ import annotations

from math import exp, isclose
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rolelight.errors import Refusal
from rolelight.page.model import Capture, Profile
from rolelight.reading import Reading, read_profile
from soak import times

ROOT = Path(__file__).parents[2]
PAGES = [
    path.read_text(encoding="utf-8")
    for folder, pattern in (("tests/pages", "*/*/page.html"), ("server/rolelight/site/demos", "*.html"))
    for path in sorted((ROOT / folder).glob(pattern))
]
DAMAGE = [
    *(
        "<",
        ">",
        '"',
        "</",
        "<!--",
        "-->",
        "<script>",
        "</main>",
        "<main>",
        "<svg>",
        "</div>",
        "<p",
        "&",
        "&#x",
        "\0",
    ),
    *(
        "\ud800",
        "\u200b",
        "\N{GRINNING FACE}",
        "\N{LATIN CAPITAL LETTER I WITH DOT ABOVE}",
        "\N{NO-BREAK SPACE}",
        "\n",
    ),
    *(
        "Jan 2020 - Present",
        "Python",
        "not Django",
        "<li>",
        "<h2>Experience</h2>",
        ' data-rl-block="7"',
        "<br>",
    ),
]

pieces = st.tuples(st.integers(0, 2_000_000), st.integers(0, 400), st.sampled_from(DAMAGE))
damaged_pages = st.builds(
    lambda page, edits: _damaged(page, edits),
    st.sampled_from(PAGES),
    st.lists(pieces, min_size=1, max_size=30),
)
loose_markup = st.lists(
    st.one_of(
        st.sampled_from(DAMAGE), st.text(max_size=20), st.sampled_from(["<ul>", "<section id=about>", "<h1>"])
    ),
    max_size=80,
).map("".join)


def _damaged(page: str, edits: list[tuple[int, int, str]]) -> str:
    """The page with each edit's characters cut out and its damage put there instead."""
    for position, length, damage in edits:
        start = position % (len(page) + 1)
        page = page[:start] + damage + page[start + length :]
    return page


def check_sound(html: str) -> None:
    """Reads the page and checks all that must hold of any reading."""
    try:
        reading = read_profile([Capture(html)])
    except Refusal:
        return
    check_offsets(reading)
    check_sums(reading)


def check_offsets(reading: Reading) -> None:
    """Every highlight's offsets cut its own quote out of its block, in UTF-16 units."""
    texts = texts_of_blocks(reading.profile)
    for highlight in reading.highlights:
        units = texts[highlight.capture, highlight.block].encode("utf-16-le")
        cut = units[2 * highlight.start : 2 * highlight.end].decode("utf-16-le")
        assert cut == highlight.quote.exact


def texts_of_blocks(profile: Profile) -> dict[tuple[int, str], str]:
    """The text of every block that the profile's entries stand in, by capture and id."""
    return {
        (piece.block.capture, piece.block.id): piece.block.text
        for section in profile.sections
        for entry in section.entries
        for piece in entry.pieces
    }


def check_sums(reading: Reading) -> None:
    """Every fit's lines add up to the log-odds of its probability."""
    for fit in reading.fits.values():
        log_odds = sum(line.weight for line in fit.lines)
        assert isclose(fit.probability, 1 / (1 + exp(-log_odds)), abs_tol=1e-9)


@pytest.mark.parametrize("page", PAGES, ids=range(len(PAGES)))
def test_the_checks_hold_for_an_undamaged_page(page: str) -> None:
    check_sound(page)


@settings(max_examples=times(40, 5_000), deadline=None, suppress_health_check=[HealthCheck.data_too_large])
@given(damaged_pages)
def test_a_damaged_page_is_read_soundly(html: str) -> None:
    check_sound(html)


@settings(max_examples=times(100, 20_000), deadline=None)
@given(loose_markup)
def test_loose_markup_is_read_soundly(html: str) -> None:
    check_sound(html)


@settings(max_examples=times(20, 1_000), deadline=None)
@given(st.sampled_from(PAGES), st.integers(0, 2_000_000))
def test_a_page_cut_off_anywhere_is_read_soundly(page: str, position: int) -> None:
    check_sound(page[: position % (len(page) + 1)])

"""Whatever happens to a page on its way, the reading stands or is refused, and its offsets and sums hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from soak import times
from soak.checks import check_sound

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

"""The bench's pages are what its figures claim: of real size and make-up, and the same on every run."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from bench.pages import SIZES, Page, make_page, make_pages


@pytest.fixture(scope="module")
def pages() -> list[Page]:
    return make_pages()


def test_a_page_is_the_same_on_every_run() -> None:
    assert make_page("pvs", 0).html == make_page("pvs", 0).html


def test_pages_of_a_shape_differ(pages: list[Page]) -> None:
    assert len({page.html for page in pages}) == len(pages)


def test_every_shape_has_as_many_pages() -> None:
    assert len({len(sizes) for sizes in SIZES.values()}) == 1


def test_pages_are_of_real_size(pages: list[Page]) -> None:
    sizes = [len(page.html) for page in pages]
    assert min(sizes) >= 300_000
    assert max(sizes) <= 1_500_000


def test_pages_have_as_many_tags_as_real_ones(pages: list[Page]) -> None:
    tags = [len(BeautifulSoup(page.html, "lxml").find_all()) for page in pages]
    assert min(tags) >= 1_700
    assert max(tags) <= 6_000


@pytest.mark.parametrize("shape", SIZES)
def test_a_page_shows_the_whole_career(shape: str) -> None:
    page = make_page(shape, 0)
    text = BeautifulSoup(page.html, "lxml").get_text()
    for position in page.career.positions:
        assert position.title in text
        assert position.description in text

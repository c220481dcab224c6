"""A capture and the full page that it was taken of give the same profile."""

from __future__ import annotations

from dataclasses import replace

import pytest

from captures import capture_of
from fixtures import Fixture, fixtures
from rolelight.page.prune import prune
from rolelight.page.read import read_page

EVERY = pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.id)


@EVERY
def test_a_capture_reads_as_its_page(fixture: Fixture) -> None:
    captured = replace(fixture.capture, html=capture_of(fixture.html))
    assert read_page(captured) == read_page(fixture.capture)


@EVERY
def test_a_page_is_pruned_once_and_for_all(fixture: Fixture) -> None:
    pruned = prune(fixture.html)
    assert prune(pruned) == pruned
    assert read_page(replace(fixture.capture, html=pruned)) == read_page(fixture.capture)

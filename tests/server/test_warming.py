"""After the warming, a reading finds all made that it needs."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from rolelight.lexicon import load_matcher, spellings
from rolelight.page.model import Capture
from rolelight.reading import read_profile
from rolelight.site import demos
from rolelight.warming import warm


@pytest.fixture
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def refuse(form: str) -> set[str]:
    raise AssertionError(f"{form} is spelled out only now")


@pytest.mark.usefixtures("thawed")
def test_a_reading_after_the_warming_spells_nothing_out(monkeypatch: pytest.MonkeyPatch) -> None:
    load_matcher.cache_clear()
    warm()
    monkeypatch.setattr(spellings, "keys_of", refuse)
    page = (demos.FOLDER / "web-developer.html").read_text("utf-8")
    assert read_profile([Capture(page)]).highlights


@pytest.mark.usefixtures("thawed")
def test_what_was_warmed_is_kept_from_the_garbage_collector() -> None:
    warm()
    assert not any(each is load_matcher() for each in gc.get_objects())

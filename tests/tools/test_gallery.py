"""The gallery's states can be shot: their names tell them apart, and their pages and pictures exist."""

from __future__ import annotations

from collections import Counter

from fixtures import ROOT
from tools.cameras import SCHEMES
from tools.gallery import BEST, BROWSERS, SITE, picture
from tools.states import START, STATES, UNSET


def test_names_tell_the_states_apart() -> None:
    assert [name for name, count in Counter(each.name for each in STATES).items() if count > 1] == []


def test_pages_exist() -> None:
    for state in STATES:
        page = (ROOT / "extension" if state.is_own_page else SITE) / state.page
        assert state.page == START or page.is_file(), f"{state.name} has no page"


def test_settings_are_known() -> None:
    assert {name for state in STATES for name in state.settings} <= UNSET.keys()


def test_the_best_pictures_are_of_states_and_stand_in_a_document() -> None:
    taken = {
        picture(state.name, scheme, browser) for state in STATES for scheme in SCHEMES for browser in BROWSERS
    }
    assert {f"{source}.png" for source in BEST.values()} <= taken
    texts = [(ROOT / path).read_text(encoding="utf-8") for path in ("README.md", "docs/extension.md")]
    for name in BEST:
        assert (ROOT / "docs" / f"{name}.png").stat().st_size < 300_000
        assert any(f"{name}.png)" in text for text in texts), f"no document shows {name}"

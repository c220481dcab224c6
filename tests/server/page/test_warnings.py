"""What could not be read is a warning with the page's own words."""

from __future__ import annotations

import pytest

from page_reading import read
from rolelight.page.sections import MAX_WARNING

CARD = '<div componentkey="com.linkedin.sdui.profile.card.refAC1{}"><section>{}</section></div>'
ITEM = '<div componentkey="entity-collection-item-1">{}</div>'
PUBLIC = '<section class="core-section-container" data-section="{}"><h2>{}</h2><ul>{}</ul></section>'
ANCHORED = '<section><div id="{}" class="pv-profile-card__anchor"></div><h2>{}</h2>{}</section>'
POSITION = "<li><h3>Web Developer</h3><h4>Acme</h4><p>2019 - 2020</p></li>"


def warnings(html: str) -> list[tuple[str, str]]:
    return [(warning.code, warning.text) for warning in read(html).warnings]


def experience(item: str) -> str:
    return CARD.format("ExperienceTopLevelSection", f"<h2>Experience</h2>{ITEM.format(item)}")


def test_an_item_that_is_no_position_is_kept_as_it_is() -> None:
    assert warnings(experience("<p>2019 - 2020</p>")) == [("entry_unread", "2019 - 2020")]


def test_dates_that_cannot_be_read_keep_the_whole_item() -> None:
    item = "<p>Web Developer</p><p>Acme</p><p>zwischen 2019 irgendwann</p>"
    assert warnings(experience(item)) == [("dates_unread", "Web Developer\nAcme\nzwischen 2019 irgendwann")]


def test_a_section_of_text_without_entries_keeps_its_text() -> None:
    html = CARD.format("ExperienceTopLevelSection", "<h2>Experience</h2><div><p>2019 - 2020</p></div>")
    assert [code for code, _ in warnings(html)] == ["entry_unread"]


@pytest.mark.parametrize(
    "html",
    [
        CARD.format("Topcard", "<h2>Asha</h2><p>Developer</p>")
        + CARD.format("Juggling", "<p>Five balls</p>"),
        ANCHORED.format("experience", "Experience", f"<ul>{POSITION}</ul>")
        + ANCHORED.format("juggling", "Juggling", "<p>Five balls</p>"),
        PUBLIC.format("experience", "Experience", POSITION)
        + PUBLIC.format("juggling", "Juggling", "<li>Five balls</li>"),
    ],
    ids=["sdui", "pvs", "public"],
)
def test_a_card_of_an_unknown_kind_is_named_with_its_text(html: str) -> None:
    ((code, text),) = warnings(html)
    assert code == "section_unrecognised"
    assert "Five balls" in text


def test_a_very_long_text_is_cut_with_a_sign() -> None:
    ((_, text),) = warnings(
        CARD.format("Topcard", "<h2>Asha</h2><p>Developer</p>") + CARD.format("Juggling", "x " * MAX_WARNING)
    )
    assert len(text) == MAX_WARNING + 1
    assert text.endswith("…")

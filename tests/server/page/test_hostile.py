"""Pages made to break a reader are refused or read, whatever they hold."""

from __future__ import annotations

import pytest

from page_reading import read
from rolelight.errors import Refusal

CARD = '<div componentkey="com.linkedin.sdui.profile.card.refA{}">'
ENTITY = '<div data-view-name="profile-component-entity"><p>a</p><div class="pvs-entity__sub-components">'
EXPERIENCE = "<h2>Experience</h2><p>Developer</p><p>2019 - 2020</p>"
SIZE = 1_000_000


def filled(bit: str) -> str:
    return bit * (SIZE // len(bit))


HOSTILE = {
    "scripts that never end": filled("<script>"),
    "scripts in a comment in a script": "<script><!--" + filled("<script>"),
    "comments that never end": filled("<!--"),
    "signs that open nothing": filled("<"),
    "quotes that never end": filled('<a b="'),
    "drawings in drawings": filled("<svg>") + filled("</svg>"),
    "hidden data in hidden data": filled("<code id=a>"),
    "a tag of a million attributes": "<p " + filled("a ") + ">",
    "one endless word": "<h2>About</h2><p>" + filled("x"),
    "one endless list": "<h2>Experience</h2><p>2019 - 2020</p><h2>Skills</h2><p>" + filled("a,"),
    "a degree of endless commas": f"{EXPERIENCE}<h2>Education</h2><p>Uni</p><p>{filled('a,')})</p>",
    "endless commas in a school": f"{EXPERIENCE}<h2>Education</h2><p>Uni{filled(', a')})</p><p>2019</p>",
    "a title of endless dashes": f"<h2>Experience</h2><p>{filled('a - ')}</p><p>2019 - 2020</p>",
    "white space": "<p>" + filled(" ") + "</p>" + filled("> "),
    "entities": filled("&#x1F600;"),
    "ten thousand levels": "<div>" * 10_000 + "Experience" + "</div>" * 10_000,
    "headings in headings": "<div><h2>Experience</h2><p>2019 - 2020</p>" * 6_000,
    "nothing but dates": "<h2>Experience</h2>" + "<p>Jan 2020 - Feb 2021</p>" * 15_000,
    "cards in cards": CARD.format("ExperienceTopLevelSection") * 15_000 + "Experience",
    "cards beside cards": (CARD.format("ExperienceTopLevelSection") + "a</div>") * 15_000,
    "rules in rules": CARD.format("EducationTopLevelSection") + "a" + "<div><hr>" * 15_000,
    "entities in entities": '<section><p id="experience" class="pv-profile-card__anchor"></p>'
    + ENTITY * 9_000,
    "anchors in one card": "<section>" + '<p id="skills" class="pv-profile-card__anchor"></p>x' * 15_000,
    "short texts beside short texts": '<section class="pp-section">'
    + '<p class="show-more-less-text__text--less">a</p>' * 15_000,
    "a number too long to count": f'<main><p data-rl-block="{"9" * 9_000}">a</p></main>',
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_page_is_refused_or_read(html: str) -> None:
    try:
        outcome = read(html).page_state
    except Refusal as refused:
        outcome = refused.code
    assert outcome in ("page_too_complex", "profile", "private", "blank", "not_a_profile")

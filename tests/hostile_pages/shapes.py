"""Pages that carry the marks of a known shape, in numbers and places that no real page has."""

from __future__ import annotations

from hostile_pages.make import (
    LINES,
    PROFILE,
    RESUME,
    Table,
    always,
    filled,
    numbered,
)

CARD = '<div componentkey="com.linkedin.sdui.profile.card.refA{}">'
EXPERIENCE_CARD = CARD.format("ExperienceTopLevelSection")
# In these shapes an item's lines are plain paragraphs.
ENTRY = LINES.replace("h3", "p")
ITEM = f'<div componentkey="entity-collection-item-1">{ENTRY}</div>'
COMPANY = '<div componentkey="entity-collection-item-2"><p>Acme</p><p>9 yrs</p>'
ANCHOR = '<section><div id="{}" class="pv-profile-card__anchor"></div>'
ENTITY = '<div data-view-name="profile-component-entity">'
PUBLIC = '<section class="core-section-container" data-section="experience"><h2>Experience</h2>'
GROUP = '<li class="experience-group"><h4>Acme</h4><ul class="experience-group__positions">'
EMBER = '<section id="experience-section"><ul><li class="pv-profile-section__list-item">'
RECRUITER = "<div data-test-position-list-container><div data-test-position-entity-title>x</div>"
SALES = '<div data-anonymize="job-title">x</div><div data-anonymize="company-name">x</div>'

SHAPES: Table = {
    "cards in cards": (PROFILE, filled(EXPERIENCE_CARD, EXPERIENCE_CARD + ITEM)),
    "cards around a card": (PROFILE, filled(EXPERIENCE_CARD, "", ITEM)),
    "cards beside cards": (PROFILE, filled(f"{EXPERIENCE_CARD}x</div>", f"{EXPERIENCE_CARD}{ITEM}</div>")),
    "cards of every key": (PROFILE, numbered(CARD.replace("{}", "K{0}") + "x</div>", EXPERIENCE_CARD + ITEM)),
    "items in items": (
        PROFILE,
        filled('<div componentkey="entity-collection-item-2">', EXPERIENCE_CARD, ITEM),
    ),
    "groups in groups": (
        PROFILE,
        filled(f"{ITEM[:-6]}<ul><li>", EXPERIENCE_CARD + ITEM + "</div>" + CARD.format("Projects")),
    ),
    "parts to come": (
        PROFILE,
        filled(
            '<div componentkey="profileCardsBelowActivityPart1"><p></p></div>',
            EXPERIENCE_CARD + ITEM + "</div>",
        ),
    ),
    "a key without end": (
        PROFILE,
        filled(
            '[,"(',
            f"{EXPERIENCE_CARD}{ITEM}</div><div componentkey='com.linkedin.sdui.profile.card.ref",
            "'>x",
        ),
    ),
    "rules in rules": (
        PROFILE,
        filled(
            "<div><hr><p>x</p>", EXPERIENCE_CARD + ITEM + "</div>" + CARD.format("EducationTopLevelSection")
        ),
    ),
    "skills in skills": (
        PROFILE,
        filled(
            '<div componentkey="com.linkedin.sdui.profile.skill(a,1)"><p>x</p>',
            EXPERIENCE_CARD + ITEM + "</div>" + CARD.format("Skills"),
        ),
    ),
    "anchors in one card": (
        PROFILE,
        filled(
            '<p id="skills" class="pv-profile-card__anchor"></p>x',
            ANCHOR.format("experience") + f"<ul><li>{ENTITY}{ENTRY}</div></li></ul></section><section>",
        ),
    ),
    "entities in entities": (
        PROFILE,
        filled(ENTITY + "<p>x</p>", ANCHOR.format("experience") + f"<ul><li>{ENTITY}{ENTRY}</div></li><li>"),
    ),
    "anchored cards in cards": (
        PROFILE,
        filled(
            ANCHOR.format("skills"),
            ANCHOR.format("experience") + f"<ul><li>{ENTITY}{ENTRY}</div></li></ul></section>",
        ),
    ),
    "public groups in groups": (PROFILE, filled(GROUP, f"{PUBLIC}<ul><li>{ENTRY}</li>")),
    "public sections in sections": (PROFILE, filled(PUBLIC, f"{PUBLIC}<ul><li>{ENTRY}</li></ul></section>")),
    "recruiter lists in lists": (PROFILE, filled(RECRUITER, f"<div data-test-profile-container>{RESUME}")),
    "sales titles without end": (PROFILE, filled(SALES, RESUME)),
    "ember items in items": (PROFILE, filled(EMBER, RESUME)),
    "roles at one company": (
        PROFILE,
        always(f"{EXPERIENCE_CARD}{ITEM}{COMPANY}<ul>{f'<li>{ENTRY}</li>' * 1_600}</ul></div></div>"),
    ),
    "anchored roles at one company": (
        PROFILE,
        always(
            ANCHOR.format("experience")
            + f"<ul><li>{ENTITY}{ENTRY}</div></li><li>{ENTITY}<p>Acme</p><p>9 yrs</p><div "
            + f'class="pvs-entity__sub-components"><ul>{f"<li>{ENTITY}{ENTRY}</div></li>" * 1_600}</ul>'
        ),
    ),
    "public roles at one company": (
        PROFILE,
        always(f"{PUBLIC}<ul><li>{LINES}</li>{GROUP}{f'<li>{LINES}</li>' * 1_600}</ul></li></ul>"),
    ),
}

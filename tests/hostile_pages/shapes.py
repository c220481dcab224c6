"""Pages that carry the marks of a known shape, in numbers and places that no real page has."""

from __future__ import annotations

from hostile_pages.make import (
    LINES,
    PROFILE,
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
HOOKED = "data-test-position-entity-{}"
TEXTS = {"title": "Web Developer", "company-name": "Acme", "date-range": "Jan 2019 - Dec 2020"}
RECRUITER_LINES = "".join(f"<p {HOOKED.format(hook)}>{text}</p>" for hook, text in TEXTS.items())
RECRUITER_ITEM = f"<div data-test-position-list-container>{RECRUITER_LINES}"
RECRUITER = f"<div data-test-profile-container><div data-test-experience-card>{RECRUITER_ITEM}</div>"
RECRUITER_LIST = "<div data-test-position-list-container><p>x</p>"
RECRUITER_GROUP = f"<div data-test-group-position-list-container>{RECRUITER_LIST}"
ANONYMIZED = '<li><h2 data-anonymize="job-title">Web Developer</h2><p data-anonymize="company-name">Acme</p>'
SALES_ITEM = f"{ANONYMIZED}<p>Jan 2019–Dec 2020</p></li>"
SALES = f'<section data-sn-view-name="feature-lead-experience"><ul>{SALES_ITEM}'
EMBER_ITEM = (
    '<li class="pv-profile-section__list-item"><div class="pv-entity__summary-info"><h3>Web Developer</h3>'
    '<p class="pv-entity__secondary-title">Acme</p><h4 class="pv-entity__date-range"><span '
    'class="visually-hidden">Dates Employed</span><span>Jan 2019 – Dec 2020</span></h4></div></li>'
)
EMBER = f'<section id="experience-section"><h2>Experience</h2><ul>{EMBER_ITEM}'

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
    "short texts beside short texts": (
        PROFILE,
        filled(
            '<p class="show-more-less-text__text--less">x</p>',
            f"{PUBLIC}<ul><li>{ENTRY}</li></ul></section>",
            '<section class="pp-section">',
        ),
    ),
    "public groups in groups": (PROFILE, filled(GROUP, f"{PUBLIC}<ul><li>{ENTRY}</li>")),
    "public sections in sections": (PROFILE, filled(PUBLIC, f"{PUBLIC}{ENTRY}</section>")),
    "recruiter lists in lists": (
        PROFILE,
        filled(RECRUITER_LIST, RECRUITER),
    ),
    "recruiter lists beside lists": (PROFILE, filled(f"{RECRUITER_ITEM}</div>", RECRUITER)),
    "recruiter groups in groups": (PROFILE, filled(RECRUITER_GROUP, RECRUITER)),
    "recruiter titles": (PROFILE, filled(f"<p {HOOKED.format('title')}>x</p>", RECRUITER)),
    "recruiter pages in pages": (PROFILE, filled("<div data-test-profile-container>", "", RECRUITER)),
    "sales items": (PROFILE, filled(SALES_ITEM, SALES)),
    "sales titles": (PROFILE, filled('<p data-anonymize="job-title">x</p>', f"{SALES}</ul></section>")),
    "sales sections in sections": (PROFILE, filled(SALES, f"{SALES}</ul></section>")),
    "ember items": (PROFILE, filled(EMBER_ITEM, EMBER)),
    "ember items in items": (PROFILE, filled('<li class="pv-profile-section__list-item"><p>x</p>', EMBER)),
    "ember sections in sections": (PROFILE, filled(EMBER, EMBER + "</ul></section>")),
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

"""The logged-in page of 2025 and 2026, in the variants that are known."""

from __future__ import annotations

import pytest

from page_reading import pieces, positions, read, section

CARD = "com.linkedin.sdui.profile.card.refACoAAB1"
TOP = f'<div componentkey="{CARD}Topcard"><section><h2>Asha Example</h2><p>Web developer</p></section></div>'


def card(suffix: str, content: str) -> str:
    key = f"{CARD}{suffix}"
    return f'<div componentkey="{key}"><section componentkey="{key}">{content}</section></div>'


def page(*cards: str) -> str:
    return (
        '<div role="main" data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile">'
        '<main id="workspace">' + TOP + "".join(cards) + "</main></div>"
    )


def item(*content: str) -> str:
    return f'<div componentkey="entity-collection-item--1">{"".join(content)}</div>'


def lines(*texts: str) -> str:
    return "<a href='/company/1/'>" + "".join(f"<p>{text}</p>" for text in texts) + "</a>"


def expandable(text: str) -> str:
    return (
        f'<div><p><span data-testid="expandable-text-box">{text}'
        '<button data-testid="expandable-text-button">… more</button></span></p></div>'
    )


DEVELOPER = item(
    lines("Web Developer", "Acme · Full-time", "Mar 2020 - Present · 5 yrs"), expandable("Built it.")
)
WITHOUT_KEYS = "<div><div>{}</div></div>".format(
    lines("Web Developer", "Acme", "Mar 2020 - Present", "Pune, India")
)


def test_a_position_has_its_lines_by_their_shape() -> None:
    html = page(
        card(
            "ExperienceTopLevelSection",
            "<h2>Experience</h2>"
            + item(
                lines(
                    "Web Developer",
                    "A · B Corp · Full-time",
                    "Mar 2020 - Feb 2022 · 2 yrs",
                    "Pune, India · Hybrid",
                ),
                expandable("One.<br>Two."),
                '<a href="/in/asha-example/overlay/1/skill-associations-details/">'
                "<p>Django, Flask and +3 skills</p></a>",
                '<a href="/in/asha-example/overlay/Position/1/treasury/"><p>My talk.pdf</p></a>',
            ),
        )
    )
    (entry,) = section(html, "experience").entries
    assert [(piece.kind, piece.text) for piece in entry.pieces] == [
        ("title", "Web Developer"),
        ("company", "A · B Corp"),
        ("employment", "Full-time"),
        ("dates", "Mar 2020 - Feb 2022 · 2 yrs"),
        ("location", "Pune, India"),
        ("workplace", "Hybrid"),
        ("description", "One. Two."),
        ("skills", "Django, Flask"),
    ]
    assert (entry.id, entry.start, entry.end, entry.current) == ("experience-1", "2020-03", "2022-02", False)


def test_roles_at_one_company_are_entries_of_their_own() -> None:
    html = page(
        card(
            "ExperienceTopLevelSection",
            "<h2>Experience</h2>"
            + item(
                lines("Acme", "Full-time · 4 yrs", "Pune, India"),
                "<ul><li>"
                + lines("Lead", "Jan 2023 - Present")
                + expandable("Lead it, Jan 2020 - Dec 2021 apart.")
                + "</li>"
                "<li>" + lines("Developer", "Part-time", "Jan 2021 - Dec 2022", "Goa") + "</li></ul>",
            ),
        )
    )
    assert positions(html) == [("Lead", "Acme", "2023-01", None), ("Developer", "Acme", "2021-01", "2022-12")]
    lead, developer = section(html, "experience").entries
    assert (pieces(lead, "employment"), pieces(lead, "location")) == (["Full-time"], ["Pune, India"])
    assert (pieces(developer, "employment"), pieces(developer, "location")) == (["Part-time"], ["Goa"])


def test_a_list_in_a_description_makes_no_group() -> None:
    html = page(
        card(
            "ExperienceTopLevelSection",
            item(
                lines("Developer", "Acme", "2019 - 2021"),
                "<ul><li><p>Jan 2020 - Dec 2020</p></li><li><p>x</p></li></ul>",
            ),
        )
    )
    assert positions(html) == [("Developer", "Acme", "2019", "2021")]


@pytest.mark.parametrize(
    "opening",
    [
        f'<div id="{CARD}ExperienceTopLevelSection">',
        f'<div data-component-key="{CARD}ExperienceTopLevelSection">',
        f'<div componentkey="{CARD.upper()}EXPERIENCETOPLEVELSECTION">',
        '<div data-testid="profile_ExperienceTopLevelSection_asha-example">',
        '<div data-testid="profile_ExperienceDetailsSection_asha-example">',
        '<div componentkey="Profile_Top_Level_Experience_asha-example">',
        '<div data-view-name="profile-card-experience">',
        '<div componentkey="0fa2-1c">',
    ],
)
@pytest.mark.parametrize("heading", ["Experience", "Berufserfahrung", "工作经历"])
def test_a_section_is_found_by_any_spelling_of_its_key_or_heading(opening: str, heading: str) -> None:
    about = card("About", "<h2>About</h2><p>I build.</p>")
    html = page(about, f"{opening}<section><h2>{heading}</h2>{DEVELOPER}</section></div>")
    assert positions(html) == [("Web Developer", "Acme", "2020-03", None)]


def test_positions_without_item_keys_are_divided_by_their_dates() -> None:
    other = WITHOUT_KEYS.replace("Web Developer", "Tester").replace("Mar 2020 - Present", "2015 - 2018")
    html = page(
        card(
            "ExperienceTopLevelSection",
            f"<h2>Experience</h2><div>{WITHOUT_KEYS}{expandable('Text.')}{other}</div>",
        )
    )
    assert positions(html) == [("Web Developer", "Acme", "2020-03", None), ("Tester", "Acme", "2015", "2018")]
    assert pieces(section(html, "experience").entries[0], "description") == ["Text."]


UNLOADED = '<div componentkey="profileCardsBelowActivityPart1">'
RULE = '<hr role="presentation">'
STUDIES = (
    "<p>Uni A</p><p>BSc, Physics</p><p>2008 – 2011</p>",
    "<p>Uni B</p><p>2012</p>",
    "<p>Camp C</p><p>Coding Bootcamp</p>",
)


@pytest.mark.parametrize(
    "content",
    [
        RULE.join(f'<div componentkey="1-2">{study}</div>' for study in STUDIES),
        "".join(f"<div>{RULE if at else ''}{study}</div>" for at, study in enumerate(STUDIES)),
        "".join(
            f"<div><div>{RULE if at else ''}<a>{study}</a></div></div>" for at, study in enumerate(STUDIES)
        ),
    ],
)
def test_items_are_divided_by_rules_wherever_they_stand(content: str) -> None:
    html = page(card("EducationTopLevelSection", f"<h2>Education</h2><div>{content}</div>"))
    entries = section(html, "education").entries
    assert [(e.school, e.degree, e.field, e.start, e.end) for e in entries] == [
        ("Uni A", "BSc", "Physics", "2008", "2011"),
        ("Uni B", None, None, "2012", "2012"),
        ("Camp C", "Coding Bootcamp", None, None, None),
    ]


def test_a_skill_counts_once_and_without_its_endorsements() -> None:
    skill = (
        '<div componentkey="com.linkedin.sdui.profile.skill(1)">'
        '<div componentkey="com.linkedin.sdui.profile.skill(1)"><p>{}</p><p>2 endorsements</p></div></div>'
        '<div componentkey="com.linkedin.sdui.profile.skill(1)-divider"><hr></div>'
    )
    html = page(
        card("Skills", "<h2>Skills</h2>" + "".join(skill.format(name) for name in ("Django", "R", "django")))
    )
    assert [entry.name for entry in section(html, "skills").entries] == ["Django", "R"]


def test_a_link_to_the_rest_makes_a_section_truncated() -> None:
    rest = '<a href="https://x.example/in/asha-example/details/experience/">Show all 9 experiences</a>'
    found = section(page(card("ExperienceTopLevelSection", DEVELOPER + rest)), "experience")
    assert (found.state, len(found.entries)) == ("truncated", 1)


def test_a_bare_card_is_an_empty_section() -> None:
    found = section(page(f'<div componentkey="{CARD}EducationTopLevelSection"></div>'), "education")
    assert (found.state, found.entries) == ("empty", ())


@pytest.mark.parametrize(
    ("part", "not_loaded"),
    [
        (
            f"{UNLOADED}{UNLOADED}</div></div>",
            True,
        ),
        ('<div id="profileCardsExperienceOnlyasha-example"><section></section></div>', True),
        (
            '<div componentkey="profileCardsBelowActivityPart1WithoutExpasha"><section></section></div>',
            False,
        ),
    ],
)
def test_a_part_without_cards_is_not_loaded_yet(part: str, not_loaded: bool) -> None:
    profile = read(page(part))
    experience = profile.section("experience")
    assert profile.page_state == "profile"
    assert (experience is not None and experience.state == "not_loaded") == not_loaded


def test_sections_that_a_loaded_part_shows_are_not_called_unloaded() -> None:
    unloaded = '<div componentkey="profileCardsBelowActivityPart2"></div>'
    html = page(card("ExperienceTopLevelSection", DEVELOPER), unloaded)
    states = {each.kind: each.state for each in read(html).sections}
    assert states["experience"] == "present"
    assert states["education"] == "not_loaded"


def test_a_page_behind_an_open_dialog_is_read_all_the_same() -> None:
    html = page(card("ExperienceTopLevelSection", DEVELOPER)).replace(
        "<main id", '<main aria-hidden="true" id'
    )
    assert len(section(html, "experience").entries) == 1


def test_decorations_hidden_from_screen_readers_are_left_out() -> None:
    html = page(card("About", '<h2>About</h2><div aria-hidden="true"><p>decoration</p></div><p>I build.</p>'))
    assert pieces(section(html, "about").entries[0], "about") == ["I build."]


def test_without_a_headline_the_company_line_is_not_promoted() -> None:
    top = (
        f'<div componentkey="{CARD}Topcard"><section><h2>Asha Example</h2><p>She/Her</p><p>· 2nd</p>'
        "<p>Acme · Uni A</p><div><p>Pune</p><p>·</p>"
        '<p><a href="/in/asha-example/overlay/contact-info/">Contact</a></p></div>'
        '<div role="button"><p>Acme</p></div><div role="button"><p>Uni A</p></div></section></div>'
    )
    html = page(card("ExperienceTopLevelSection", DEVELOPER)).replace(TOP, top)
    assert read(html).section("headline") is None
    assert read(html.replace("<p>Acme · Uni A</p>", "")).section("headline") is None


def test_other_people_in_the_side_column_are_left_out() -> None:
    aside = f'<div componentkey="profileAsideBrowsemap"><h2>More profiles for you</h2>{DEVELOPER}</div>'
    html = page(card("ExperienceTopLevelSection", DEVELOPER), aside)
    assert len(section(html, "experience").entries) == 1


def test_a_section_that_cannot_be_read_gives_a_warning_with_its_text() -> None:
    html = page(
        card("Skills", "<h2>Skills</h2><button>Python</button><h3>Skills</h3>"),
        card("About", "<h2>About</h2><p>I.</p>"),
    )
    profile = read(html.replace("<h3>Skills</h3>", "<p>Show all skills</p>"))
    assert [warning.code for warning in profile.warnings] == ["field_unrecognised"]
    assert "Show all skills" in profile.warnings[0].text

"""The logged-in page of 2022 to 2026, main page and details pages."""

from __future__ import annotations

import pytest

from page_reading import URL, pieces, positions, read, section

DETAILS = URL + "details/experience/"


def twin(text: str, spoken: str = "") -> str:
    seen = f'<span aria-hidden="true"><!---->{text}<!----></span>'
    return f'{seen}<span class="visually-hidden">{spoken or text}</span>'


def card(anchor: str, content: str) -> str:
    return (
        f'<section data-view-name="profile-card"><div id="{anchor}" class="pv-profile-card__anchor"></div>'
        f'<h2 class="pvs-header__title">{twin("Überschrift")}</h2>{content}</section>'
    )


def page(*cards: str) -> str:
    headline = '<div class="text-body-medium break-words">Web developer</div>'
    return f"<main><section><h1>Asha Example</h1>{headline}</section>{''.join(cards)}</main>"


def entity(*lines: str, below: str = "", logo: str = "experience_company_logo") -> str:
    title, *rest = lines
    spans = "".join(
        f'<span class="t-14 t-normal">{twin(line, line.replace(" - ", " to "))}</span>' for line in rest
    )
    subs = f'<div class="pvs-entity__sub-components"><ul>{below}</ul></div>' if below else ""
    return (
        '<li class="artdeco-list__item"><div data-view-name="profile-component-entity">'
        f'<a data-field="{logo}"></a>'
        f'<div><div class="t-bold">{twin(title)}</div>{spans}{subs}</div></div></li>'
    )


def described(text: str) -> str:
    shown = f"{twin(text)}<button>…see more</button>"
    return f'<li><div class="x inline-show-more-text--is-collapsed">{shown}</div></li>'


SKILLS = (
    '<li><a data-field="position_contextual_skills_see_details" '
    'href="/in/asha-example/details/experience/1/x">'
    f"<strong>{twin('Skills: Django · Python')}</strong></a></li>"
)


def test_a_position_takes_the_seen_copy_of_each_text() -> None:
    below = described("One.<br>Two.") + SKILLS
    html = page(
        card(
            "experience",
            "<ul>"
            + entity("Developer", "Acme · Full-time", "Mar 2020 - Present · 5 yrs", "Goa", below=below)
            + "</ul>",
        )
    )
    (entry,) = section(html, "experience").entries
    assert [(piece.kind, piece.text) for piece in entry.pieces] == [
        ("title", "Developer"),
        ("company", "Acme"),
        ("employment", "Full-time"),
        ("dates", "Mar 2020 - Present · 5 yrs"),
        ("location", "Goa"),
        ("description", "One. Two."),
        ("skills", "Django · Python"),
    ]
    assert entry.current


def test_roles_at_one_company_are_nested_entities() -> None:
    roles = entity("Lead", "Jan 2023 - Present", below=described("Leads."), logo="") + entity(
        "Dev", "Mai 2021 – Jan. 2023", logo=""
    )
    html = page(
        card(
            "experience",
            "<ul>"
            + entity("Acme", "Vollzeit · 4 Jahre", below=roles)
            + entity("QA", "B", "2019 - 2020")
            + "</ul>",
        )
    )
    assert positions(html) == [
        ("Lead", "Acme", "2023-01", None),
        ("Dev", "Acme", "2021-05", "2023-01"),
        ("QA", "B", "2019", "2020"),
    ]
    assert pieces(section(html, "experience").entries[0], "employment") == ["Vollzeit"]


def test_a_nested_entity_of_a_dated_position_is_no_role() -> None:
    media = entity("My talk", "A video", logo="")
    html = page(card("experience", "<ul>" + entity("Dev", "Acme", "2019 - 2020", below=media) + "</ul>"))
    assert positions(html) == [("Dev", "Acme", "2019", "2020")]


@pytest.mark.parametrize("heading", ["Experience", "Esperienza", "Iskustvo"])
def test_a_details_page_is_read_by_its_heading_or_its_address(heading: str) -> None:
    rows = "".join(
        f'<li class="pvs-list__paged-list-item">{entity(title, "Acme", dates)}</li>'
        for title, dates in (("Dev", "2020 - 2022"), ("QA", "2018 - 2020"))
    )
    listed = f'<div class="pvs-list__container"><ul>{rows}</ul></div>'
    html = f"<main><section><h2>{twin(heading)}</h2>{listed}</section></main>"
    assert positions(html, DETAILS) == [("Dev", "Acme", "2020", "2022"), ("QA", "Acme", "2018", "2020")]
    assert section(html, "experience", DETAILS).state == "present"


def test_top_skills_below_the_about_text_are_skills() -> None:
    about = (
        f"<div>{twin('I build.<br><br>Web sites.')}</div><ul>"
        + entity("Top skills", "Django • R • SQL", logo="")
        + "</ul>"
    )
    (entry,) = section(page(card("about", about)), "about").entries
    assert pieces(entry, "about") == ["I build. Web sites."]
    assert pieces(entry, "skills") == ["Django", "R", "SQL"]


def test_a_certificate_has_name_issuer_and_dates() -> None:
    item = entity(
        "Cloud Practitioner", "Stratus", "Issued Jan 2023 · Expires Jan 2026", "Credential ID 7", logo="x"
    )
    (entry,) = section(
        page(card("licenses_and_certifications", f"<ul>{item}</ul>")), "certifications"
    ).entries
    assert (entry.name, entry.text_of("issuer"), entry.start, entry.end) == (
        "Cloud Practitioner",
        "Stratus",
        "2023-01",
        "2026-01",
    )


def test_only_the_first_of_two_tabs_is_read() -> None:
    received = entity(
        "Robin Writer",
        "CEO, Other Co",
        "January 5, 2021, Robin managed Asha",
        below=described("Asha ships."),
        logo="",
    )
    given = entity("Sam Reader", "CTO", below=described("Sam leads."), logo="")
    tabs = f'<div role="tabpanel"><ul>{received}</ul></div><div role="tabpanel"><ul>{given}</ul></div>'
    (entry,) = section(page(card("recommendations", tabs)), "recommendations").entries
    assert [(piece.kind, piece.text) for piece in entry.pieces] == [
        ("name", "Robin Writer"),
        ("description", "Asha ships."),
    ]


def test_cards_that_are_not_the_persons_career_are_left_out() -> None:
    html = page(
        card("browsemap_recommendation", "<ul>" + entity("Robin", "Data Scientist", "2019 - 2020") + "</ul>"),
        card("about", twin("I.")),
    )
    assert {each.kind for each in read(html).sections} == {"headline", "about"}

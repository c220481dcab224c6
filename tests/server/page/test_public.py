"""The logged-out page."""

from __future__ import annotations

from page_reading import pieces, positions, read, section

TOP = '<h1 class="top-card-layout__title">Asha</h1><h2 class="top-card-layout__headline">Web developer</h2>'


def page(*sections: str) -> str:
    head = '<head><meta name="pageKey" content="public_profile_v3_desktop"></head>'
    return f"{head}<main>{TOP}{''.join(sections)}</main>"


def part(kind: str, items: str) -> str:
    opening = f'<section class="core-section-container" data-section="{kind}">'
    return f"{opening}<h2>Titel</h2><ul>{items}</ul></section>"


def dates(start: str, end: str, duration: str = "2 years") -> str:
    return (
        '<p class="experience-item__meta-item"><span class="date-range">'
        f"<time>{start}</time> - <time>{end}</time>"
        f'<span class="before:middot">{duration}</span></span></p>'
    )


def test_the_full_text_is_taken_and_the_short_one_left() -> None:
    item = (
        f'<li class="experience-item"><h3>Developer</h3><h4>Acme</h4>{dates("Jan 2020", "Feb 2022")}'
        '<p class="experience-item__meta-item">Goa, India</p><div class="show-more-less-text">'
        '<p class="show-more-less-text__text--less">Built…<button>Show more</button></p>'
        '<p class="show-more-less-text__text--more">Built it all.<button>Show less</button></p></div></li>'
    )
    (entry,) = section(page(part("experience", item)), "experience").entries
    assert (entry.title, entry.company, entry.start, entry.end) == ("Developer", "Acme", "2020-01", "2022-02")
    assert pieces(entry, "location") == ["Goa, India"]
    assert pieces(entry, "description") == ["Built it all."]


def test_a_text_that_is_short_enough_has_only_the_short_version() -> None:
    about = '<div class="show-more-less-text"><p class="show-more-less-text__text--less">I build.</p></div>'
    assert pieces(section(page(part("summary", about)), "about").entries[0], "about") == ["I build."]


def test_positions_of_a_group_have_its_company() -> None:
    roles = "".join(
        f'<li class="experience-group-position"><h3>{title}</h3><h4>Acme</h4>{dates(start, end)}</li>'
        for title, start, end in (("Lead", "2022", "2024"), ("Developer", "2020", "2022"))
    )
    group = (
        '<li class="experience-group"><a><h4>Acme</h4></a><p><span class="date-range">4 years</span></p>'
        f'<ul class="experience-group__positions">{roles}</ul></li>'
    )
    assert positions(page(part("experience", group))) == [
        ("Lead", "Acme", "2022", "2024"),
        ("Developer", "Acme", "2020", "2022"),
    ]


def test_degree_and_field_stand_in_spans_of_their_own() -> None:
    study = (
        '<li><h3>Uni A</h3><h4><span class="education__item--degree-info">MSc, Hons</span> '
        '<span class="education__item--degree-info">Statistics</span></h4>'
        "<p><time>2010</time> - <time>2014</time></p></li>"
    )
    (entry,) = section(page(part("educationsDetails", study)), "education").entries
    assert (entry.school, entry.degree, entry.field, entry.start, entry.end) == (
        "Uni A",
        "MSc, Hons",
        "Statistics",
        "2010",
        "2014",
    )


def test_what_is_held_back_behind_asterisks_is_not_read() -> None:
    visible = "<li><h3>Acme</h3><h4>******* ****</h4></li>"
    html = page(
        '<section class="pp-section"><h2>Experience &amp; Education</h2><div class="blurred-overlay"></div>'
        f'<ul class="visible-list">{visible}</ul>'
        '<ul class="blurred-list" aria-hidden="true"><li>****** *</li></ul></section>'
    )
    found = section(html, "experience")
    assert found.state == "redacted"
    assert "*" not in "".join(piece.text for entry in found.entries for piece in entry.pieces)


def test_the_other_authors_of_a_project_are_left_out() -> None:
    project = (
        '<li class="personal-project"><h3>Tide</h3>'
        '<div class="personal-project__contributors"><h4>Other creators</h4>'
        "<ul><li>Robin Other</li></ul></div></li><li><h3>Wind</h3></li>"
    )
    html = page(part("projects", project), part("summary", "<p>I.</p>"))
    assert [entry.name for entry in section(html, "projects").entries] == ["Tide", "Wind"]
    assert "Robin" not in str(read(html).sections)


def test_chips_in_the_top_card_are_no_sections() -> None:
    chip = '<div data-section="educationsDetails"><a>Uni A</a></div>'
    html = page(chip, part("summary", "<p>I build.</p>"))
    assert {each.kind for each in read(html).sections} == {"headline", "about"}

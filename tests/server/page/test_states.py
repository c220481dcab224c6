"""A page that is no profile is told by what it is, never as an empty candidate."""

from __future__ import annotations

import pytest

from rolelight.page import read_page
from rolelight.page.model import Capture, Profile

URL = "https://www.profiles.example/in/asha-example/"
CARD = "com.linkedin.sdui.profile.card.refACoAAB1"


def read(html: str, url: str = URL) -> Profile:
    return read_page(Capture(html, url))


def head(title: str = "", page_key: str = "") -> str:
    return f'<head><title>{title}</title><meta name="pageKey" content="{page_key}"></head>'


NO_PROFILES = {
    "sign-in wall by its key": (
        head("Sign Up", "auth_wall_desktop_profile") + "<main><h1>Join</h1></main>",
        URL,
        "sign_in_wall",
    ),
    "sign-in wall by its address": (
        "<h1>Welcome back</h1>",
        "https://www.linkedin.com/authwall?x=1",
        "sign_in_wall",
    ),
    "sign-in wall by its heading": (
        "<main><h1>Security verification</h1><p>Code</p></main>",
        URL,
        "sign_in_wall",
    ),
    "guest home": (
        head("LinkedIn: Log In or Sign Up", "d_homepage-guest-home"),
        "https://www.linkedin.com/",
        "guest_home",
    ),
    "blocked": (
        '<head><meta http-equiv="refresh" content="0;url=/x"></head><script>var a=1</script>',
        URL,
        "blocked",
    ),
    "profile not found": (
        head("Profile Not Found | LinkedIn", "public_profile_v3_desktop") + "<main><h1>Hm</h1></main>",
        URL,
        "not_found",
    ),
    "a page of its own that is not found": (
        "<h1>404 - Page not found</h1><p>Nothing here</p>",
        "https://a.example/cv",
        "not_found",
    ),
    "search results": (
        "<main><h1>About 300 results</h1></main>",
        "https://www.linkedin.com/search/results/people/?k=a",
        "search_results",
    ),
    "job advertisement by its address": (
        "<main><h1>Web Developer</h1></main>",
        "https://www.linkedin.com/jobs/view/1/",
        "job_ad",
    ),
    "job advertisement by its kind": (
        '<div itemscope itemtype="https://schema.org/JobPosting"><h1>Web Developer</h1></div>',
        "https://a.example/j",
        "job_ad",
    ),
    "job advertisement by its headings": (
        "<h1>Python Developer</h1><h2>About the role</h2><p>Build APIs in Django.</p><h2>Requirements</h2><ul><li>3 years</li></ul>"
        "<h2>Experience</h2><p>Five years of Python.</p><h2>Education</h2><p>A degree in computing.</p>",
        "https://a.example/j",
        "job_ad",
    ),
    "blank": ("<main></main>", URL, "blank"),
    "nothing at all": ("", URL, "blank"),
    "news article": (
        "<main><h1>Rents rise again</h1><p>"
        + "The council met on Monday to talk about rents. " * 8
        + "</p><h2>About</h2><p>A paper.</p></main>",
        "https://news.example/1",
        "not_a_profile",
    ),
    "shop": (
        "<h1>Blue kettle</h1><h2>About this item</h2><p>A kettle that boils water in two minutes.</p><h2>Skills</h2><ul><li>Boils</li></ul>",
        "https://shop.example/1",
        "not_a_profile",
    ),
}


@pytest.mark.parametrize(("html", "url", "state"), NO_PROFILES.values(), ids=NO_PROFILES.keys())
def test_page_that_is_no_profile_has_its_state_and_no_sections(html: str, url: str, state: str) -> None:
    profile = read(html, url)
    assert profile.page_state == state
    assert profile.sections == ()


def test_sign_in_links_on_a_public_profile_do_not_make_it_a_wall() -> None:
    profile = read(
        head("Asha Example", "public_profile_v3_desktop")
        + '<main><h1 class="top-card-layout__title">Asha Example</h1><h2 class="top-card-layout__headline">Web developer</h2>'
        '<div class="modal"><h2>Sign in to view Asha’s full profile</h2></div>'
        '<section class="core-section-container" data-section="summary"><h2>About</h2><p>I build web sites.</p></section></main>'
    )
    assert profile.page_state == "profile"


def test_only_a_name_and_a_headline_is_a_private_profile() -> None:
    html = f'<main><div componentkey="{CARD}Topcard"><section><h2>Asha Example</h2><p>Web developer</p></section></div></main>'
    profile = read(html)
    assert profile.page_state == "private"
    headline = profile.section("headline")
    assert headline is not None
    assert headline.entries[0].text_of("headline") == "Web developer"


def sdui_top_card(slug: str) -> str:
    return (
        f'<div componentkey="{CARD}Topcard"><section><a href="/in/{slug}/" '
        f'componentkey="ProfileVerificationTriggerRef-{slug}"><h2>Somebody</h2></a><p>Developer</p>'
        f'<a href="/in/{slug}/overlay/contact-info/">Contact info</a></section></div>'
        f'<div componentkey="{CARD}About"><section><h2>About</h2><p>I build web sites.</p></section></div>'
    )


def pvs_top_card(slug: str) -> str:
    return (
        f'<section><a href="/in/{slug}/overlay/about-this-profile/"><h1>Somebody</h1></a>'
        '<div class="text-body-medium break-words">Developer</div></section>'
        '<section><div id="about" class="pv-profile-card__anchor"></div><h2>About</h2><p>I build web sites.</p></section>'
    )


@pytest.mark.parametrize("top_card", [sdui_top_card, pvs_top_card])
def test_another_persons_top_card_makes_the_page_stale(top_card: object) -> None:
    assert callable(top_card)
    assert read(f"<main>{top_card('robin-other')}</main>").page_state == "stale"


@pytest.mark.parametrize("top_card", [sdui_top_card, pvs_top_card])
@pytest.mark.parametrize(
    "url",
    [
        "https://x.example/in/ROBIN-Example/",
        "https://x.example/in/robin%2Dexample?a=1",
        "",
        "https://x.example/in/ACoAAB123/",
    ],
)
def test_the_own_top_card_in_any_spelling_is_not_stale(top_card: object, url: str) -> None:
    assert callable(top_card)
    profile = read(f"<main>{top_card('robin-example')}</main>", url)
    assert profile.page_state == "profile"


def test_the_slug_is_read_from_the_top_card_where_the_address_is_missing() -> None:
    assert read(f"<main>{sdui_top_card('robin-example')}</main>", "").slug == "robin-example"

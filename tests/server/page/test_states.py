"""A page that is no profile is told by what it is, never as an empty candidate."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from rolelight.page.model import Capture, Profile
from rolelight.page.read import read_page

URL = "https://www.profiles.example/in/asha-example/"
CARD = "com.linkedin.sdui.profile.card.refACoAAB1"


def read(html: str, url: str = URL) -> Profile:
    return read_page(Capture(html, url))


def head(title: str = "", page_key: str = "") -> str:
    return f'<head><title>{title}</title><meta name="pageKey" content="{page_key}"></head>'


DATA = tomllib.loads(Path(__file__).with_name("no_profiles.toml").read_text("utf-8"))


@pytest.mark.parametrize("page", DATA["page"], ids=lambda page: page["name"])
def test_page_that_is_no_profile_has_its_state_and_no_sections(page: dict[str, str]) -> None:
    profile = read(page["html"], page["url"])
    assert profile.page_state == page["state"]
    assert profile.sections == ()


def test_sign_in_links_on_a_public_profile_do_not_make_it_a_wall() -> None:
    profile = read(
        head("Asha Example", "public_profile_v3_desktop")
        + '<main><h1 class="top-card-layout__title">Asha Example</h1>'
        '<h2 class="top-card-layout__headline">Web developer</h2>'
        '<div class="modal"><h2>Sign in to view her full profile</h2></div>'
        '<section class="core-section-container" data-section="summary"><h2>About</h2>'
        "<p>I build web sites.</p></section></main>"
    )
    assert profile.page_state == "profile"


def test_only_a_name_and_a_headline_is_a_private_profile() -> None:
    names = "<section><h2>Asha Example</h2><p>Web developer</p></section>"
    html = f'<main><div componentkey="{CARD}Topcard">{names}</div></main>'
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
        '<section><div id="about" class="pv-profile-card__anchor"></div>'
        "<h2>About</h2><p>I build web sites.</p></section>"
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

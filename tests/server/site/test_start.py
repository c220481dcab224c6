"""The start page: what it tells, and to whom it shows the pairing code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from flask import Flask
from flask.testing import FlaskClient

from callers import ADDRESS
from rolelight import extension_folder
from rolelight.site.start import COOKIE_SECONDS, StartLink
from rolelight.state import LocalState

WITHOUT_EXTENSION = "This installation came without the extension\u2019s folder"
CODE = re.compile(r"\b[A-Z2-9]{4}-[A-Z2-9]{4}\b")


def page(client: FlaskClient, address: str = "/") -> str:
    return client.get(address, base_url=ADDRESS, follow_redirects=True).text


def words(html: str) -> str:
    return " ".join(BeautifulSoup(html, "lxml").get_text(" ").split())


def test_without_the_start_link_the_page_tells_how_to_get_the_code(client: FlaskClient) -> None:
    assert not CODE.search(page(client))
    assert "Open the start link that rolelight serve printed" in words(page(client))
    assert "type rolelight open in a terminal" in words(page(client))


def test_the_start_link_shows_the_code_and_leaves_the_address(client: FlaskClient, state: LocalState) -> None:
    reply = client.get(f"/?start={state.start_link.secret}", base_url=ADDRESS)
    assert (reply.status_code, reply.location) == (303, "/")
    cookie = reply.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert state.start_link.secret not in cookie
    shown = CODE.search(page(client))
    assert shown is not None
    assert shown[0] == state.codes.show().text


def test_the_start_link_works_once(app: Flask, state: LocalState) -> None:
    first, second = app.test_client(), app.test_client()
    link = f"/?start={state.start_link.secret}"
    page(first, link)
    html = page(second, link)
    assert not CODE.search(html)
    assert "This start link has been opened before" in words(html)
    assert CODE.search(page(first))


def test_after_a_start_link_there_is_a_new_one_for_another_browser(app: Flask, state: LocalState) -> None:
    first, second = app.test_client(), app.test_client()
    page(first, f"/?start={state.start_link.secret}")
    assert CODE.search(page(second, f"/?start={state.start_link.secret}"))


def test_a_browser_is_let_in_also_where_the_new_link_cannot_be_kept(
    client: FlaskClient, state: LocalState
) -> None:
    def fill_the_disk(_: str) -> None:
        if told:
            raise OSError
        told.append(_)

    told: list[str] = []
    state.start_link.follow(fill_the_disk)
    assert CODE.search(page(client, f"/?start={told[0]}"))


@pytest.mark.parametrize("secret", ["", "x", "é", "%00"])
def test_a_wrong_start_link_shows_nothing_and_uses_nothing_up(
    client: FlaskClient, state: LocalState, secret: str
) -> None:
    assert not CODE.search(page(client, f"/?start={secret}"))
    assert CODE.search(page(client, f"/?start={state.start_link.secret}"))


def test_an_old_cookie_is_worth_nothing(client: FlaskClient) -> None:
    client.set_cookie("rolelight_start_8765", "x", domain="127.0.0.1")
    assert not CODE.search(page(client))


def test_the_pause_after_wrong_codes_is_told(client: FlaskClient, state: LocalState) -> None:
    page(client, f"/?start={state.start_link.secret}")
    for _ in range(5):
        with pytest.raises(Exception, match="wrong_code"):
            state.codes.redeem("x")
    assert "Too many wrong codes were typed" in words(page(client))


def test_the_page_names_the_folder_to_load_for_each_browser(client: FlaskClient) -> None:
    extension = extension_folder.find_extension()
    assert extension is not None
    copied = {
        str(button["data-copy"]) for button in BeautifulSoup(page(client), "lxml").select("[data-copy]")
    }
    assert {str(extension), str(extension / "manifest.json"), "chrome://extensions"} < copied
    assert (extension / "manifest.json").is_file()


def test_without_the_extensions_folder_the_page_says_so(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extension_folder, "PLACES", (Path("nowhere"),))
    assert WITHOUT_EXTENSION in words(page(client))
    assert WITHOUT_EXTENSION in page(client, "/demos/web-developer")
    assert client.get("/extension/content/overlay.js", base_url=ADDRESS).status_code == 404


def test_the_page_says_what_is_kept_and_speaks_of_the_sites_terms(client: FlaskClient) -> None:
    text = words(page(client))
    for sentence in ("not on disk, not in a log", "restrict tools like this one", "does not rate the person"):
        assert sentence in text


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("direction", ["for", "against", "unclear"])
def test_the_sample_marks_are_the_overlays(client: FlaskClient, direction: str, scheme: str) -> None:
    extension = extension_folder.find_extension()
    assert extension is not None
    overlay = (extension / "content/palettes/standard.css").read_text("utf-8")
    mark = re.search(
        rf"rolelight-{direction}-2-{scheme}\) {{[^}}]*underline (\w+) (#\w+) 2px", overlay, re.DOTALL
    )
    assert mark is not None
    style = client.get("/static/site.css", base_url=ADDRESS).text
    colours = re.findall(rf"--{direction}: (#\w+);", style)
    sample = re.search(rf"em\.{direction} {{(?:[^}}]*text-decoration-style: (\w+))?", style)
    assert sample is not None
    assert (sample[1] or "solid", dict(zip(("light", "dark"), colours, strict=True))[scheme]) == mark.groups()


def test_the_page_says_what_a_second_click_does(client: FlaskClient) -> None:
    assert "A second click reads the page again" in words(page(client))


def test_an_unknown_address_gets_a_page(client: FlaskClient) -> None:
    reply = client.get("/nothing", base_url=ADDRESS)
    assert reply.status_code == 404
    assert "There is nothing at this address" in words(reply.text)


@pytest.mark.parametrize(
    "address", ["/", "/api/v1/docs", "/demos/web-developer", "/nothing", "/static/site.css"]
)
def test_a_page_may_load_only_what_this_server_has(client: FlaskClient, address: str) -> None:
    policy = client.get(address, base_url=ADDRESS).headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert not re.search(r"unsafe|https?:|\*", policy)


@pytest.mark.parametrize("address", ["/", "/api/v1/docs", "/nothing"])
def test_our_pages_have_nothing_from_elsewhere_and_nothing_inline(client: FlaskClient, address: str) -> None:
    soup = BeautifulSoup(page(client, address), "lxml")
    assert soup.select("style, [style], script:not([src]), [onclick]") == []
    loaded = [str(tag.get("src") or tag.get("href")) for tag in soup.select("script, link, img")]
    assert loaded
    assert [each for each in loaded if not each.startswith("/")] == []
    assert [each for each in loaded if client.get(each, base_url=ADDRESS).status_code != 200] == []


def test_browsers_find_the_icon(client: FlaskClient) -> None:
    assert client.get("/favicon.ico", base_url=ADDRESS).mimetype == "image/svg+xml"


def test_a_browser_is_no_longer_the_owners_after_an_hour() -> None:
    clock = [1000.0]
    link = StartLink(lambda: clock[0])
    cookie = link.redeem(link.secret)
    assert cookie is not None
    assert link.is_opened_by(cookie)
    clock[0] += COOKIE_SECONDS
    assert not link.is_opened_by(cookie)
    another = link.redeem(link.secret)
    assert another != cookie
    assert not link.is_opened_by(cookie)


def test_nothing_is_the_owners_cookie_before_a_link_was_opened() -> None:
    assert not StartLink().is_opened_by("")

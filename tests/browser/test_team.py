"""The server of a team: pages go there alone, once the user has been told and has pressed the button."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.pairing import NOT_PAIRED, open_options, open_welcome, token_of
from browser.seen import badge_of, panel_of, wait_for_reading, words_painted
from browser.stub import HEADERS, PROFILE_WORDS, TOKEN, Stub
from browser.team import HOST, Certificate, address_of
from browser.test_accessibility import violations

ReadPage = Callable[[str], Page]
PERMISSION = {"origins": [f"https://{HOST}/*"]}
TEAM_TOKEN = "of-ann-smith"  # noqa: S105 - opens nothing
# Watches what the page asks the browser for, and answers in the user's place where that is told.
WATCH = """(answer) => {
  const ask = chrome.permissions.request.bind(chrome.permissions);
  window.requests = [];
  chrome.permissions.request = (asked) => {
    requests.push(asked);
    return { yes: () => ask(asked), no: async () => false, waits: () => new Promise(() => {}) }[answer]();
  };
}"""


@pytest.fixture
def team(certificate: Certificate, chromium: Chromium) -> Iterator[Stub]:
    """A team's server, which the extension knows nothing of and may not speak to."""
    with certificate.serving() as team:
        yield team
        options = open_options(chromium)
        options.evaluate("(permission) => chrome.permissions.remove(permission)", PERMISSION)


def open_watched(chromium: Chromium, answer: str = "yes") -> Page:
    """The options page, whose requests for permissions are watched."""
    options = open_options(chromium)
    options.evaluate(WATCH, answer)
    return options


def enter(options: Page, address: str, token: str = TEAM_TOKEN) -> None:
    """Enters a team's address and a token, and presses the button."""
    options.get_by_label("Its address").fill(address)
    options.get_by_label("Your token").fill(token)
    options.get_by_role("button", name="Send pages to").click()


def join(chromium: Chromium, team: Stub) -> Page:
    """Connects to the team's server, and gives the options page."""
    options = open_watched(chromium)
    enter(options, address_of(team))
    expect(options.locator("#state")).to_contain_text("Connected to")
    return options


def is_allowed(options: Page) -> object:
    return options.evaluate("(permission) => chrome.permissions.contains(permission)", PERMISSION)


def kept(options: Page) -> object:
    return options.evaluate("() => chrome.storage.local.get(['team', 'token'])")


def test_button_and_notice_say_where_pages_will_go_before_it_is_pressed(
    stub: Stub, team: Stub, chromium: Chromium
) -> None:
    options = open_options(chromium)
    send = options.locator("#team-send")
    expect(send).to_have_text("Send pages to that server")
    options.get_by_label("Its address").fill("https://rolelight.example.com")
    expect(send).to_have_text("Send pages to rolelight.example.com")
    expect(send).to_have_accessible_description(
        "The pages that you read will then leave this machine and go to rolelight.example.com."
        " Whoever runs that server can read them while it works."
    )
    options.get_by_label("Its address").fill("http://rolelight.example.com")
    expect(send).to_have_text("Send pages to that server")


def test_one_host_is_asked_for_and_connected_to_in_words(stub: Stub, team: Stub, chromium: Chromium) -> None:
    options = join(chromium, team)
    assert options.evaluate("() => requests") == [PERMISSION]
    expect(options.locator("#state")).to_have_text(
        f"Connected to {HOST}:{team.port} as Ann Smith until February 21, 2027."
    )
    expect(options.get_by_role("heading", name="Server and pairing")).to_be_focused()
    assert kept(options) == {"team": address_of(team), "token": TEAM_TOKEN}
    assert team.heard[:2] == [("health", None), ("pairing", f"Bearer {TEAM_TOKEN}")]
    expect(options.get_by_label("Port", exact=True)).to_be_hidden()
    expect(options.get_by_label("Your token")).to_be_hidden()
    expect(options.locator("#sent-what")).to_contain_text(f"go to {HOST}:{team.port}.")


@pytest.mark.parametrize("answer", ["no", "waits"])
def test_nothing_is_sent_before_the_browser_was_told_yes(
    stub: Stub, team: Stub, chromium: Chromium, answer: str
) -> None:
    options = open_watched(chromium, answer)
    enter(options, address_of(team))
    options.wait_for_function("() => requests.length === 1")
    if answer == "no":
        expect(options.locator("#team-refusal[role=alert]")).to_contain_text("Nothing was sent")
        expect(options.locator("#team-send")).to_be_focused()
    else:
        expect(options.locator("#team-send")).to_have_text(f"Asking {HOST}:{team.port}…")
    assert team.heard == []
    assert kept(options) == {"token": TOKEN}


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("http://rolelight.test", "The address must begin with https://"),
        ("rolelight.test", "This is not the address of a server"),
        ("https://rolelight.test/rolelight", "This is not the address of a server"),
        ("https://*", "This is not the address of a server"),
    ],
)
def test_another_address_is_refused_before_anything_is_asked(
    stub: Stub, chromium: Chromium, address: str, title: str
) -> None:
    options = open_watched(chromium)
    enter(options, address)
    expect(options.locator("#team-refusal strong")).to_have_text(title)
    expect(options.get_by_label("Its address")).to_be_focused()
    expect(options.get_by_label("Its address")).to_have_attribute("aria-invalid", "true")
    assert options.evaluate("() => requests") == []
    options.get_by_label("Its address").press("Backspace")
    expect(options.locator("#team-refusal")).to_be_empty()


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"refusals": {"pairing": (401, "not_paired")}}, "This token does not work"),
        ({"refusals": {"pairing": (401, "token_expired")}}, "The token has expired"),
        ({"headers": {"Content-Type": "text/html"}}, "Another program answers there"),
        ({"headers": {"Location": "https://login.test/"}, "status": 302}, "Another program answers there"),
        ({"headers": {}, "status": 502}, "The team's server does not answer"),
        ({"headers": {}, "status": 503}, "The server is busy"),
        ({"headers": HEADERS | {"X-Rolelight-API": "2.0"}}, "Different versions"),
    ],
)
def test_server_that_is_not_right_is_not_kept_and_not_allowed(
    stub: Stub, team: Stub, chromium: Chromium, changes: dict[str, object], title: str
) -> None:
    vars(team).update(changes)
    options = open_watched(chromium)
    enter(options, address_of(team))
    expect(options.locator("#team-refusal strong")).to_have_text(title)
    assert kept(options) == {"token": TOKEN}
    assert is_allowed(options) is False


def test_certificate_that_is_not_trusted_gets_no_word_of_us(
    stub: Stub, team: Stub, chromium: Chromium
) -> None:
    with Certificate().serving() as impostor:
        options = open_watched(chromium)
        enter(options, address_of(impostor))
        expect(options.locator("#team-refusal")).to_contain_text("its certificate may not be valid")
        assert impostor.heard == []


def test_click_is_read_by_the_team_and_this_machine_hears_nothing(
    stub: Stub, team: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    join(chromium, team)
    stub.heard.clear()
    page = read_page("profile.html")
    wait_for_reading(page)
    assert words_painted(page) == sorted(words.exact for words in PROFILE_WORDS)
    assert ("readings", f"Bearer {TEAM_TOKEN}") in team.heard
    page.locator(".badge .opener").click()
    expect(panel_of(page).get_by_text(f"Read by {HOST}:{team.port}.")).to_be_visible()
    assert violations(page) == []
    assert stub.heard == []


def test_panel_of_this_machine_names_no_server(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    page.locator(".badge .opener").click()
    expect(panel_of(page).locator("footer p")).to_have_count(1)


def test_reading_on_this_machine_again_gives_back_the_permission_and_forgets_the_token(
    stub: Stub, team: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    options = join(chromium, team)
    options.get_by_role("button", name="Read on this machine again").click()
    expect(options.locator("#state")).to_have_text(NOT_PAIRED)
    expect(options.get_by_role("heading", name="Server and pairing")).to_be_focused()
    expect(options.get_by_role("button", name="Read on this machine again")).to_be_hidden()
    expect(options.get_by_label("Its address")).to_have_value("")
    assert token_of(options) == ""
    assert is_allowed(options) is False
    team.heard.clear()
    expect(badge_of(read_page("profile.html"))).to_have_attribute("data-failure", "not_paired")
    assert team.heard == []


def test_forgetting_everything_gives_back_the_permission_too(
    stub: Stub, team: Stub, chromium: Chromium
) -> None:
    options = join(chromium, team)
    options.get_by_role("button", name="Forget everything").click()
    expect(options.get_by_text("Done. This browser has forgotten everything.")).to_be_visible()
    assert is_allowed(options) is False
    expect(options.get_by_label("Your token")).to_be_visible()


def test_permission_that_was_taken_away_is_asked_for_again_by_name(
    stub: Stub, team: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    options = join(chromium, team)
    options.evaluate("(permission) => chrome.permissions.remove(permission)", PERMISSION)
    options.close()
    team.heard.clear()
    page = read_page("profile.html")
    expect(badge_of(page)).to_have_attribute("data-failure", "team_no_permission")
    assert team.heard == []
    with chromium.context.expect_page() as opened:
        page.get_by_role("button", name="Open options").click()
    again = opened.value
    expect(again.locator("#state strong")).to_have_text("Access is switched off")
    again.evaluate(WATCH, "yes")
    again.get_by_role("button", name=f"Allow access to {HOST}:{team.port}").click()
    expect(again.locator("#state")).to_contain_text("as Ann Smith")
    assert again.evaluate("() => requests") == [PERMISSION]


def test_token_that_expires_is_replaced_on_the_options_page(
    stub: Stub, team: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    join(chromium, team).close()
    team.refusals = dict.fromkeys(("pairing", "readings"), (401, "token_expired"))
    expect(badge_of(read_page("profile.html"))).to_have_attribute("data-failure", "token_expired")
    options = open_options(chromium)
    expect(options.locator("#state strong")).to_have_text("The token has expired")
    expect(options.get_by_label("Its address")).to_have_value(address_of(team))
    expect(options.get_by_label("Its address")).not_to_be_editable()
    team.refusals = {}
    options.get_by_label("Your token").fill("a-new-one")
    options.get_by_role("button", name="Send pages to").click()
    expect(options.locator("#state")).to_contain_text("as Ann Smith")
    assert token_of(options) == "a-new-one"


def test_team_server_that_is_gone_says_whom_to_ask(
    stub: Stub, certificate: Certificate, chromium: Chromium, read_page: ReadPage
) -> None:
    with certificate.serving() as team:
        options = join(chromium, team)
    card = badge_of(read_page("profile.html"))
    expect(card).to_have_attribute("data-failure", "team_not_running")
    expect(card).to_contain_text("ask whoever runs the server")
    options.reload()
    expect(options.locator("#state")).to_contain_text("ask whoever runs the server")
    expect(options.get_by_text("rolelight serve --open")).to_be_hidden()
    options.get_by_role("button", name="Read on this machine again").click()
    expect(options.locator("#state")).to_have_text(NOT_PAIRED)


def test_name_that_the_server_gives_is_shown_as_text(stub: Stub, team: Stub, chromium: Chromium) -> None:
    team.pairing = {"person": "<b>Ann</b>", "expires": None}
    options = join(chromium, team)
    expect(options.locator("#state")).to_have_text(f"Connected to {HOST}:{team.port} as <b>Ann</b>.")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("is_joined", [False, True])
def test_page_in_each_state_is_accessible_and_fits_a_phone(
    stub: Stub, team: Stub, chromium: Chromium, scheme: str, is_joined: bool
) -> None:
    options = join(chromium, team) if is_joined else open_options(chromium)
    options.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    if not is_joined:
        enter(options, "http://a-rather-long-name-of-a-server-that-a-team-may-have.example.com")
    options.set_viewport_size({"width": 360, "height": 700})
    assert options.evaluate("() => document.documentElement.scrollWidth") <= 360
    assert violations(options, "main") == []


def test_welcome_leads_to_the_form_and_is_done_once_connected(
    stub: Stub, team: Stub, chromium: Chromium
) -> None:
    chromium.configure(port=stub.port)
    welcome = open_welcome(chromium)
    welcome.get_by_role("link", name="Does your team run a server?").click()
    expect(welcome.get_by_role("heading", name="A server of your team")).to_be_in_viewport()
    join(chromium, team)
    welcome = open_welcome(chromium)
    expect(welcome.get_by_text("You are ready.")).to_be_visible()
    expect(welcome.get_by_text("Try the demo profiles")).to_be_hidden()

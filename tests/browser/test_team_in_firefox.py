"""The server of a team in Firefox: one host is asked for in the press, pages go there, and back again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.firefox import RunningFirefox
from browser.stub import TOKEN, Stub, running_stub
from browser.team import HOST, Certificate, address_of
from browser.test_firefox import ROOT, press, text_of

PERMISSION = {"origins": [f"https://{HOST}/*"]}
ASK = "browser.permissions.{}(arguments[0]).then(arguments[1])"
WATCH = """
const ask = browser.permissions.request.bind(browser.permissions);
window.requests = [];
browser.permissions.request = (asked) => { requests.push(asked); return ask(asked); };
"""


@pytest.fixture
def stub(firefox: RunningFirefox) -> Iterator[Stub]:
    with running_stub() as stub:
        firefox.configure(port=stub.port, team="", token=TOKEN)
        yield stub


@pytest.fixture
def team(firefox: RunningFirefox, certificate: Certificate) -> Iterator[Stub]:
    """A team's server, whose permission and address are gone afterwards."""
    with certificate.serving() as team:
        yield team
        firefox.configure(team="", token="")
        ask(firefox, "remove")


def ask(firefox: RunningFirefox, verb: str) -> object:
    """Asks the browser about the permission, on a page of the extension's."""
    return firefox.driver.execute_async_script(ASK.format(verb), PERMISSION)


def enter(firefox: RunningFirefox, address: str) -> None:
    """Enters a team's address and a token on the options page, and presses the button."""
    firefox.driver.get(f"{firefox.extension}/options/options.html")
    firefox.wait_for("return document.querySelector('#team').checkVisibility()")
    firefox.driver.execute_script(WATCH)
    firefox.driver.find_element("id", "team-address").send_keys(address)
    firefox.driver.find_element("id", "team-token").send_keys("of-ann-smith")
    firefox.press("return document.querySelector('#team-send')")


def wait_for_state(firefox: RunningFirefox, words: str) -> None:
    firefox.wait_for(f"return document.querySelector('#state').textContent.includes({words!r})")


def test_one_host_is_asked_for_and_a_click_is_read_there_alone(
    stub: Stub, team: Stub, firefox: RunningFirefox
) -> None:
    enter(firefox, address_of(team))
    wait_for_state(firefox, f"Connected to {HOST}:{team.port} as Ann Smith until February 21, 2027.")
    assert firefox.driver.execute_script("return requests") == [PERMISSION]
    assert ask(firefox, "contains") is True
    stub.heard.clear()
    firefox.open("profile.html")
    firefox.click_toolbar()
    press(firefox, ".opener")
    assert f"Read by {HOST}:{team.port}." in text_of(firefox, "footer")
    assert ("readings", "Bearer of-ann-smith") in team.heard
    assert stub.heard == []


def test_reading_on_this_machine_again_gives_back_the_permission(
    stub: Stub, team: Stub, firefox: RunningFirefox
) -> None:
    enter(firefox, address_of(team))
    wait_for_state(firefox, "Connected to")
    firefox.press("return document.querySelector('#leave')")
    wait_for_state(firefox, "Enter its pairing code")
    assert ask(firefox, "contains") is False
    team.heard.clear()
    firefox.open("profile.html")
    firefox.click_toolbar()
    failure = firefox.wait_for(f"return {ROOT}?.querySelector('[data-failure]')?.dataset.failure")
    assert failure == "not_paired"
    assert team.heard == []
    firefox.driver.get(f"{firefox.extension}/options/options.html")


def test_address_without_tls_is_refused_before_anything_is_asked(
    stub: Stub, team: Stub, firefox: RunningFirefox
) -> None:
    enter(firefox, f"http://{HOST}")
    title = firefox.wait_for("return document.querySelector('#team-refusal strong')?.textContent")
    assert title == "The address must begin with https://"
    assert firefox.driver.execute_script("return requests") == []
    assert firefox.driver.execute_script("return document.activeElement.id") == "team-address"


def test_permission_that_was_taken_away_is_given_again_by_a_press(
    stub: Stub, team: Stub, firefox: RunningFirefox
) -> None:
    enter(firefox, address_of(team))
    wait_for_state(firefox, "Connected to")
    ask(firefox, "remove")
    firefox.driver.refresh()
    wait_for_state(firefox, "Access is switched off")
    firefox.press("return document.querySelector('#allow')")
    wait_for_state(firefox, "Connected to")

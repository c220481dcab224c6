"""In a browser of another language, the overlay speaks it; what the server says is marked as English."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from browser.firefox import RunningFirefox, running_firefox
from browser.stub import TOKEN, Stub, running_stub

ROOT = "document.querySelector(':root > [popover]')?.shadowRoot"


@pytest.fixture(scope="module")
def german(site: int) -> Iterator[RunningFirefox]:
    """A Firefox whose user reads German."""
    with running_firefox(site, language="de") as firefox:
        yield firefox


@pytest.fixture
def stub(german: RunningFirefox) -> Iterator[Stub]:
    """A server for odd answers, to which the German Firefox is paired."""
    with running_stub() as stub:
        german.configure(port=stub.port, token=TOKEN)
        yield stub


def click(german: RunningFirefox) -> None:
    german.open("profile.html")
    german.click_toolbar()


def text_of(german: RunningFirefox, selector: str) -> str:
    """The text of an element of the overlay, as soon as it is there."""
    return str(german.wait_for(f"return {ROOT}?.querySelector({selector!r})?.textContent"))


def language_of(german: RunningFirefox, selector: str) -> object:
    """The language in which an element of the overlay is read out."""
    own = f"{ROOT}.querySelector({selector!r})"
    script = f"return {own}.closest('[lang]')?.lang ?? {own}.getRootNode().host.lang"
    return german.driver.execute_script(script)


def test_badge_and_panel_speak_german(stub: Stub, german: RunningFirefox) -> None:
    click(german)
    assert text_of(german, ".verdict") == "Wahrscheinlich"
    assert text_of(german, ".toggle") == "Markierungen"
    german.press(f"return {ROOT}.querySelector('.opener')")
    assert text_of(german, ".sentence") == "Die Seite enthält starke Belege für diese Art von Arbeit."
    assert text_of(german, "[data-section=about] .counts") == "1 dafür1 dagegen"
    assert text_of(german, ".sums tfoot td") == "+1,50"
    assert language_of(german, ".sentence") == "de"


def test_what_the_server_says_is_marked_as_english_and_said_to_be(stub: Stub, german: RunningFirefox) -> None:
    click(german)
    german.press(f"return {ROOT}?.querySelector('.opener')")
    assert text_of(german, ".line .note") == "A note on Web Developer."
    for selector in (".line .note", ".line .reason", ".list li", ".sums tbody th"):
        assert language_of(german, selector) == "en", selector
    assert text_of(german, "footer p:last-child").endswith("sind auf Englisch.")


def test_failure_speaks_german(stub: Stub, german: RunningFirefox) -> None:
    stub.status, stub.body = 413, b'{"code": "page_too_large", "message": "", "fields": {}}'
    click(german)
    assert text_of(german, "[data-failure] h2") == "Diese Seite ist zu groß"
    assert text_of(german, "[data-failure] button") == "Wiederholen"


def test_options_speak_german(german: RunningFirefox) -> None:
    german.driver.get(f"{german.extension}/options/options.html")
    assert german.wait_for("return document.querySelector('h1').textContent") == "Optionen von Rolelight"
    assert german.driver.execute_script("return document.documentElement.lang") == "de"

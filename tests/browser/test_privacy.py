"""Nothing of a page is kept on disk, and nothing of it outlives the browser's session."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from browser.chromium import Chromium
from browser.seen import wait_for_reading
from browser.stub import Stub

ReadPage = Callable[[str], Page]


def test_what_is_kept_for_good_is_the_settings_alone(
    stub: Stub, chromium: Chromium, read_page: ReadPage
) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.locator(".grip").click()
    kept = chromium.worker.evaluate("() => chrome.storage.local.get(null)")
    assert set(kept) <= {"port", "team", "token", "role", "palette", "corner", "collapsed"}
    session = chromium.worker.evaluate("() => chrome.storage.session.get(null)")
    assert "Django" in str(session)


def test_page_gets_no_address_and_no_name_of_the_extension(stub: Stub, read_page: ReadPage) -> None:
    page = read_page("profile.html")
    wait_for_reading(page)
    page.locator(".badge .opener").click()
    seen = page.evaluate(
        "() => document.documentElement.outerHTML"
        " + document.querySelector(':root > [popover]').shadowRoot.innerHTML"
        " + JSON.stringify(performance.getEntries())"
    )
    assert "extension://" not in seen
    assert page.evaluate("() => Object.keys(window).filter((name) => /rolelight/i.test(name))") == []

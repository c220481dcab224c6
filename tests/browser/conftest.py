"""What the browser tests share: one Chromium for all, a fresh page and server for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser.chromium import Chromium, running_chromium
from browser.firefox import RunningFirefox, running_firefox
from browser.pairing import StartPage
from browser.sites import serving_folders
from browser.stub import TOKEN, Stub, running_stub
from browser.tabs import ChromiumTab, FirefoxTab, Tab
from browser.team import Certificate, allow_host
from fixtures import PAGES, ROOT
from tools.running import running_server

# A busy machine is no failure; what is there at once is not waited for.
expect.set_options(timeout=20_000)

DEMOS = ROOT / "server" / "rolelight" / "site" / "demos"
# React is served from where npm puts it.
SITE = (Path(__file__).parent / "pages", PAGES, DEMOS, ROOT / "tests" / "node_modules")


@pytest.fixture(scope="session")
def site() -> Iterator[int]:
    """The port of the site that has the fixture pages and the demo profiles."""
    with serving_folders(*SITE) as port:
        yield port


@pytest.fixture(scope="session")
def start_page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartPage]:
    """The start page of a real server."""
    with running_server(tmp_path_factory.mktemp("server")) as server:
        yield StartPage(server)


@pytest.fixture(scope="session")
def certificate() -> Certificate:
    """The certificate of a team's server that the shared Chromium trusts."""
    return Certificate()


@pytest.fixture(scope="session")
def shared_chromium(
    site: int, certificate: Certificate, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Chromium]:
    """One Chromium for all tests."""
    profile = tmp_path_factory.mktemp("chromium")
    allow_host(profile)
    with running_chromium(profile, site, arguments=(certificate.trust,)) as chromium:
        yield chromium


@pytest.fixture
def chromium(shared_chromium: Chromium) -> Iterator[Chromium]:
    """The shared Chromium; a test's pages are closed after it."""
    before = list(shared_chromium.context.pages)
    yield shared_chromium
    for page in shared_chromium.context.pages:
        if page not in before:
            page.close()


@pytest.fixture
def stub(chromium: Chromium) -> Iterator[Stub]:
    """A server for odd answers, to which the extension is paired."""
    with running_stub() as stub:
        chromium.configure(port=stub.port, token=TOKEN)
        yield stub


@pytest.fixture
def read_page(chromium: Chromium) -> Callable[[str], Page]:
    """Opens a page and clicks the toolbar button on it."""

    def read(path: str) -> Page:
        page = chromium.open(path)
        chromium.click_toolbar(page)
        return page

    return read


@pytest.fixture(scope="session")
def firefox(site: int) -> Iterator[RunningFirefox]:
    """One Firefox for all tests."""
    with running_firefox(site) as firefox:
        yield firefox


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A tab of each browser in turn, whose extension is paired to a server for odd answers."""
    browser = request.getfixturevalue(request.param)
    with running_stub() as stub:
        browser.configure(port=stub.port, token=TOKEN)
        yield ChromiumTab(browser, stub) if request.param == "chromium" else FirefoxTab(browser, stub)

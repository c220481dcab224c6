"""Takes pictures of every state, scheme and browser: python -m tools.gallery FOLDER [STATE ...].

They are put on one page, index.html, to be looked at. `python -m tools.gallery --keep FOLDER` puts the best
ones into the documents.
"""

from __future__ import annotations

import shutil
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from html import escape
from pathlib import Path

from browser.chromium import running_chromium
from browser.firefox import running_firefox
from browser.sites import serving_folders
from browser.stub import Stub, running_stub
from browser.team import Certificate, address_of, allow_host
from fixtures import ROOT
from tools.cameras import SCHEMES, Camera, ChromiumCamera, FirefoxCamera, Scheme
from tools.running import PairedClient, RunningServer, running_server
from tools.states import OPTIONS, START, STATES, UNSET, State, typed
from tools.steps import do

BROWSERS = ("chromium", "firefox")
SITE = ROOT / "server" / "rolelight" / "site"
# The pictures of the documents, by their names there.
BEST = {
    "screenshot": "panel-light-chromium",
    "panel-dark": "panel-experience-dark-chromium",
    "tooltip": "tooltip-light-firefox",
    "forced-colours": "panel-forced-firefox",
}
STYLE = """
body { margin: 24px; font: 14px/1.5 system-ui, sans-serif; color: #222; background: #eee; }
table { border-spacing: 12px; } th { text-align: start; vertical-align: top; min-width: 9em; }
img { width: 460px; display: block; border: 1px solid #ccc; background: #fff; }
"""


class Gallery:
    """Leads the camera of one browser to the states; ``unused`` is a port on which nobody listens."""

    def __init__(
        self, folder: Path, browser: str, camera: Camera, server: RunningServer, team: Stub, unused: int
    ) -> None:
        self.folder, self.browser, self.camera, self.address = folder, browser, camera, server.address
        self.ports = {"rolelight": server.port, "stub": camera.stub.port, "nobody": unused, "team": unused}
        self.team = team
        self.token = PairedClient(server, camera.origin).token

    def take(self, state: State, scheme: Scheme) -> None:
        """Takes the picture of one state."""
        camera, stub = self.camera, self.team if state.server == "team" else self.camera.stub
        vars(stub).update(vars(Stub(port=stub.port)))
        paired = {"token": self.token} if state.server == "rolelight" else {}
        camera.configure(**UNSET | {"port": self.ports[state.server]} | paired | dict(state.settings))
        if state.server == "team":
            self._join()
        vars(stub).update(state.answers)
        if state.name == "waiting":
            stub.hold()
        camera.dress(scheme)
        camera.resize(*state.size)
        self._open(state)
        for step in state.steps:
            do(camera, *step)
        camera.shoot(self.folder / picture(state.name, scheme, self.browser), whole=state.is_own_page)
        stub.release()

    def _join(self) -> None:
        """Connects to the team's server as the user does."""
        self.camera.go(OPTIONS)
        do(self.camera, "wait", "#team:not([hidden])")
        do(self.camera, *typed(address_of(self.team)))
        do(self.camera, "press", "#team-send")
        do(self.camera, "wait", "#state[data-standing=paired]")

    def _open(self, state: State) -> None:
        """Opens the state's page, and on a profile clicks the toolbar button."""
        if state.is_own_page:
            self.camera.go(self.address if state.page == START else state.page)
        else:
            self.camera.open(state.page)
            for step in state.before:
                do(self.camera, *step)
            self.camera.click_toolbar()
        do(self.camera, "wait", state.shows)


def picture(name: str, scheme: str, browser: str) -> str:
    """The name of a picture's file."""
    return f"{name}-{scheme}-{browser}.png"


@contextmanager
def a_port_of_nobody() -> Iterator[int]:
    """A port that is taken, and on which nobody answers."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


def lay_out_site(folder: Path) -> None:
    """Puts the demo profiles and their style where the pages look for it."""
    shutil.copytree(SITE / "demos", folder / "demos")
    shutil.copytree(SITE / "static", folder / "static")
    shutil.copy(SITE / "static" / "demo.css", folder / "demos")


@contextmanager
def opened(browser: str, profile: Path, site: int, stub: Stub, certificate: Certificate) -> Iterator[Camera]:
    """The camera of a browser that may be let speak to the team's server."""
    if browser == "firefox":
        with running_firefox(site) as firefox:
            yield FirefoxCamera(firefox, stub)
    else:
        allow_host(profile)
        with running_chromium(profile, site, arguments=(certificate.trust,)) as chromium:
            yield ChromiumCamera(chromium, stub)


def main(folder: Path, states: list[State]) -> None:
    """Take the pictures of the states, and lay them out."""
    folder.mkdir(parents=True, exist_ok=True)
    for browser in BROWSERS:
        with ExitStack() as stack:
            own = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            server = stack.enter_context(running_server(own))
            lay_out_site(own)
            site = stack.enter_context(serving_folders(own))
            stub = stack.enter_context(running_stub())
            certificate = Certificate()
            team = stack.enter_context(certificate.serving())
            camera = stack.enter_context(opened(browser, own / "profile", site, stub, certificate))
            unused = stack.enter_context(a_port_of_nobody())
            gallery = Gallery(folder, browser, camera, server, team, unused)
            for scheme in SCHEMES:
                for state in states:
                    gallery.take(state, scheme)
    (folder / "index.html").write_text(page_of(folder), encoding="utf-8")


def page_of(folder: Path) -> str:
    """The page of all pictures that are there: a row for each state, a column for each scheme and browser."""
    columns = [(scheme, browser) for scheme in SCHEMES for browser in BROWSERS]
    head = "".join(f"<th>{scheme}, {browser}" for scheme, browser in columns)
    rows = "".join(f"<tr><th>{escape(state.about)}{cells_of(state, columns, folder)}\n" for state in STATES)
    return (
        f"<!doctype html><html lang=en><meta charset=utf-8><title>Gallery</title><style>{STYLE}</style>\n"
        f"<table><tr><th>State{head}\n{rows}</table>\n"
    )


def cells_of(state: State, columns: list[tuple[Scheme, str]], folder: Path) -> str:
    """The pictures of a state."""
    names = [picture(state.name, scheme, browser) for scheme, browser in columns]
    return "".join(
        f'<td><a href="{name}"><img src="{name}" alt="" loading=lazy></a>'
        if (folder / name).is_file()
        else "<td>"
        for name in names
    )


def keep(folder: Path) -> None:
    """Puts the best pictures into the documents."""
    for name, source in BEST.items():
        shutil.copy(folder / f"{source}.png", ROOT / "docs" / f"{name}.png")


if __name__ == "__main__":
    if sys.argv[1] == "--keep":
        keep(Path(sys.argv[2]))
    else:
        wanted = set(sys.argv[2:])
        main(Path(sys.argv[1]), [state for state in STATES if not wanted or state.name in wanted])

"""The package for Firefox runs in it; that for Chromium has the same files, and is unpacked by the store."""

from __future__ import annotations

from pathlib import Path

from browser.chromium import EXTENSION
from browser.firefox import running_firefox
from browser.stub import PROFILE_WORDS, TOKEN, running_stub
from browser.tabs import FirefoxTab, wait_for_paint
from tools.package_extension import main


def test_a_click_paints_where_the_package_is_installed(tmp_path: Path, site: int) -> None:
    assert main(EXTENSION, tmp_path) == []
    (package,) = tmp_path.glob("*-firefox.xpi")
    with running_firefox(site, package) as firefox, running_stub() as stub:
        firefox.configure(port=stub.port, token=TOKEN)
        tab = FirefoxTab(firefox, stub)
        tab.open("profile.html")
        tab.click_toolbar()
        wait_for_paint(tab, [words.exact for words in PROFILE_WORDS])

"""The extension with a team's server as it is documented: nginx, gunicorn, a token; nothing stands in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from browser.chromium import Chromium
from browser.pairing import open_options
from browser.seen import badge_of, panel_of, wait_for_reading
from browser.stub import Stub
from browser.team import HOST, Certificate
from tools.team import team


def test_a_recruiter_connects_reads_and_is_told_when_the_token_is_taken_back(
    stub: Stub,
    certificate: Certificate,
    chromium: Chromium,
    read_page: Callable[[str], Page],
    tmp_path: Path,
) -> None:
    with team(tmp_path, HOST, certificate.issued) as running:
        token = running.tokens.give("Ann Smith", 90)
        options = open_options(chromium)
        options.get_by_label("Its address").fill(f"https://{HOST}:{running.port}")
        options.get_by_label("Your token").fill(token)
        options.get_by_role("button", name="Send pages to").click()
        expect(options.locator("#state")).to_contain_text("as Ann Smith until")

        page = read_page("web-developer.html")
        wait_for_reading(page)
        badge_of(page).get_by_role("button", name="evidence").click()
        expect(panel_of(page)).to_contain_text(f"Read by {HOST}")
        page.close()

        running.tokens.revoke(running.tokens.all()[0].id)
        expect(badge_of(read_page("web-developer.html"))).to_have_attribute("data-failure", "team_not_paired")
        options.get_by_role("button", name="Read on this machine again").click()
        assert "readings" not in {path for path, _ in stub.heard}

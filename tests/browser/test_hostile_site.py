"""A site in another tab looks for Rolelight: in a real browser it finds nothing, but a link leads there."""

from __future__ import annotations

import pytest

from browser.chromium import Chromium
from browser.firefox import RunningFirefox
from browser.pairing import StartPage

LOOK = """async (server) => {
  const load = (tag, name, path) => new Promise((tell) => {
    const element = document.createElement(tag);
    if (tag === "link") element.rel = "stylesheet";
    element.onload = () => tell(path);
    element.onerror = () => tell(null);
    element[name] = server + path;
    document.body.append(element);
  });
  const ask = (path, options) => fetch(server + path, options).then(() => path, () => null);
  const form = { method: "POST", mode: "no-cors", body: "{}" };
  const seen = await Promise.all([
    load("img", "src", "/static/icon.svg"), load("script", "src", "/extension/content/texts.js"),
    load("link", "href", "/static/site.css"), ask("/api/v1/health", {}), ask("/", { mode: "no-cors" }),
    ask("/demos/web-developer/reading", { mode: "no-cors" }), ask("/api/v1/pairings", form),
  ]);
  return seen.filter((each) => each !== null);
}"""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "people.test"])
def test_a_page_of_another_site_can_load_and_ask_nothing(
    chromium: Chromium, start_page: StartPage, host: str
) -> None:
    """At 127.0.0.1 it is another port of the same site to the browser."""
    page = chromium.open("profile.html", host)
    assert page.evaluate(LOOK, f"http://127.0.0.1:{start_page.port}") == []


def test_a_page_of_another_site_can_do_so_no_more_in_firefox(
    firefox: RunningFirefox, start_page: StartPage
) -> None:
    firefox.open("profile.html")
    look = f"({LOOK})(arguments[0]).then(arguments[1])"
    assert firefox.driver.execute_async_script(look, f"http://127.0.0.1:{start_page.port}") == []


def test_a_link_from_there_leads_to_the_start_page(chromium: Chromium, start_page: StartPage) -> None:
    page = chromium.open("profile.html", "127.0.0.1")
    with page.expect_navigation():
        page.evaluate("(address) => { location = address; }", f"http://127.0.0.1:{start_page.port}/")
    assert page.title().startswith("Rolelight")

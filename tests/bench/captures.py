"""Takes the captures of the bench's pages with the extension's own code, in a real Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Route, sync_playwright
from playwright.sync_api import Page as Tab

from bench.figures import Figure
from bench.pages import URL, Page
from rolelight.page.model import Capture

EXTENSION = Path(__file__).parents[2] / "extension"
RUNS = 9
TAKE = "async (rules) => (await rolelightCapture.takeCapture(rules)).capture"
NOTHING = "async (rules) => { await scheduler.yield(); }"


def take_captures(pages: list[Page]) -> list[Capture]:
    """The captures of the pages as a click in Chromium takes them."""
    with _chromium() as browser:
        return [_take(browser, page.html) for page in pages]


def capture_figures(pages: list[Page], captures: list[Capture]) -> list[Figure]:
    """How much of its page a capture is, and how long the main thread is busy with one, the worst of each.

    The time is the processor's, of the largest page of each shape just loaded, as on a first click.
    """
    shares = [len(capture.html) / len(page.html) for page, capture in zip(pages, captures, strict=True)]
    largest = {page.shape: page.html for page in sorted(pages, key=lambda page: len(page.html))}
    with _chromium() as browser:
        times = [median(_busy(browser, html) for _ in range(RUNS)) for html in largest.values()]
    return [
        Figure("a capture's size / its page's, worst page", max(shares), "x", 0.25),
        Figure("main thread for a capture, worst of the largest pages", max(times), "ms", 30),
    ]


@contextmanager
def _chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        yield browser
        browser.close()


def _take(browser: Browser, html: str) -> Capture:
    tab = _open(browser, html)
    taken = tab.evaluate(TAKE, _rules())
    tab.close()
    return Capture(**taken)


def _busy(browser: Browser, html: str) -> float:
    """The milliseconds that a capture keeps the main thread, less those of asking for it."""
    tab = _open(browser, html)
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    moments = [_task_time(session)]
    for script in (NOTHING, TAKE):
        tab.evaluate(script, _rules())
        moments.append(_task_time(session))
    tab.close()
    nothing, capture = (after - before for before, after in pairwise(moments))
    return (capture - nothing) * 1000


def _task_time(session: CDPSession) -> float:
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(each["value"] for each in metrics if each["name"] == "TaskDuration"))


def _open(browser: Browser, html: str) -> Tab:
    """The page at its own address, with the extension's content scripts."""

    def answer(route: Route) -> None:
        if route.request.url == URL:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            route.abort()

    tab = browser.new_page()
    tab.route("**/*", answer)
    tab.goto(URL)
    files = _read_json("content/files.json")["scripts"]
    tab.add_script_tag(content="".join((EXTENSION / name).read_text(encoding="utf-8") for name in files))
    return tab


def _rules() -> Any:
    return _read_json("lib/capture_rules.json")


def _read_json(path: str) -> Any:
    return json.loads((EXTENSION / path).read_text(encoding="utf-8"))

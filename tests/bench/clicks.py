"""From a real click on the toolbar button to painted highlights, in Chromium with the extension."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Page

from bench.pages import make_page
from browser.chromium import EXTENSION, Chromium, running_chromium
from browser.sites import serving_folders
from tools.running import PairedClient, running_server

RUNS = 20
WARM_UPS = 3
METER = Path(__file__).with_name("meter.js")
# The meter wraps what these make; the scripts that use it come after them.
METERED = ("content/capture.js", "content/locate.js", "content/highlights.js")
# What begins when, and ends when the next begins; the last is the moment of the paint.
STEPS = ("start", "capture", "request", "locate", "paint", "painted")
LONGEST = "longest main-thread task (0: none over 50)"
MOST = {"click to painted": 150, LONGEST: 50}
# Runs in the page: keeps its long tasks, and the moment at which highlights are first painted.
WATCH = """() => {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map((task) => task.duration)));
  observer.observe({ type: "longtask" });
  const look = () => requestAnimationFrame(CSS.highlights.size
    ? () => { window.painted = performance.timeOrigin + performance.now(); }
    : look);
  look();
}"""
# Runs in the background script: asks the content script of the page in front for the meter's notes.
READ = """async () => {
  const [{ id: tabId }] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const func = () => rolelightMeter;
  const [{ result }] = await chrome.scripting.executeScript({ target: { tabId }, func });
  return result;
}"""

# Milliseconds by what took them.
Click = dict[str, float]


def show_clicks() -> None:
    """Prints each step of a click, in each state, with its median and its 95th percentile."""
    print("\n### A click in Chromium\n\n| state | what | p50 ms | p95 ms | budget | |\n" + "|---" * 6 + "|")
    with _bench_browser() as chromium:
        _show("3,000 tags, warm", _clicks(chromium, "usual.html"))
        _show(
            "3,000 tags, background script stopped",
            _clicks(chromium, "usual.html", chromium.stop_background),
        )
        _show("30,000 text nodes", _clicks(chromium, "huge.html"))


def many_texts() -> str:
    """A page with 30,000 text nodes more than a usual one, in 3,000 paragraphs below the career."""
    line = "<p>" + "A word <b>and</b> another. " * 5 + "</p>"
    html = make_page("pvs", 0).html
    page = html.replace("</main>", f"<div>{line * 3_000}</div></main>", 1)
    assert page != html, "the page has no end of its main part"
    return page


@contextmanager
def _bench_browser() -> Iterator[Chromium]:
    """A Chromium paired with a real server, beside a site that has the pages."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "usual.html").write_text(make_page("pvs", 1).html, encoding="utf-8")
        (folder / "huge.html").write_text(many_texts(), encoding="utf-8")
        with (
            running_server(folder) as server,
            serving_folders(folder) as site,
            running_chromium(folder / "browser", site, _metered(folder / "extension")) as chromium,
        ):
            chromium.configure(port=server.port, token=PairedClient(server, chromium.extension).token)
            yield chromium


def _metered(copy: Path) -> Path:
    """A copy of the extension with the meter among its scripts."""
    shutil.copytree(EXTENSION, copy)
    shutil.copy(METER, copy / "content")
    path = copy / "content" / "files.json"
    files = json.loads(path.read_text(encoding="utf-8"))
    scripts: list[str] = files["scripts"]
    scripts.insert(max(map(scripts.index, METERED)) + 1, f"content/{METER.name}")
    path.write_text(json.dumps(files), encoding="utf-8")
    return copy


def _show(state: str, clicks: list[Click]) -> None:
    for what in clicks[0]:
        times = [click[what] for click in clicks]
        p95 = quantiles(times, n=20)[-1]
        most = MOST.get(what)
        verdict = "" if most is None else f"{most} ms | {'met' if p95 <= most else 'MISSED'}"
        print(f"| {state} | {what} | {median(times):.0f} | {p95:.0f} | {verdict or '|'} |", flush=True)


def _clicks(chromium: Chromium, path: str, prepare: Callable[[], None] = lambda: None) -> list[Click]:
    return [_click(chromium, path, prepare) for _ in range(WARM_UPS + RUNS)][WARM_UPS:]


def _click(chromium: Chromium, path: str, prepare: Callable[[], None]) -> Click:
    """Opens the page anew, lets it settle, clicks, and waits for the paint."""
    page = chromium.open(path)
    page.wait_for_timeout(300)
    prepare()
    page.evaluate(WATCH)
    press = chromium.toolbar_button(page)
    clicked = time.time() * 1000
    press()
    page.wait_for_function("window.painted")
    page.wait_for_timeout(200)
    moments = _moments(chromium, page, clicked)
    page_tasks: list[float] = page.evaluate("window.longTasks")
    page.close()
    steps = {step: moments[after] - moments[step] for step, after in pairwise(STEPS)}
    whole = {"click to painted": moments["painted"] - moments["start"]}
    return whole | steps | {LONGEST: max(page_tasks, default=0.0)}


def _moments(chromium: Chromium, page: Page, clicked: float) -> dict[str, float]:
    """When each step began, in milliseconds since 1970."""
    page.bring_to_front()
    moments: dict[str, float] = chromium.worker.evaluate(READ)
    return {"start": clicked, "painted": page.evaluate("window.painted"), **moments}

"""From a real click on the toolbar button to painted highlights, in Chromium with the extension."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles

from bench.figures import Figure
from bench.pages import make_page
from browser.chromium import Chromium, running_chromium
from browser.sites import serving_folders
from tools.running import PairedClient, running_server

RUNS = 20
WARM_UPS = 3
# Runs in the page: keeps its long tasks, and the moment at which highlights are first painted.
WATCH = """() => {
  window.longTasks = [];
  const observer = new PerformanceObserver((list) =>
    window.longTasks.push(...list.getEntries().map((task) => task.duration)));
  observer.observe({ type: "longtask" });
  const look = () => requestAnimationFrame(
    CSS.highlights.size ? () => { window.painted = Date.now(); } : look);
  look();
}"""


@dataclass(frozen=True, slots=True)
class Click:
    """One click: milliseconds until painted, and the page's longest task meanwhile (0 for none over 50)."""

    milliseconds: float
    longest_task: float


def click_figures() -> list[Figure]:
    """The 95th percentile from click to paint, and the longest task, on a usual and on a huge page.

    A stopped background script is not measured: a browser that is driven as here does not start it again.
    """
    with _bench_browser() as chromium:
        return [
            *_figures("3,000 tags, warm", _clicks(chromium, "usual.html")),
            *_figures("30,000 text nodes", _clicks(chromium, "huge.html")),
        ]


def many_texts() -> str:
    """A page with 30,000 text nodes in its descriptions."""
    page = make_page("pvs", 0)
    lines = "<br>".join(f"Line {number} on the harvest." for number in range(30_000))
    return page.html.replace(page.career.positions[1].description, lines, 1)


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
            running_chromium(folder / "browser", site) as chromium,
        ):
            chromium.configure(port=server.port, token=PairedClient(server, chromium.extension).token)
            yield chromium


def _figures(name: str, clicks: list[Click]) -> list[Figure]:
    p95 = quantiles((click.milliseconds for click in clicks), n=20)[-1]
    longest = max(click.longest_task for click in clicks)
    return [
        Figure(f"click to painted, {name}, p95", p95, "ms", 150),
        Figure(f"longest main-thread task, {name} (0 means none over 50)", longest, "ms", 50),
    ]


def _clicks(chromium: Chromium, path: str) -> list[Click]:
    return [_click(chromium, path) for _ in range(WARM_UPS + RUNS)][WARM_UPS:]


def _click(chromium: Chromium, path: str) -> Click:
    """Opens the page anew, lets it settle, clicks, and waits for the paint."""
    page = chromium.open(path)
    page.wait_for_timeout(300)
    page.evaluate(WATCH)
    started = time.time() * 1000
    chromium.click_toolbar(page)
    page.wait_for_function("window.painted")
    page.wait_for_timeout(200)
    painted: float = page.evaluate("window.painted")
    longest: float = max(page.evaluate("window.longTasks"), default=0.0)
    page.close()
    return Click(painted - started, longest)

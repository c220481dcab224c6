"""How long readings take beside a bare parse of the same page, in one run."""

from __future__ import annotations

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

from bs4 import BeautifulSoup

from bench.figures import Figure
from bench.pages import URL, Page
from rolelight.page.model import Capture
from rolelight.page.prune import prune
from rolelight.page.soup import parse
from rolelight.reading import read_profile
from rolelight.warming import warm

ROUNDS = 9

Times = dict[str, float]


def time_pages(pages: list[Page], captures: list[Capture]) -> list[Times]:
    """For each page the median seconds of a bare parse, of both readings, and of reading up to the soup.

    Each round does everything once, so that a slow moment of the machine falls on all alike.
    """
    warm()  # As the server does when it has started.
    works = [_works(page, capture) for page, capture in zip(pages, captures, strict=True)]
    rounds = [
        [{name: _seconds(work) for name, work in each.items()} for each in works] for _ in range(ROUNDS)
    ]
    return [
        {name: median(times[index][name] for times in rounds) for name in works[index]}
        for index in range(len(pages))
    ]


def reading_figures(times: list[Times]) -> list[Figure]:
    """The ratios that the budgets are set in."""
    bare, full, capture, up_to_soup = (sum(each[name] for each in times) for name in times[0])
    return [
        Figure("reading a full page / bare parse", full / bare, "x", 0.6),
        Figure("the same, worst page", max(each["full"] / each["bare"] for each in times), "x", 0.9),
        Figure("reading the capture / bare parse of its page", capture / bare, "x", 0.35),
        Figure("share of a full page's reading after the soup", 1 - up_to_soup / full, "x", 0.25),
    ]


def show_pages(pages: list[Page], captures: list[Capture], times: list[Times]) -> None:
    """Prints each page's size and times."""
    print(
        "\n### Pages\n\n| page | MB | capture MB | bare ms | full ms | capture ms | full / bare |\n|"
        + "---|" * 7
    )
    for page, capture, seconds in zip(pages, captures, times, strict=True):
        sizes = f"{len(page.html) / 1e6:.2f} | {len(capture.html) / 1e6:.2f}"
        each = " | ".join(f"{seconds[name] * 1000:.0f}" for name in ("bare", "full", "capture"))
        ratio = seconds["full"] / seconds["bare"]
        print(f"| {page.shape} {page.number + 1} | {sizes} | {each} | {ratio:.2f} |", flush=True)


def _works(page: Page, capture: Capture) -> dict[str, Callable[[], object]]:
    full = Capture(page.html, URL, "en")
    return {
        "bare": lambda: BeautifulSoup(page.html, "lxml"),
        "full": lambda: read_profile([full]),
        "capture": lambda: read_profile([capture]),
        "up_to_soup": lambda: parse(prune(page.html)),
    }


def _seconds(work: Callable[[], object]) -> float:
    """The processor's time for the work, with the last work's rubbish cleared away first."""
    gc.collect()
    started = process_time()
    work()
    return process_time() - started

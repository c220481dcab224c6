"""Measures every budget in one run and prints the tables: `make bench`."""

from __future__ import annotations

import sys

from bench.captures import capture_figures, take_captures
from bench.clicks import show_clicks
from bench.figures import show_table
from bench.load import show_load
from bench.pages import make_pages
from bench.reading_times import reading_figures, show_pages, time_pages
from bench.server_times import show_hostile, start_figures


def main() -> None:
    """Measure and print; a missed budget is printed as such and is no error."""
    if sys.platform != "linux":
        sys.exit("The bench reads a process's memory as Linux tells it. Run it on Linux.")
    pages = make_pages()
    captures = take_captures(pages)
    times = time_pages(pages, captures)
    show_pages(pages, captures, times)
    show_table("Readings", reading_figures(times))
    show_table("Captures", capture_figures(pages, captures))
    show_table("The server", start_figures())
    show_clicks()
    show_hostile()
    show_load(captures)


if __name__ == "__main__":
    main()

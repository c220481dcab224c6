"""Many readings at once, in waitress and in gunicorn: none fails, and memory stays flat."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from bench.load import BARE, CONNECTIONS, Serving, measure, serving
from soak import times
from soak.memory import megabytes
from soak.small_pages import SMALL, body_of_small_page

# Flat is: after the first tenth, which fills caches and the allocator's arenas, all the rest adds less than
# this. In the long run that is 1.1 kB a reading: had a page or a tree stayed, it would be ten times as much.
MOST_MEGABYTES = 20

log = logging.getLogger(__name__)


@pytest.fixture(scope="module", params=BARE)
def server(request: pytest.FixtureRequest) -> Iterator[Serving]:
    with serving(request.param) as running:
        yield running


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Files with a request's body each, of small captures."""
    paths = [tmp_path_factory.mktemp("body") / "body.json" for _ in SMALL]
    for path, name in zip(paths, SMALL, strict=True):
        path.write_bytes(body_of_small_page(name))
    return paths


@pytest.mark.parametrize("connections", CONNECTIONS)
def test_no_reading_fails_over_any_number_of_connections(
    server: Serving, bodies: list[Path], connections: int
) -> None:
    load = measure(server, bodies[0], connections, times(1, 10))
    log.info("%d connections: %.1f readings/s, %s", connections, load.rate, load)
    assert load.requests > 0
    assert load.failed == 0


def test_memory_stays_flat_and_no_reading_fails(server: Serving, bodies: list[Path]) -> None:
    process, wanted, done, grown = server[0].process.pid, times(200, 20_000), 0, 0.0
    start = None
    for body in cycle(bodies):
        load = measure(server, body, 8, times(1, 15))
        assert load.failed == 0
        done += load.requests
        if start is None and done >= wanted / 10:
            start = megabytes(process)
        elif start is not None:
            grown = max(grown, megabytes(process) - start)
            log.info("%d readings, %.1f/s, %.1f MB, at most %.1f more", done, load.rate, start, grown)
        if done >= wanted:
            break
    assert grown < MOST_MEGABYTES

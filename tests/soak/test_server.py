"""One server, asked again and again by several at once: it answers alike, never fails and does not grow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bench.hostile import hostile_bodies
from bench.pages import SIZES, make_page
from soak import LONG, times
from tools.running import PairedClient, RunningServer, running_server

# Of the hostile bodies, one of each kind, in the short run.
SHORT_BODIES = {"unclosed <p>", "lone surrogates", "a description of one word of 4 MB", "nothing but spaces"}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def client(server: RunningServer) -> PairedClient:
    return PairedClient(server)


def ask(client: PairedClient, body: bytes) -> tuple[int, dict[str, Any]]:
    return client.post("/api/v1/readings", body)


def body_of_page(shape: str) -> bytes:
    return json.dumps({"captures": [{"html": make_page(shape, 0).html}]}).encode()


@pytest.mark.parametrize("shape", SIZES)
def test_several_at_once_get_the_same_answer(client: PairedClient, shape: str) -> None:
    body = body_of_page(shape)
    status, expected = ask(client, body)
    assert status == 200
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: ask(client, body), range(times(8, 400))))
    assert answers == [(200, expected)] * len(answers)


def test_memory_stays_where_it_is(server: RunningServer, client: PairedClient) -> None:
    bodies = [body_of_page(shape) for shape in SIZES]
    for body in bodies * times(3, 30):
        ask(client, body)
    before = server.memory()
    for body in bodies * times(3, 300):
        ask(client, body)
    assert server.memory() - before < 20


def test_hostile_bodies_are_answered_or_refused(client: PairedClient) -> None:
    bodies = hostile_bodies()
    chosen = bodies.keys() if LONG else SHORT_BODIES
    for name in chosen:
        status, answer = ask(client, bodies[name])
        assert status < 500, name
        assert status == 200 or set(answer) >= {"code", "message"}, name
    assert ask(client, body_of_page("pvs"))[0] == 200

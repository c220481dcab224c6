"""Bodies that are sent as gzip: read like plain ones, and never larger in memory than a plain one may be."""

from __future__ import annotations

import gzip
import io
import json
import tracemalloc
import zlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from callers import Browser
from rolelight.api.bodies import STEP, inflate
from rolelight.errors import REFUSALS, Refusal

MOST = 8_000_000
GZIP: dict[str, str | None] = {"Content-Encoding": "gzip", "Content-Type": "application/json"}
BODY = json.dumps({"captures": [{"html": "<main><p>Nothing to read</p></main>"}]}).encode()
PACKED = gzip.compress(BODY)


def refused(reply: Any) -> tuple[int, str]:
    """The status and code of a refusal, of which the shape is checked."""
    assert set(reply.json) == {"code", "message", "fields", "request_id"}
    assert reply.json["message"] == REFUSALS[reply.json["code"]][1]
    return reply.status_code, reply.json["code"]


def refusal_of(packed: bytes, most: int = MOST) -> str:
    with pytest.raises(Refusal) as caught:
        inflate(io.BytesIO(packed), most)
    return caught.value.code


@pytest.mark.parametrize("coding", ["gzip", "GZIP", " gzip ", "x-gzip"])
def test_a_gzipped_body_is_read_like_a_plain_one(browser: Browser, coding: str) -> None:
    reply = browser.read(data=PACKED, headers=GZIP | {"Content-Encoding": coding})
    assert reply.status_code == 200
    assert reply.json == browser.read(data=BODY, headers={"Content-Type": "application/json"}).json


@pytest.mark.parametrize("coding", ["identity", "", None])
def test_a_plain_body_may_say_that_it_is_one(browser: Browser, coding: str | None) -> None:
    assert browser.read(data=BODY, headers=GZIP | {"Content-Encoding": coding}).status_code == 200


@pytest.mark.parametrize("coding", ["br", "deflate", "zstd", "compress", "gzip, gzip", "gzip,identity", "*"])
def test_another_coding_is_refused_and_the_right_one_named(browser: Browser, coding: str) -> None:
    reply = browser.read(data=PACKED, headers=GZIP | {"Content-Encoding": coding})
    assert refused(reply) == (415, "unsupported_encoding")
    assert reply.headers["Accept-Encoding"] == "gzip"


@pytest.mark.parametrize(
    "packed",
    [
        b"",
        BODY,
        PACKED[:1],
        PACKED[:10],
        PACKED[:-1],
        PACKED[:-8] + bytes(8),
        PACKED[:30] + b"\xff" + PACKED[31:],
        PACKED + b"\n",
        PACKED + bytes(512),
        PACKED + PACKED,
        gzip.compress(b"") * 1000,
        zlib.compress(BODY),
    ],
    ids=[
        *("nothing", "plain", "one byte", "the head alone", "one byte short", "a wrong sum", "a wrong byte"),
        *("a byte more", "padding", "two members", "a thousand empty members", "no gzip but deflate"),
    ],
)
def test_broken_gzip_is_refused(browser: Browser, packed: bytes) -> None:
    assert refused(browser.read(data=packed, headers=GZIP)) == (400, "bad_gzip")


def test_what_is_inside_is_judged_as_ever(browser: Browser) -> None:
    assert refused(browser.read(data=gzip.compress(b""), headers=GZIP)) == (400, "empty_body")
    assert refused(browser.read(data=gzip.compress(PACKED), headers=GZIP)) == (400, "not_json")
    assert refused(browser.read(data=gzip.compress(b"{}"), headers=GZIP)) == (422, "no_captures")


def test_a_code_may_be_sent_as_gzip_too(stranger: Browser) -> None:
    packed = gzip.compress(b'{"code": "AAAA-0000"}')
    reply = stranger.call("POST", "pairings", GZIP, data=packed)
    assert refused(reply) == (403, "wrong_code")


@pytest.mark.parametrize("size", [MOST + 1, 10_000_000, 300_000_000])
def test_a_body_over_the_limit_when_inflated_is_refused(browser: Browser, size: int) -> None:
    packer = zlib.compressobj(wbits=31)
    packed = b"".join(packer.compress(bytes(1_000_000)) for _ in range(size // 1_000_000))
    packed += packer.compress(bytes(size % 1_000_000)) + packer.flush()
    assert refused(browser.read(data=packed, headers=GZIP)) == (413, "page_too_large")


def test_a_body_over_the_limit_as_it_is_sent_is_refused_unread(browser: Browser) -> None:
    assert refused(browser.read(data=bytes(MOST + 1), headers=GZIP)) == (413, "page_too_large")


def test_a_bomb_takes_no_more_memory_than_the_limit() -> None:
    bomb = gzip.compress(bytes(100_000_000))
    tracemalloc.start()
    try:
        assert refusal_of(bomb, 1_000_000) == "page_too_large"
        assert tracemalloc.get_traced_memory()[1] < 2_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("size", [STEP - 1, STEP, STEP + 1, 3 * STEP])
def test_the_limit_is_exact(size: int) -> None:
    packed = gzip.compress(bytes(size))
    assert inflate(io.BytesIO(packed), size) == bytes(size)
    assert refusal_of(packed, size - 1) == "page_too_large"


@given(body=st.binary(max_size=300), repeat=st.integers(1, 2000), level=st.integers(0, 9))
def test_whatever_was_packed_comes_out(body: bytes, repeat: int, level: int) -> None:
    content = body * repeat
    assert inflate(io.BytesIO(gzip.compress(content, level)), MOST) == content


@given(cut=st.integers(0, len(PACKED) - 1))
def test_no_part_of_a_body_passes_for_the_whole(cut: int) -> None:
    assert refusal_of(PACKED[:cut]) == "bad_gzip"

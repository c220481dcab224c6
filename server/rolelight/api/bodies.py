"""The body of a request as it was before the sender compressed it, never larger than it may be."""

from __future__ import annotations

import zlib
from typing import Protocol

from flask import Request, current_app

from rolelight.errors import Refusal

# 1 KB of gzip can stand for 1 MB: what goes in and what comes out of a step are both bounded.
STEP = 65_536
GZIP_ALONE = 16 + zlib.MAX_WBITS


class Stream(Protocol):
    """Where a body comes from, piece by piece."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most so many; none at the end."""


def body_of(request: Request) -> bytes:
    """The whole body. Raises Refusal for a coding that is not known and for what is not gzip or too large."""
    coding = request.headers.get("Content-Encoding", "").strip().lower()
    if coding in ("", "identity"):
        return request.get_data(cache=False)
    if coding not in ("gzip", "x-gzip"):
        raise Refusal("unsupported_encoding")
    return inflate(request.stream, current_app.config["MAX_CONTENT_LENGTH"])


def inflate(stream: Stream, most: int) -> bytes:
    """What the gzip in the stream stands for, up to so many bytes. Raises Refusal page_too_large, bad_gzip.

    One member alone is taken: a body of thousands of empty ones would cost time and say nothing.
    """
    inflater, body = zlib.decompressobj(GZIP_ALONE), bytearray()
    while piece := inflater.unconsumed_tail or stream.read(STEP):
        try:
            body += inflater.decompress(piece, STEP)
        except zlib.error:
            raise Refusal("bad_gzip") from None
        if len(body) > most:
            raise Refusal("page_too_large")
        if inflater.unused_data:
            raise Refusal("bad_gzip")
    if not inflater.eof:
        raise Refusal("bad_gzip")
    return bytes(body)

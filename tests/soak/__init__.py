"""Tests that gain by running long: short in `make test`, long in `make soak`."""

from __future__ import annotations

import os

LONG = os.environ.get("SOAK") == "1"


def times(short: int, long: int) -> int:
    """How often to try: the first number in `make test`, the second in `make soak`."""
    return long if LONG else short

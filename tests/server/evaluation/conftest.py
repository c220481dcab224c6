"""What the tests of the evaluation share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from threadpoolctl import threadpool_limits


@pytest.fixture(autouse=True, scope="session")
def _one_thread() -> Iterator[None]:
    """Fits of small matrices take ten times as long where several threads wait for each other."""
    with threadpool_limits(1):
        yield

"""Pairs what was expected with what was read, both sequences in the order of the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

Expected = TypeVar("Expected")
Read = TypeVar("Read")


def align(
    expected: Sequence[Expected], read: Sequence[Read], agreement: Callable[[Expected, Read], int]
) -> Iterator[tuple[Expected | None, Read | None]]:
    """The pairs, in order, that agree most in all; what was missed or invented stands alone.

    ``agreement`` says in how much two of them agree; those that agree in nothing are never a pair.
    """
    agreements = [[agreement(wanted, found) for found in read] for wanted in expected]
    best = _best_sums(agreements, len(read))
    i = j = 0
    while i < len(expected) and j < len(read):
        if agreements[i][j] and best[i][j] == agreements[i][j] + best[i + 1][j + 1]:
            yield expected[i], read[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield expected[i], None
            i += 1
        else:
            yield None, read[j]
            j += 1
    yield from ((wanted, None) for wanted in expected[i:])
    yield from ((None, found) for found in read[j:])


def _best_sums(agreements: list[list[int]], width: int) -> list[list[int]]:
    """For each place in both sequences, the most that all pairs from there on can agree."""
    best = [[0] * (width + 1) for _ in range(len(agreements) + 1)]
    for i in reversed(range(len(agreements))):
        for j in reversed(range(width)):
            pair = agreements[i][j] + best[i + 1][j + 1]
            best[i][j] = max(pair, best[i + 1][j], best[i][j + 1])
    return best

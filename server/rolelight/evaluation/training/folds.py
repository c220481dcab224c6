"""Divides entries into folds such that no person and no near-duplicate text stands on both sides.

Resumes share whole paragraphs, so folds by entry or by resume alone would measure what was learned by heart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rolelight.evaluation.corpus import LabelledEntry

FOLDS = 10
SHINGLE = 5  # words; shorter runs are shared by texts that are no copies
ALIKE = 0.4  # of the shorter text's shingles: where a paragraph was copied into another resume
MOST_SHARED = 60  # a shingle in more texts than that is a set phrase, and says nothing of copying


def clusters_of(entries: Sequence[LabelledEntry]) -> list[int]:
    """A cluster number for each entry: the same for entries of one resume and for near-duplicates."""
    parents = list(range(len(entries)))
    first_of_resume: dict[str, int] = {}
    for number, entry in enumerate(entries):
        if entry.resume:
            _join(parents, number, first_of_resume.setdefault(entry.resume, number))
    for one, other in _alike([entry.text for entry in entries]):
        _join(parents, one, other)
    return [_root(parents, number) for number in range(len(entries))]


def folds_of(clusters: Sequence[int], count: int = FOLDS) -> list[int]:
    """A fold number for each entry; clusters stay together, the largest are dealt out first."""
    sizes = [0] * count
    fold_of: dict[int, int] = {}
    for cluster, size in sorted(Counter(clusters).items(), key=lambda item: (-item[1], item[0])):
        smallest = min(range(count), key=sizes.__getitem__)
        fold_of[cluster] = smallest
        sizes[smallest] += size
    return [fold_of[cluster] for cluster in clusters]


def _alike(texts: Sequence[str]) -> list[tuple[int, int]]:
    """The pairs of texts that share enough shingles."""
    shingles = [_shingles(text) for text in texts]
    where: dict[int, list[int]] = {}
    for number, own in enumerate(shingles):
        for shingle in own:
            where.setdefault(shingle, []).append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in where.values():
        if len(numbers) <= MOST_SHARED:
            shared.update((one, other) for place, one in enumerate(numbers) for other in numbers[place + 1 :])
    return [
        pair
        for pair, count in shared.items()
        if count >= ALIKE * min(len(shingles[pair[0]]), len(shingles[pair[1]]))
    ]


def _shingles(text: str) -> set[int]:
    words = re.findall(r"\w+", text.casefold())
    return {hash(tuple(words[start : start + SHINGLE])) for start in range(max(1, len(words) - SHINGLE + 1))}


def _root(parents: list[int], number: int) -> int:
    while parents[number] != number:
        parents[number] = parents[parents[number]]
        number = parents[number]
    return number


def _join(parents: list[int], one: int, other: int) -> None:
    """Join two clusters under the smaller number, so that the numbers never hang on the order of joining."""
    first, second = sorted((_root(parents, one), _root(parents, other)))
    parents[second] = first

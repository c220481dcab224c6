"""Folds never divide a resume, nor texts that are copies of each other."""

from __future__ import annotations

import os
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from rolelight.evaluation.corpus import LabelledEntry
from rolelight.evaluation.training.folds import clusters_of, folds_of

PARAGRAPH = "wove cloth of wool and linen on the great loom of the old mill by the river every day"
OTHER = "baked bread of rye and wheat in the small oven of a new bakery near our market each morning"


def entry(text: str, resume: str = "") -> LabelledEntry:
    return LabelledEntry(resume or text[:5], text, resume)


def same(first: str, second: str) -> bool:
    """Whether two texts of different resumes are one cluster."""
    clusters = clusters_of([entry(first, "a"), entry(second, "b")])
    return clusters[0] == clusters[1]


def test_copies_and_near_copies_are_one_cluster() -> None:
    assert same(PARAGRAPH, PARAGRAPH.upper())
    assert same(
        PARAGRAPH, f"At first: {PARAGRAPH}, and then something else came that nobody had ever foreseen."
    )
    assert same(PARAGRAPH, PARAGRAPH.replace("wool", "silk"))


def test_other_texts_are_other_clusters() -> None:
    assert not same(PARAGRAPH, OTHER)
    assert not same(
        PARAGRAPH, "the old mill by the river is where we met, and nothing of it is left today at all"
    )


def test_entries_of_one_resume_are_one_cluster_and_those_without_are_alone() -> None:
    assert clusters_of([entry(PARAGRAPH, "a"), entry(OTHER, "a")]) == [0, 0]
    assert clusters_of([entry(PARAGRAPH), entry(OTHER)]) == [0, 1]


def test_a_copy_joins_two_resumes() -> None:
    entries = [entry(PARAGRAPH, "a"), entry("one", "a"), entry("two", "b"), entry(PARAGRAPH, "b")]
    assert clusters_of(entries) == [0, 0, 0, 0]


ENTRIES = st.lists(
    st.tuples(st.sampled_from(["", "r1", "r2", "r3"]), st.integers(0, 6)).map(
        lambda pair: entry(" ".join(f"w{pair[1]}-{number}" for number in range(12)), pair[0])
    ),
    min_size=1,
    max_size=30,
)


@given(ENTRIES, st.integers(2, 5))
def test_no_resume_and_no_copy_is_divided(entries: list[LabelledEntry], count: int) -> None:
    folds = folds_of(clusters_of(entries), count)
    assert set(folds) <= set(range(count))
    for one, fold in zip(entries, folds, strict=True):
        for other, its_fold in zip(entries, folds, strict=True):
            if one.text == other.text or (one.resume and one.resume == other.resume):
                assert fold == its_fold


@given(st.lists(st.integers(0, 8), max_size=60), st.integers(2, 6))
def test_folds_are_as_even_as_their_largest_cluster_allows(clusters: list[int], count: int) -> None:
    folds = folds_of(clusters, count)
    sizes = [folds.count(fold) for fold in range(count)]
    largest = max((clusters.count(cluster) for cluster in clusters), default=0)
    assert max(sizes) - min(sizes) <= largest


def test_folds_are_the_same_in_every_process() -> None:
    script = (
        "from rolelight.evaluation.training.folds import clusters_of, folds_of;"
        "from rolelight.evaluation.corpus import LabelledEntry;"
        "texts = [f'{n % 7} a b {n % 7} c d {n % 3} e f {n % 7} g h {n % 7} i j k' for n in range(40)];"
        "print(folds_of(clusters_of([LabelledEntry(str(n), text) for n, text in enumerate(texts)]), 4))"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", script],
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(printed) == 1

"""Precision and recall, counted by hand."""

from __future__ import annotations

import pytest

from rolelight.evaluation.checks import Check
from rolelight.evaluation.figures import ALL, Figure, figures_of


def check(expected: object, read: object, field: str = "experience title", shape: str = "pvs") -> Check:
    return Check("pvs/case", shape, field, expected, read)


@pytest.mark.parametrize(
    ("expected", "read", "figure"),
    [
        ("Clerk", "Clerk", Figure(expected=1, read=1, right=1)),
        ("Clerk", "Waiter", Figure(expected=1, read=1, right=0)),
        ("Clerk", None, Figure(expected=1, read=0, right=0)),
        (None, "Waiter", Figure(expected=0, read=1, right=0)),
        (False, False, Figure(expected=1, read=1, right=1)),
        (False, True, Figure(expected=1, read=1, right=0)),
        (("Python", "Go"), ("Go", "Python"), Figure(expected=1, read=1, right=0)),
    ],
)
def test_one_check_counts_as(expected: object, read: object, figure: Figure) -> None:
    assert figures_of([check(expected, read)])["pvs"]["experience title"] == figure


def test_precision_is_of_what_was_read_and_recall_of_what_was_expected() -> None:
    checks = [check("a", "a"), check("b", "b"), check("c", "x"), check("d", None), check(None, "y")]
    figure = figures_of(checks)["pvs"]["experience title"]
    assert (figure.precision, figure.recall) == (2 / 4, 2 / 4)
    assert figures_of([*checks, check("e", None)])["pvs"]["experience title"].recall == 2 / 5


def test_without_anything_read_or_expected_there_is_no_share() -> None:
    assert figures_of([check("a", None)])["pvs"]["experience title"].precision is None
    assert figures_of([check(None, "a")])["pvs"]["experience title"].recall is None


def test_totals_are_over_fields_and_over_shapes() -> None:
    figures = figures_of(
        [check("a", "a"), check("b", "x", "experience company"), check("c", "c", shape="sdui")]
    )
    assert figures["pvs"][ALL] == Figure(2, 2, 1)
    assert figures[ALL]["experience title"] == Figure(2, 2, 2)
    assert figures[ALL][ALL] == Figure(3, 3, 2)


def test_fields_stand_in_the_order_of_a_page_and_totals_last() -> None:
    fields = ["languages name", "experience end", "page state", "experience title", "courses name"]
    figures = figures_of([check("a", "a", field) for field in fields])
    assert list(figures) == ["pvs", ALL]
    assert list(figures["pvs"]) == [
        "page state",
        "experience title",
        "experience end",
        "courses name",
        "languages name",
        ALL,
    ]

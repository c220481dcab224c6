"""The soup is the tree that BeautifulSoup makes of the same page, made faster."""

from __future__ import annotations

import threading
import tomllib
from concurrent.futures import ThreadPoolExecutor
from itertools import zip_longest
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag
from hypothesis import given
from hypothesis import strategies as st

from fixtures import Fixture, fixtures
from rolelight.page import soup
from rolelight.page.prune import prune
from rolelight.page.soup import parse

MADE_OF = tomllib.loads(Path(__file__).with_name("soup.toml").read_text("utf-8"))
TAGS = st.sampled_from([f"<{tag}>" for tag in MADE_OF["tags"]])
SOUP = st.lists(st.sampled_from([*MADE_OF["bits"], *MADE_OF["words"]]) | TAGS, max_size=40).map("".join)


def shown(node: PageElement | None) -> object:
    """What a node is, apart from where it stands; a run of white space may be any."""
    if isinstance(node, Tag):
        return node.name, node.attrs, len(node.contents), node.is_empty_element
    return None if node is None else str(node).strip() or " "


def links(node: PageElement) -> list[object]:
    """What stands around a node."""
    around = node.parent, node.previous_element, node.next_element, node.previous_sibling, node.next_sibling
    return [shown(each) for each in around]


def assert_same(html: str) -> None:
    pruned = prune(html)
    ours, theirs = parse(pruned), BeautifulSoup(pruned, "lxml", multi_valued_attributes=None)
    for mine, other in zip_longest(ours.descendants, theirs.descendants):
        assert mine is not None
        assert other is not None
        assert shown(mine) == shown(other)
        assert links(mine) == links(other)


@pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.id)
def test_a_page_has_the_tree_that_beautifulsoup_makes(fixture: Fixture) -> None:
    assert_same(fixture.html)


@given(SOUP)
def test_any_page_has_the_tree_that_beautifulsoup_makes(html: str) -> None:
    assert_same(html)


def test_one_page_at_a_time_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    meeting = threading.Barrier(2)

    def meet(*_: object, **__: object) -> bool:
        """Whether another is parsed at the same time: waits for it a little."""
        try:
            meeting.wait(0.3)
        except threading.BrokenBarrierError:
            return False
        return True

    monkeypatch.setattr(soup, "BeautifulSoup", meet)
    with ThreadPoolExecutor(2) as threads:
        assert list(threads.map(parse, ["", ""])) == [False, False]


def test_the_soup_can_be_searched_and_written_as_any() -> None:
    tree = parse(prune('<p class="a b">one <i>two</i><br>three</p>'))
    assert tree.get_text() == "one twothree"
    assert [tag.name for tag in tree.select("p.a > *")] == ["i", "br"]
    assert str(tree.p) == '<p class="a b">one <i>two</i><br/>three</p>'
    assert isinstance(tree.i and tree.i.string, NavigableString)

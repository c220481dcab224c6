"""Parse a pruned page into a tree with BeautifulSoup (lxml)."""

from __future__ import annotations

from threading import Lock
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder
from bs4.element import NavigableString, PageElement, Tag

# lxml takes the interpreter's lock anew for every tag, so that parses side by side each take twice as long.
_ONE_AT_A_TIME = Lock()


class _Tag(Tag):
    """A tag of a parsed page: what is the same for all of them is said once here, not in each."""

    parser_class = BeautifulSoup
    namespace = prefix = sourceline = sourcepos = None
    next_element = next_sibling = previous_sibling = None
    _namespaces: dict[str, str] = {}  # noqa: RUF012 (BeautifulSoup's own name and type; never added to)
    known_xml = hidden = False
    cdata_list_attributes = None
    preserve_whitespace_tags = LXMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES


class _Builder(LXMLTreeBuilder):
    """BeautifulSoup's own builder on lxml, without name spaces, line numbers and kinds of strings.

    It links the same tree in a third of the time. lxml gives strings, and closes every tag that it opens.
    """

    def initialize_soup(self, soup: BeautifulSoup) -> None:
        super().initialize_soup(soup)
        self._open: list[Tag] = [soup]
        self._before: PageElement | None = None
        self._words: list[str] = []

    def start(self, tag: Any, attrib: Any, nsmap: Any = None) -> None:
        self._end_words()
        made = _Tag.__new__(_Tag)
        made.name = tag
        made.attrs = dict(attrib)
        made.contents = []
        made.can_be_empty_element = self.can_be_empty_element(tag)
        self._add(made)
        self._open.append(made)

    def end(self, tag: Any) -> None:
        self._end_words()
        self._open.pop()

    def data(self, data: Any) -> None:
        self._words.append(data)

    def _end_words(self) -> None:
        if self._words:
            self._add(NavigableString("".join(self._words)))
            self._words.clear()

    def _add(self, node: PageElement) -> None:
        node.parent = parent = self._open[-1]
        node.previous_element = self._before
        if self._before is not None:
            self._before.next_element = node
        self._before = node
        if parent.contents:
            beside = node.previous_sibling = parent.contents[-1]
            beside.next_sibling = node
        parent.contents.append(node)


def parse(pruned: str) -> BeautifulSoup:
    """Return the tree of a pruned page; one parse at a time in a process."""
    builder = _Builder(multi_valued_attributes=None)
    with _ONE_AT_A_TIME:
        return BeautifulSoup(pruned, builder=builder)

"""Parse a pruned page into a tree with BeautifulSoup (lxml)."""

from __future__ import annotations

from threading import Lock
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder

# lxml takes the interpreter's lock anew for every tag, so that parses side by side each take twice as long.
_ONE_AT_A_TIME = Lock()


class _Builder(LXMLTreeBuilder):
    """BeautifulSoup's own builder on lxml, without the name spaces of XML: a seventh of the parse."""

    soup: BeautifulSoup

    def start(self, tag: str | bytes, attrib: dict[str | bytes, str | bytes], nsmap: Any = None) -> None:
        self.soup.handle_starttag(str(tag), None, None, {str(name): str(attrib[name]) for name in attrib})

    def end(self, tag: str | bytes) -> None:
        self.soup.endData()
        self.soup.handle_endtag(str(tag))


def parse(pruned: str) -> BeautifulSoup:
    """Return the tree of a pruned page; one parse at a time in a process."""
    builder = _Builder(multi_valued_attributes=None, attribute_dict_class=dict, store_line_numbers=False)
    with _ONE_AT_A_TIME:
        return BeautifulSoup(pruned, builder=builder)

"""The parsed page as a flat list of elements in document order, each with its subtree and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rolelight.page.blocks import BlockText
from rolelight.page.model import Block
from rolelight.page.rules import kept_address

# No real page nests deeper than 50; looking up no further keeps every search linear on hostile pages.
MAX_CLIMB = 80


@dataclass(slots=True, eq=False)
class Element:
    """One element: ``index`` to ``last`` is its subtree in the page, ``first`` to ``end`` its runs.

    ``text`` is the text of a block element that has any of its own.
    """

    name: str
    attributes: dict[str, str]
    parent: Element | None
    index: int
    first: int
    is_block: bool
    last: int = 0
    end: int = 0
    text: BlockText | None = None

    def get(self, attribute: str) -> str:
        """The attribute's value, or nothing."""
        return self.attributes.get(attribute, "")

    @property
    def address(self) -> str:
        """The address that it leads to, as a capture keeps it."""
        return kept_address(self.attributes["href"]) if "href" in self.attributes else ""

    def has_class(self, name: str) -> bool:
        """Whether the element carries the class."""
        value = self.attributes.get("class", "")
        return name in value and name in value.split()

    @property
    def classes(self) -> list[str]:
        """The classes that the element carries."""
        return self.attributes["class"].split() if "class" in self.attributes else []

    def ancestors(self) -> Iterator[Element]:
        """The elements that it stands in, nearest first."""
        above = self.parent
        for _ in range(MAX_CLIMB):
            if above is None:
                return
            yield above
            above = above.parent

    def holds(self, other: Element) -> bool:
        """Whether the other element is this one or stands in it."""
        return self.index <= other.index < self.last


@dataclass(slots=True, eq=False)
class Run:
    """The words of one text node: where they stand in their block, and whether a line ended before them."""

    text: BlockText
    start: int
    end: int
    ended: bool
    element: Element

    @property
    def block(self) -> Block:
        """The block that the words stand in."""
        return self.text.block

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.block.text[self.start : self.end]


@dataclass(slots=True, eq=False)
class Page:
    """One capture as elements and runs, with what its head says."""

    elements: list[Element]
    runs: list[Run]
    root: Element
    url: str
    title: str = ""
    page_key: str = ""
    canonical: str = ""
    refreshes: bool = False

    def within(self, element: Element) -> list[Element]:
        """The elements inside an element, in document order."""
        return self.elements[element.index + 1 : element.last]

    def having(self, *attributes: str) -> list[Element]:
        """The root's elements that carry one of the attributes, in document order."""
        within = self.elements[self.root.index : self.root.last]
        names = frozenset(attributes)
        return [element for element in within if not names.isdisjoint(element.attributes)]

    def following(self, element: Element) -> Iterator[Element]:
        """The elements that stand after an element in the same parent."""
        at = element.last
        while element.parent is not None and at < element.parent.last:
            sibling = self.elements[at]
            yield sibling
            at = sibling.last

    def children(self, element: Element) -> Iterator[Element]:
        """The elements directly inside an element."""
        at = element.index + 1
        while at < element.last:
            child = self.elements[at]
            yield child
            at = child.last

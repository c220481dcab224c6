"""The parsed page as a flat list of elements in document order, each with its subtree and its text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from typing import cast

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from rolelight.page.blocks import BlockText, is_block, number_blocks
from rolelight.page.model import Block
from rolelight.page.rules import capture_rules

# No real page nests deeper than 50; looking up no further keeps every search linear on hostile pages.
MAX_CLIMB = 80
_RULES = capture_rules()


@dataclass(slots=True, eq=False)
class Element:
    """One element: ``index`` to ``last`` is its subtree in the page's elements, ``first`` to ``end`` its runs."""

    name: str
    attributes: dict[str, str]
    parent: Element | None
    index: int
    first: int
    last: int = 0
    end: int = 0
    text: BlockText | None = None

    def get(self, attribute: str) -> str:
        """The attribute's value, or nothing."""
        return self.attributes.get(attribute, "")

    def has_class(self, name: str) -> bool:
        """Whether the element carries the class."""
        value = self.attributes.get("class", "")
        return name in value and name in value.split()

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


@dataclass(slots=True, eq=False)
class Page:
    """One capture as elements and runs, with what its head says."""

    elements: list[Element]
    runs: list[Run]
    root: Element
    url: str
    carriers: dict[str, list[Element]] = field(default_factory=dict)
    title: str = ""
    page_key: str = ""
    canonical: str = ""
    refreshes: bool = False

    def within(self, element: Element) -> list[Element]:
        """The elements inside an element, in document order."""
        return self.elements[element.index + 1 : element.last]

    def having(self, *attributes: str) -> list[Element]:
        """The root's elements that carry one of the attributes, in document order."""
        found = {e.index: e for name in attributes for e in self.carriers.get(name, ()) if self.root.holds(e)}
        return [found[index] for index in sorted(found)]

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


def outline(soup: BeautifulSoup, url: str = "", capture: int = 0) -> Page:
    """Return the page's outline: its one ``<main>``, or its body where there is not one, numbered as blocks."""
    body = soup.body
    elements, runs = _walk(body) if body is not None else ([], [])
    if not elements:
        elements = [Element("body", {}, None, 0, 0, last=1)]
    mains = [element for element in elements if element.name == "main"]
    root = mains[0] if len(mains) == 1 else elements[0]
    texts = [element.text for element in elements[root.index : root.last] if element.text is not None]
    number_blocks(texts, capture)
    page = Page(elements, runs, root, url, _carriers(elements))
    _read_head(soup, page)
    return page


def _carriers(elements: list[Element]) -> dict[str, list[Element]]:
    """Return the elements by the attributes that adapters look for; nearly all have a class or an address."""
    carriers: dict[str, list[Element]] = {}
    for element in elements:
        for name in element.attributes:
            if name not in ("class", "href"):
                carriers.setdefault(name, []).append(element)
    return carriers


def _walk(body: Tag) -> tuple[list[Element], list[Run]]:
    """Walk the tree without recursion, for a page may be nested as deeply as it likes."""
    elements: list[Element] = []
    runs: list[Run] = []
    top = _element(body, None, elements, runs)
    texts = [top.text or BlockText("")]
    stack = [(top, iter(body.contents), False)]
    while stack:
        parent, contents, preformatted = stack[-1]
        for node in contents:
            if isinstance(node, Tag):
                if node.name == "br":
                    texts[-1].space(ends_line=True)
                    continue
                element = _element(node, parent, elements, runs)
                if element.text is not None:
                    texts[-1].space(ends_line=node.name in _RULES.block_tags)
                    texts.append(element.text)
                stack.append((element, iter(node.contents), preformatted or node.name == "pre"))
                break
            if type(node) is NavigableString:
                _add_runs(node, parent, texts[-1], runs, preformatted)
        else:
            stack.pop()
            parent.last, parent.end = len(elements), len(runs)
            if parent.text is not None:
                texts.pop()
    return elements, runs


def _element(tag: Tag, parent: Element | None, elements: list[Element], runs: list[Run]) -> Element:
    attributes = cast(dict[str, str], tag.attrs)
    element = Element(tag.name, attributes, parent, len(elements), len(runs))
    if parent is None or is_block(tag.name, attributes):
        element.text = BlockText(attributes.get("data-rl-block", ""))
    elements.append(element)
    return element


def _add_runs(node: str, parent: Element, text: BlockText, runs: list[Run], preformatted: bool) -> None:
    for number, part in enumerate(node.split("\n") if preformatted else (node,)):
        if number:
            text.space(ends_line=True)
        if place := text.add(part):
            runs.append(Run(text, *place, parent))


def _read_head(soup: BeautifulSoup, page: Page) -> None:
    for tag in soup.head.find_all(True, limit=50) if soup.head is not None else ():
        attributes = cast(dict[str, str], tag.attrs)
        if tag.name == "title":
            page.title = page.title or " ".join(tag.get_text().split())
        elif attributes.get("name", "").lower() == "pagekey":
            page.page_key = attributes.get("content", "")
        elif attributes.get("http-equiv", "").lower() == "refresh":
            page.refreshes = True
        elif attributes.get("rel", "").lower() == "canonical":
            page.canonical = attributes.get("href", "")

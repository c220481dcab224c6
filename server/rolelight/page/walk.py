"""Walk the tree of a page once: elements in document order, each text node's words, the blocks numbered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from rolelight.page.blocks import BlockText, is_block, number_blocks
from rolelight.page.outline import Element, Page, Run
from rolelight.page.rules import capture_rules, kept_address

_RULES = capture_rules()
_BLOCK_TAGS = _RULES.block_tags


def outline(soup: BeautifulSoup, url: str = "", capture: int = 0) -> Page:
    """Return the page's outline; the blocks of its one ``<main>``, or else of its body, are numbered.

    The pruning leaves text beside the one main only where that is not what holds the profile.
    """
    body = soup.body
    elements, runs = _walk(body) if body is not None else ([], [])
    if not elements:
        elements = [Element("body", {}, None, 0, 0, is_block=True, last=1)]
    mains = [element for element in elements if element.name == "main"]
    holds_all = len(mains) == 1 and mains[0].end - mains[0].first == len(runs)
    root = mains[0] if holds_all else elements[0]
    texts = [element.text for element in elements[root.index : root.last] if element.text is not None]
    number_blocks(texts, capture)
    page = Page(elements, runs, root, kept_address(url))
    _read_head(soup, page)
    page.url = page.url or page.canonical
    return page


def _walk(body: Tag) -> tuple[list[Element], list[Run]]:
    """Walk the tree without recursion, for a page may be nested as deeply as it likes.

    This loop is run for every node of the page, and is written out for that.
    """
    parent = block = Element("body", _attributes(body), None, 0, 0, is_block=True)
    elements, runs = [parent], list[Run]()
    contents: Iterator[Any] = iter(body.contents)
    blocks = [block]
    outer: list[tuple[Element, Iterator[Any]]] = []
    while True:
        for node in contents:
            if isinstance(node, NavigableString):
                _add_run(node, parent, block, runs)
                continue
            name, attributes = node.name, node.attrs
            is_block_tag = name in _BLOCK_TAGS
            opens_block = is_block_tag or is_block(name, attributes)
            if block.text is not None and (opens_block or name == "br"):
                block.text.space(ends_line=name == "br" or is_block_tag)
            outer.append((parent, contents))
            parent = Element(name, attributes, parent, len(elements), len(runs), opens_block)
            elements.append(parent)
            if opens_block:
                block = parent
                blocks.append(block)
            contents = iter(node.contents)
            break
        else:
            parent.last, parent.end = len(elements), len(runs)
            if not outer:
                return elements, runs
            if parent.is_block:
                blocks.pop()
                block = blocks[-1]
            parent, contents = outer.pop()


def _attributes(tag: Tag) -> dict[str, str]:
    return cast(dict[str, str], tag.attrs)  # strings alone: the soup is told to split none


def _add_run(node: str, parent: Element, block: Element, runs: list[Run]) -> None:
    if block.name == "pre" and "\n" in node:
        _add_preformatted(node, parent, block, runs)
        return
    if block.text is None:
        if not node.strip(_RULES.whitespace):
            return
        block.text = BlockText(block.get("data-rl-block"))
    if place := block.text.add(node):
        runs.append(Run(block.text, *place, parent))


def _add_preformatted(node: str, parent: Element, block: Element, runs: list[Run]) -> None:
    """In preformatted text a newline ends the line."""
    for number, line in enumerate(node.split("\n")):
        if number and block.text is not None:
            block.text.space(ends_line=True)
        if line:
            _add_run(line, parent, block, runs)


def _read_head(soup: BeautifulSoup, page: Page) -> None:
    for tag in soup.head.find_all(True, limit=50) if soup.head is not None else ():
        attributes = _attributes(tag)
        if tag.name == "title":
            page.title = page.title or " ".join(_RULES.dropped_of_title.sub("", tag.get_text(), 1).split())
        elif attributes.get("name", "").lower() == "pagekey":
            page.page_key = kept_address(attributes.get("content", ""))
        elif attributes.get("http-equiv", "").lower() == "refresh":
            page.refreshes = True
        elif attributes.get("rel", "").lower() == "canonical":
            page.canonical = kept_address(attributes.get("href", ""))

"""Takes a capture of a page as the extension does, by a second and simpler writing of the same rules."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Comment, Tag

RULES: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "extension" / "lib" / "capture_rules.json").read_text("utf-8")
)
WHITESPACE = re.compile(f"[{re.escape(RULES['whitespace'])}]+")
ADDRESS = re.compile(RULES["kept_of_address"])
TITLE_COUNT = re.compile(RULES["dropped_of_title"])
HASHED = re.compile(rf"(?<!\S){RULES['hashed_class']}(?!\S)")


def is_dropped(tag: Tag) -> bool:
    names = RULES["dropped_with_attribute"].get(tag.name, [])
    return tag.name in RULES["dropped_tags"] or any(name in tag.attrs for name in names)


def is_block(tag: Tag) -> bool:
    if tag.name in RULES["block_tags"] or any(name in tag.attrs for name in RULES["block_attributes"]):
        return True
    return not set(str(tag.get("class", "")).split()).isdisjoint(RULES["block_classes"])


def kept_address(address: str) -> str:
    """What a capture keeps of an address."""
    kept = ADDRESS.match(address)
    return kept[0] if kept else ""


def own_text(block: Tag) -> str:
    """The text of a block without that of the blocks in it."""
    text = ""
    for node in block.children:
        if not isinstance(node, Tag):
            text += str(node)
        elif node.name == "br" or is_block(node):
            text += " "
        else:
            text += own_text(node)
    return text


def block_texts(html: str) -> dict[str, str]:
    """The text of each numbered block, by its number, as the architecture page defines both."""
    root = _root(_trimmed(html))
    blocks = [tag for tag in (root, *root.find_all(True)) if is_block(tag)]
    texts = [WHITESPACE.sub(" ", own_text(block)).strip(" ") for block in blocks]
    return {str(number): text for number, text in enumerate(filter(None, texts), 1)}


def capture_of(html: str) -> str:
    """The capture of a page: trimmed to what the rules keep, its blocks numbered."""
    soup = _trimmed(html)
    root = _root(soup)
    numbers = iter(block_texts(html))
    for tag in (root, *root.find_all(True)):
        if is_block(tag) and WHITESPACE.sub(" ", own_text(tag)).strip(" "):
            tag["data-rl-block"] = next(numbers)
    for tag in reversed(root.find_all(True)):
        if not tag.get_text() and tag.name not in RULES["kept_empty"] and not tag.find(True):
            tag.decompose()
    for tag in (root, *root.find_all(True)):
        for name in list(tag.attrs):
            if name not in RULES["kept_attributes"] and not name.startswith(
                tuple(RULES["kept_attribute_prefixes"])
            ):
                del tag[name]
        if "href" in tag.attrs:
            tag["href"] = kept_address(str(tag["href"]))
        if "class" in tag.attrs:
            tag["class"] = " ".join(dict.fromkeys(HASHED.sub("_", str(tag["class"])).split()))
    head = soup.head or soup
    for tag in head.select("link, meta"):
        tag.attrs = {name: kept_address(str(value)) for name, value in tag.attrs.items()}
    for title in head.find_all("title"):
        title.string = TITLE_COUNT.sub("", title.get_text())
    kept = [str(tag) for selector in RULES["kept_head"] for tag in head.select(_css(selector))]
    body = str(root) if root.name == "body" else f"<body>{_with_screen(root)}</body>"
    return f"<!DOCTYPE html><html><head>{''.join(kept)}</head>{body}</html>"


def _css(selector: str) -> str:
    return re.sub(r"=([^\]]+)\]", r'="\1"]', selector)


def _with_screen(root: Tag) -> str:
    screen = root.find_parent(attrs={"data-sdui-screen": True})
    return f'<div data-sdui-screen="{screen["data-sdui-screen"]}">{root}</div>' if screen else str(root)


def _trimmed(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    kept_head = {id(tag) for selector in RULES["kept_head"] for tag in soup.select(_css(selector))}
    for tag in soup.find_all(is_dropped):
        if id(tag) not in kept_head:
            tag.decompose()
    for group in RULES["left_out"]:
        if soup.select_one(group["where"]):
            for tag in soup.select(",".join(group["elements"])):
                tag.extract()
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    return soup


def _root(soup: BeautifulSoup) -> Tag:
    mains = soup.find_all("main")
    marks = ",".join(RULES["marks_of_main"])
    shell = mains[0].parent if len(mains) == 1 else None
    holds = shell is not None and any(
        mark in (mains[0], *mains[0].find_all(True)) for mark in shell.select(marks)
    )
    root = mains[0] if holds else soup.body
    assert root is not None
    return root

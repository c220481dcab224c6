"""What a capture keeps and what a block is: the one rules file that the extension reads too."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from rolelight.extension_folder import find_extension


@dataclass(frozen=True, slots=True)
class Rules:
    """The capture rules; ``docs/architecture.md`` says what each list means."""

    block_tags: frozenset[str]
    block_attributes: frozenset[str]
    block_classes: frozenset[str]
    dropped_tags: frozenset[str]
    dropped_with_attribute: dict[str, tuple[str, ...]]
    marks_of_main: tuple[tuple[str, str], ...]
    left_out: tuple[tuple[str, tuple[str, ...]], ...]
    kept_empty: frozenset[str]
    kept_head: tuple[tuple[str, str, str], ...]
    kept_attributes: frozenset[str]
    kept_attribute_prefixes: tuple[str, ...]
    kept_of_address: re.Pattern[str]
    dropped_of_title: re.Pattern[str]
    hashed_class: str
    whitespace: str


def kept_address(address: str) -> str:
    """Return what a capture keeps of an address: no query and no fragment, nothing of one with other data."""
    kept = capture_rules().kept_of_address.match(address)
    return kept[0] if kept else ""


def _head_item(selector: str) -> tuple[str, str, str]:
    """Read ``meta[name=pageKey]`` as tag, attribute and value; a bare tag has neither."""
    match = re.fullmatch(r"([a-z]+)(?:\[([a-z-]+)=([^\]]+)\])?", selector)
    if match is None:
        raise ValueError(f"Not a head item that the page stage understands: {selector}")
    return match[1], match[2] or "", (match[3] or "").lower()


def _mark(selector: str) -> tuple[str, str]:
    """Read ``[class*='pvs-list']`` as an attribute and a part of its value; a bare attribute has none."""
    match = re.fullmatch(r"\[([a-z-]+)(?:\*='([^']+)')?\]", selector)
    if match is None:
        raise ValueError(f"Not a mark that the page stage understands: {selector}")
    return match[1], match[2] or ""


@cache
def capture_rules() -> Rules:
    """Return the capture rules, read once; FileNotFoundError where the extension is missing."""
    extension = find_extension()
    if extension is None:
        raise FileNotFoundError("The extension's capture rules are missing. Install Rolelight again.")
    data = json.loads((extension / "lib" / "capture_rules.json").read_text(encoding="utf-8"))
    return Rules(
        block_tags=frozenset(data["block_tags"]),
        block_attributes=frozenset(data["block_attributes"]),
        block_classes=frozenset(data["block_classes"]),
        dropped_tags=frozenset(data["dropped_tags"]),
        dropped_with_attribute={tag: tuple(names) for tag, names in data["dropped_with_attribute"].items()},
        marks_of_main=tuple(map(_mark, data["marks_of_main"])),
        left_out=tuple((group["where"], tuple(group["elements"])) for group in data["left_out"]),
        kept_empty=frozenset(data["kept_empty"]),
        kept_head=tuple(_head_item(selector) for selector in data["kept_head"]),
        kept_attributes=frozenset(data["kept_attributes"]),
        kept_attribute_prefixes=tuple(data["kept_attribute_prefixes"]),
        kept_of_address=re.compile(data["kept_of_address"]),
        dropped_of_title=re.compile(data["dropped_of_title"]),
        hashed_class=data["hashed_class"],
        whitespace=data["whitespace"],
    )

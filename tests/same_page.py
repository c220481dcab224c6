"""Rewrites a page as another that looks the same: what the eye does not see may change no profile."""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from bs4 import BeautifulSoup

# A page's bits: comments and elements of text alone, which stay as they are, then tags, then text.
_BITS = re.compile(
    r"(?P<kept><!--.*?-->|<!(?!--)[^>]*>|<(?P<raw>script|style|title|code|textarea|svg|noscript|pre)\b.*?</(?P=raw)\s*>)"
    r"""|(?P<tag></?[a-z](?:[^>"']|"[^"]*"|'[^']*')*>)|(?P<text>[^<]+|<)""",
    re.DOTALL | re.IGNORECASE,
)
_NAME = re.compile(r"</?[a-z][^\s/>]*", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""\s+([^\s=>"'/]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?""")
_BLOCKS = re.compile(r"</?(?:div|li|p|section|ul|h[1-6])\b", re.IGNORECASE)

Choose = Callable[[], bool]
Change = Callable[[str], str]


def changed(html: str, tag: Change | None, text: Change | None, choose: Choose) -> str:
    """The page with those of its tags and of its texts changed that are chosen."""

    def replaced(bit: re.Match[str]) -> str:
        change = {"tag": tag, "text": text}.get(bit.lastgroup or "")
        may_be = bit.lastgroup == "tag" or bool(bit[0].strip())
        return change(bit[0]) if change and may_be and choose() else bit[0]

    return _BITS.sub(replaced, html)


def with_comment(text: str) -> str:
    """The text with a comment in the middle, also of a word, and around it."""
    middle = len(text) // 2
    if "&" in text:  # an entity is not cut in two
        return f"<!-- x -->{text}<!---->"
    return f"<!-- <p>x</p> -->{text[:middle]}<!-- -->{text[middle:]}<!-- x > -->"


def in_inline_elements(text: str) -> str:
    """Words in more elements that open no line."""
    return f'<span class="_0a1b2c3d">{text}</span>' if re.search(r"\w", text) else text


def after_white_space(tag: str) -> str:
    """A block's tag with white space and a comment before it.

    A stray end of a paragraph is none: browsers make an empty paragraph of it, and lxml nothing.
    """
    return f"\n \t<!-- x -->\n  {tag}" if _BLOCKS.match(tag) and tag != "</p>" else tag


def in_capitals(tag: str) -> str:
    """The tag with its name in capital letters."""
    return _NAME.sub(lambda name: name[0].upper(), tag, count=1)


def with_unknown_attributes(tag: str) -> str:
    """A start tag with attributes that mean nothing to any reader."""
    name = _NAME.match(tag)
    if tag.startswith("</") or name is None:
        return tag
    return f'{name[0]} tabindex=0 data-made-up="a > b" onclick=\'x("y")\'{tag[name.end() :]}'


def with_attributes_turned(tag: str) -> str:
    """A start tag with its attributes in the other order and in the other quotes."""
    name = _NAME.match(tag)
    found = _ATTRIBUTE.findall(tag, name.end()) if name else []
    if tag.startswith("</") or name is None or any("'" in "".join(values) for _, *values in found):
        return tag
    unique = {key.lower(): (key, "".join(values)) for key, *values in reversed(found)}
    end = "/>" if tag.endswith("/>") else ">"
    return name[0] + "".join(f"\n{key} = '{value}'" for key, value in unique.values()) + end


TAG_CHANGES: dict[str, Change] = {
    "tag names in capitals": in_capitals,
    "unknown attributes": with_unknown_attributes,
    "attributes in other quotes and order": with_attributes_turned,
    "white space before blocks": after_white_space,
}
TEXT_CHANGES: dict[str, Change] = {
    "more inline elements": in_inline_elements,
    "comments in and around text": with_comment,
}


def with_wrapped_cards(html: str) -> str:
    """The page with a plain element around each section and each card that has a key."""
    soup = BeautifulSoup(html, "lxml", multi_valued_attributes=None)
    for card in soup.find_all(_is_card):
        card.wrap(soup.new_tag("div", attrs={"class": "_0a1b2c3d"}))
    return str(soup)


def _is_card(tag: object) -> bool:
    name, get = getattr(tag, "name", ""), getattr(tag, "get", None)
    return name == "section" or (get is not None and ".profile.card.ref" in str(get("componentkey")))


def with_foreign_nodes(html: str, node: str, random: Random) -> str:
    """The page with another extension's node after three of its blocks' tags."""
    places = [bit.start() for bit in _BITS.finditer(html) if bit.lastgroup == "tag" and _BLOCKS.match(bit[0])]
    inside = [at for at in places if html.find("<main") < at < html.rfind("</main")] or places
    for at in sorted(random.sample(inside, min(3, len(inside))), reverse=True):
        html = html[:at] + node + html[at:]
    return html

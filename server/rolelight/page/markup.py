"""Where tags, comments and raw text begin and end, as HTML tokenises them; every search is linear."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# A tag to its end: quotes count only after an equals sign, as in HTML. Possessive, so nothing is tried twice.
TAG_REST = r"""(?:[^=>]++|=[ \t\n\f\r]*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+>"""
TAG = re.compile(r"</?[a-z]" + TAG_REST, re.I)
TAG_NAME = re.compile(r"</?([a-z][^\s/>]*)", re.I)

# Elements whose content is text alone: nothing inside is a tag but their own end.
RAW_TEXT = frozenset({"script", "style", "textarea", "title", "noscript", "iframe"})
VOID = frozenset({"input", "link", "embed", "meta", "img"})

# No element of a real page stands in a tenth as many of its own name.
MAX_DEPTH = 1_000
_COMMENT_END = re.compile(r"--!?>")
# What a script's state looks for: in a nested script its start tags mean nothing more.
_SCRIPT_STEPS = {
    "plain": re.compile(r"<!--|</script(?=[\s/>])", re.I),
    "commented": re.compile(r"-->|</?script(?=[\s/>])", re.I),
    "nested": re.compile(r"-->|</script(?=[\s/>])", re.I),
}
_ATTRIBUTE = re.compile(r"""([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?""")


def after_comment(html: str, position: int) -> int:
    """Return the position after the comment that opens at ``position``; an open one runs to the end."""
    match = _COMMENT_END.search(html, position + 2)
    return match.end() if match else len(html)


def after_bogus(html: str, position: int) -> int:
    """Return the position after ``<!...>``, ``<?...>`` or ``</ ...>``, which HTML takes as comments."""
    return html.find(">", position) + 1 or len(html)


def raw_text_end(html: str, name: str, position: int) -> int:
    """Return where the end tag of a raw-text element stands; without one the text runs to the end."""
    match = _tag_pattern(name, "</()").search(html, position)
    end = match.start() if match else len(html)
    if name == "script" and html.find("<!--", position, end) >= 0:
        return _script_end(html, position)
    return end


def in_any_case(names: Iterable[str]) -> str:
    """Return a pattern for the names in any case; spelled out, it is searched several times as fast.

    As in HTML, only the letters of ASCII have two cases. A page may call its tags whatever it likes.
    """
    spelled = ("".join(map(_in_any_case, name)) for name in sorted(names))
    return f"(?:{'|'.join(spelled)})"


def _in_any_case(letter: str) -> str:
    return f"[{letter}{letter.upper()}]" if letter.isascii() and letter.isalpha() else re.escape(letter)


# Bounded, because a hostile page can have any number of names.
@lru_cache(maxsize=256)
def _tag_pattern(name: str, opening: str) -> re.Pattern[str]:
    return re.compile(rf"{opening}{in_any_case([name])}(?=[\s/>])([^<>]*)>")


def _script_end(html: str, position: int) -> int:
    """As raw text, but ``<!-- <script>`` inside a script hides the next end tag, as HTML has it."""
    state = "plain"
    while step := _SCRIPT_STEPS[state].search(html, position):
        found = step[0].lower()
        if found == "</script" and state != "nested":
            return step.start()
        state = {"<!--": "commented", "-->": "plain", "<script": "nested", "</script": "commented"}[found]
        position = step.end()
    return len(html)


def after_element(html: str, name: str, position: int) -> int | None:
    """Return the position after the end tag that matches an open element, None where there is none near."""
    depth = 1
    for match in _tag_pattern(name, "<(/?)").finditer(html, position):
        if match[1]:
            depth -= 1
        elif not match[2].endswith("/"):
            depth += 1
        if depth == 0:
            return match.end()
        if depth > MAX_DEPTH:
            break
    return None


def attributes_of(tag: str) -> dict[str, str]:
    """Return the attributes of one start tag, names in lower case, entities as they stand."""
    name = TAG_NAME.match(tag)
    found = _ATTRIBUTE.findall(tag, name.end() if name else 0)
    return {key.lower(): double or single or bare for key, double, single, bare in reversed(found)}

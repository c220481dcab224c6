"""How much a page may hold, and text that no parser takes: what is refused or mended beforehand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from rolelight.errors import Refusal
from rolelight.page.markup import TAG, VOID

# Real saved pages are 0.3 to 1.5 MB and hold 3,000 to 10,000 "<" after pruning; 60,000 are parsed in
# about half a second.
MAX_CHARACTERS = 5_000_000
MAX_TAGS = 60_000
# Tags that are never closed make twice the elements.
MAX_ELEMENTS = 40_000
# Attributes cost 2 microseconds each to parse; they are counted only where enough of them fit to matter.
MAX_ATTRIBUTES = 200_000
COUNT_ATTRIBUTES_FROM = 600_000
MAX_SURROGATES = 10_000

# An end tag is looked for among all open elements: 24,000 that never close take two seconds.
MAX_OPEN = 10_000
COUNT_OPEN_FROM = 25_000
_NEED_NO_END = VOID | {"br", "hr", "wbr", "area", "col", "p", "li", "dt", "dd", "tr", "td", "th", "option"}
_START = re.compile(r"<([a-z][^\s/>]*)", re.I)
_END = re.compile(r"</([a-z][^\s/>]*)", re.I)
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_SURROGATE = re.compile("[\ud800-\udfff]")


def sound(html: str) -> str:
    """Return the page with each lone surrogate and NUL, which no parser takes, as U+FFFD, one for one.

    Refuses page_too_large, and page_too_complex where nearly all is broken.
    """
    if len(html) > MAX_CHARACTERS:
        raise Refusal("page_too_large")
    try:
        html.encode()
    except UnicodeEncodeError:
        if any(True for _ in islice(_SURROGATE.finditer(html), MAX_SURROGATES, None)):
            raise Refusal("page_too_complex") from None
        html = html.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return html.replace("\0", "\ufffd")


def check_size(pruned: str) -> None:
    """Refuse a pruned page that is page_too_complex: too many tags, elements, attributes or open elements."""
    tags = pruned.count("<")
    if tags > MAX_TAGS or tags - pruned.count("</") > MAX_ELEMENTS or _too_many_attributes(pruned):
        raise Refusal("page_too_complex")
    if tags > COUNT_OPEN_FROM and _never_closed(pruned) > MAX_OPEN:
        raise Refusal("page_too_complex")


def check_all(pruned: Sequence[str]) -> None:
    """Refuse pruned pages that are page_too_complex together: they are one request's."""
    if sum(page.count("<") for page in pruned) > MAX_TAGS:
        raise Refusal("page_too_complex")


def _never_closed(pruned: str) -> int:
    """Count the elements that no end tag of their name closes, but for those that need none."""
    starts, ends = (Counter(map(str.lower, pattern.findall(pruned))) for pattern in (_START, _END))
    return sum(max(0, starts[name] - ends[name]) for name in starts if name not in _NEED_NO_END)


def _too_many_attributes(pruned: str) -> bool:
    if len(pruned) < COUNT_ATTRIBUTES_FROM:
        return False
    return sum(len(_QUOTED.sub("", tag).split()) for tag in TAG.findall(pruned)) > MAX_ATTRIBUTES

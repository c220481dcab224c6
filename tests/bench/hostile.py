"""Bodies of up to 5 MB that are made to hurt a server."""

from __future__ import annotations

import json
from itertools import count, islice

from bench.pages import URL, make_page

MOST = 4_990_000


def hostile_bodies() -> dict[str, bytes]:
    """The bodies of POST /api/v1/readings by what is wrong with them."""
    bodies = {name: _request(html) for name, html in _pages().items()}
    bodies["JSON of 4,990,000 open brackets"] = b"[" * MOST
    bodies["not JSON at all"] = b"\xff" * MOST
    bodies["8 captures that share the 5 MB"] = _request(
        *[_filled("Python and Django. ", MOST // 8 - 600_000)] * 8
    )
    return bodies


def _pages() -> dict[str, str]:
    return {
        "nested <div>": "<div>" * (MOST // 5),
        "unclosed <p>": "<p>x" * (MOST // 4),
        "unclosed comments": "<!-- " * (MOST // 5),
        "unclosed <script>": "<script>" * (MOST // 8),
        "unclosed <svg>": "<svg><g>" * (MOST // 8),
        "unclosed quotation marks": '<a b="' * (MOST // 6),
        "nothing but <": "<" * MOST,
        "nothing but entities": "&amp;" * (MOST // 5),
        "nothing but spaces": " " * MOST,
        "one tag with 700,000 attributes": f"<p {_numbered('a{0} ', MOST - 10)}>",
        "58,000 tags with ten attributes": f"<p {' '.join(f'a{n}={n}' for n in range(10))}>x" * 58_000,
        "nested tables": "<table><tr><td>" * (MOST // 15),
        "59,000 headings": "<h2>Experience</h2>" * 29_500,
        "lone surrogates": "\ud800" * 800_000,
        "a description of 4 MB on Python": _filled("Python and Django, not statistics. ", 4_000_000),
        "a description of one word of 4 MB": _filled("x", 4_000_000),
        "a description of 4 MB of commas": _filled("R, C, Go, ", 4_000_000),
        "9,000 positions": _with_items("Web Developer", 9_000),
        "9,000 date lines": _with_items("Jan 2020 - Dec 2021", 9_000),
    }


def _numbered(pattern: str, length: int) -> str:
    """The pattern with 0, 1, 2 and so on, up to that length."""
    pieces = islice((pattern.format(number) for number in count()), length // 7)
    return "".join(pieces)[:length]


def _filled(text: str, length: int) -> str:
    """A real-looking page whose first description is that text over and over."""
    page = make_page("pvs", 0)
    return page.html.replace(
        page.career.positions[0].description, (text * (length // len(text) + 1))[:length], 1
    )


def _with_items(line: str, number: int) -> str:
    items = f"<li><h3>{line}</h3><p>Acme</p></li>" * number
    return f"<main><h1>Robin</h1><h2>Experience</h2><ul>{items}</ul></main>"


def _request(*htmls: str) -> bytes:
    captures = [{"html": html, "url": URL, "lang": "en"} for html in htmls]
    # Bytes above 127 stay as they are: escapes would make a body of 5 MB larger than a server has to take.
    return json.dumps({"captures": captures}, ensure_ascii=any("\ud800" in html for html in htmls)).encode()

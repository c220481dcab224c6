"""Code that the extension must not hold: what runs text, makes markup of it, or comes from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.extension_links import links_in, page_links
from tools.javascript import without_comments

REMOTE = re.compile(r"(?:https?:|wss?:)?//")
# Elements whose link only leads somewhere when the user follows it; all others load what they name.
LEADS = {"a", "area"}

RUNS_TEXT = "runs text as code"
MAKES_MARKUP = "makes markup of text; build elements and set their textContent"
FROM_ELSEWHERE = "loads code from elsewhere"
FORBIDDEN = {
    r"\beval\s*\(": RUNS_TEXT,
    r"\bFunction\s*\(": RUNS_TEXT,
    r"\bset(?:Timeout|Interval)\s*\(\s*[\"'`]": RUNS_TEXT,
    r"\bjavascript:": RUNS_TEXT,
    r"\binnerHTML\b": MAKES_MARKUP,
    r"\bouterHTML\s*\+?=(?!=)": MAKES_MARKUP,
    r"\binsertAdjacentHTML\b": MAKES_MARKUP,
    r"\b(?:set|parse)HTMLUnsafe\b": MAKES_MARKUP,
    r"\bcreateContextualFragment\b": MAKES_MARKUP,
    r"\bdocument\.write(?:ln)?\b": MAKES_MARKUP,
    r"\bimportScripts\b": FROM_ELSEWHERE,
    r"\b(?:from|import)\s*\(?\s*[\"'`](?:https?:)?//": FROM_ELSEWHERE,
    r"\bcreateElement\(\s*[\"'`]script\b": FROM_ELSEWHERE,
}


def find_forbidden(files: dict[str, str]) -> list[str]:
    """A sentence for each place in scripts, pages and style sheets that a store or a reader would refuse."""
    return [problem for path, text in sorted(files.items()) for problem in _problems(path, text)]


def _problems(path: str, text: str) -> Iterator[str]:
    if path.endswith(".js"):
        code = without_comments(text)
        for pattern, why in FORBIDDEN.items():
            for found in re.findall(pattern, code):
                yield f"{path}: {found.strip()} {why}."
    elif path.endswith(".css"):
        yield from (_loads(path, link) for link in links_in(path, text) if REMOTE.match(link))
    elif path.endswith(".html"):
        loaded = (link for tag, link in page_links(text) if tag not in LEADS)
        yield from (_loads(path, link) for link in loaded if REMOTE.match(link))
        yield from (f"{path}: {why}" for why in _inline_scripts(text))


def _loads(path: str, link: str) -> str:
    return f"{path} loads {link}: what is not in the package must not be loaded."


def _inline_scripts(html: str) -> Iterator[str]:
    """Scripts within a page: the browsers' policy for extensions keeps them from running."""
    if re.search(r"<script(?![^>]*\ssrc=)", html, re.IGNORECASE) or re.search(r"<[^>]*\son\w+=", html):
        yield "a script within the page does not run; put it into a file."

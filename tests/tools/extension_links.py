"""Which files the extension's files name, and so which are missing and which nothing leads to."""

from __future__ import annotations

import json
import posixpath
import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from html.parser import HTMLParser
from typing import Any

from tools.javascript import without_comments

START = "manifest.json"
LOCALES = "_locales/*/messages.json"

_KINDS = r"(?:js|css|html|json|png|svg|webp|woff2)"
_PATH = re.compile(rf"[\w./*-]+\.{_KINDS}")
_QUOTED = re.compile(rf"""(["'`])((?!//)(?:[\w.*-]*/)+[\w.*-]+\.{_KINDS})\1""")
_CSS_LINK = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')]+)""")
_CSS_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_FILLED_IN = re.compile(r"\$\{[^}]*\}")


def find_lost(files: dict[str, str]) -> list[str]:
    """A sentence for each name that leads to no file, and for each file that no name leads to."""
    reached, problems = {START}, []
    to_follow = [START]
    while to_follow:
        path = to_follow.pop()
        for name in sorted(set(names_in(path, files.get(path, "")))):
            found = {each for each in files if fnmatchcase(each, name)}
            if not found:
                problems.append(f"{path} names {name}, which is not in the package.")
            to_follow += found - reached
            reached |= found
    dead = sorted(set(files) - reached)
    return problems + [f"Nothing leads to {path}: name it where it is needed, or remove it." for path in dead]


def names_in(path: str, text: str) -> Iterator[str]:
    """The files that a file names, from the extension's folder; a part that is filled in later is a ``*``."""
    if path.endswith(".js"):
        for _, name in _QUOTED.findall(_FILLED_IN.sub("*", without_comments(text))):
            yield _from_root(path, name) if name.startswith(".") else name.lstrip("/")
    elif path.endswith(".json"):
        yield from _names_in_json(parsed(text))
    elif path.endswith((".html", ".css")):
        for link in links_in(path, text):
            local = re.split(r"[?#]", link)[0]
            if local and not re.match(r"\w[\w+.-]*:|//", link):
                yield _from_root(path, local)


def links_in(path: str, text: str) -> list[str]:
    """What a page or style sheet links to, loaded or not, as it stands there."""
    if path.endswith(".css"):
        return [link.strip() for link in _CSS_LINK.findall(_CSS_COMMENT.sub(" ", text))]
    return [link for _, link in page_links(text)]


def page_links(html: str) -> list[tuple[str, str]]:
    """The ``src`` and ``href`` of a page's elements, each with its tag."""
    links: list[tuple[str, str]] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            links.extend((tag, value) for name, value in attrs if name in ("src", "href") and value)

    Links().feed(html)
    return links


def _from_root(path: str, name: str) -> str:
    """A name relative to a file, or to the extension's folder where it begins with a slash."""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(path), name)).lstrip("/")


def _names_in_json(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "default_locale" in value:
            yield LOCALES
        for inner in value.values():
            yield from _names_in_json(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _names_in_json(inner)
    elif isinstance(value, str) and _PATH.fullmatch(value):
        yield value


def parsed(text: str) -> Any:
    """What JSON says; None where it is damaged, which another check tells."""
    try:
        return json.loads(text)
    except ValueError:
        return None

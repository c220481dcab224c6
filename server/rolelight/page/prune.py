"""Cut a page down to what a profile can be read from, in one linear pass, before any tree is built."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rolelight.errors import Refusal
from rolelight.page.left_out import holds_a_profile, without_left_out
from rolelight.page.limits import MAX_TAGS, check_size, sound
from rolelight.page.markup import (
    RAW_TEXT,
    TAG,
    TAG_NAME,
    TAG_REST,
    VOID,
    after_bogus,
    after_comment,
    after_element,
    attributes_of,
    in_any_case,
    raw_text_end,
)
from rolelight.page.rules import capture_rules
from rolelight.page.wrappers import without_wrappers

# What stands around the one main does not count, but is read all the same.
MAX_TAGS_BEFORE = 3 * MAX_TAGS
# Comments, scripts and stray "<" that are dropped or escaped one by one: a real page has some thousands.
MAX_STEPS = 50_000
MAX_TITLE = 300
# Real pages are settled after one pass, broken ones after two or three.
MAX_PASSES = 5

_RULES = capture_rules()
_FRAME = ("html", "head", "body", "main", "title", "meta", "img")
_SPECIAL = in_any_case({*_RULES.dropped_tags, *_RULES.dropped_with_attribute, *_FRAME})
# Text and tags that stay as they are: the scan stops only where something is to be done.
_PLAIN = re.compile(rf"(?:[^<]++|<(?!/?{_SPECIAL}[\s/>])/?[a-zA-Z]{TAG_REST}){{1,{MAX_TAGS}}}+")
# White space before a block's tag stands for nothing: the block's edge is a space already.
_GAP = re.compile(rf">[ \t\n\f\r]++(?=</?{in_any_case(_RULES.block_tags)}[\s/>])")
# Some pages have thousands, which one by one would be most of the scan. Behind the end of a tag, for
# elsewhere the signs around one might become a tag.
_EMPTY_COMMENT = "<!---->"
_EMPTY_COMMENTS = re.compile(rf">[ \t\n\f\r]*+{_EMPTY_COMMENT}(?:[ \t\n\f\r]++|{_EMPTY_COMMENT})*+")
_SCREEN = "data-sdui-screen"
_HEAD_TAGS = frozenset(tag for tag, _, _ in _RULES.kept_head)


@dataclass(slots=True)
class _Pruned:
    """What is kept so far."""

    head: dict[str, str] = field(default_factory=dict)
    body: str = ""
    parts: list[str] = field(default_factory=list)
    main_starts: list[int] = field(default_factory=list)
    main_ends: list[int] = field(default_factory=list)
    unclosed: set[str] = field(default_factory=set)


def prune(html: str) -> str:
    """Return the page's kept head items and its one ``<main>`` (or its body) without what is never read.

    Pruning a pruned page changes nothing. Refuses page_too_large and page_too_complex.
    """
    page, is_settled = _prune(_EMPTY_COMMENTS.sub(_without_comments, sound(html)))
    for _ in range(MAX_PASSES):
        again, is_settled = (page, True) if is_settled else _prune(page)
        if again == page:
            break
        page = again
    check_size(page)
    return page


def _prune(html: str) -> tuple[str, bool]:
    """Return the page without what is never read, and whether another pass could find no more.

    It could where a main, or the end of what is left out, stood in what has gone.
    """
    pruned = _scan(html)
    content = _content(pruned)
    if content.count("<") > MAX_TAGS:
        raise Refusal("page_too_complex")
    content, is_settled = without_left_out(content, "".join(pruned.parts))
    content = without_wrappers(_GAP.sub(">", content))
    page = f"<head>{''.join(pruned.head.values())}</head>{pruned.body or '<body>'}{content}</body>"
    return page, is_settled and len(pruned.main_starts) + len(pruned.main_ends) in (0, 2)


def _without_comments(found: re.Match[str]) -> str:
    return found[0].replace(_EMPTY_COMMENT, "")


def _scan(html: str) -> _Pruned:
    pruned = _Pruned()
    position = steps = tags = 0
    while position < len(html):
        plain = _PLAIN.match(html, position)
        if plain is not None:
            pruned.parts.append(plain[0])
            position = plain.end()
            tags += plain[0].count("<")
        else:
            position = _markup(html, position, pruned)
            steps += 1
        if tags > MAX_TAGS_BEFORE or steps > MAX_STEPS:
            raise Refusal("page_too_complex")
    return pruned


def _markup(html: str, position: int, pruned: _Pruned) -> int:
    """Deal with the one ``<`` at ``position`` and return where to go on."""
    if html.startswith("<!--", position):
        return after_comment(html, position)
    tag = TAG.match(html, position)
    if tag is not None:
        return _tag(html, tag[0], position, pruned)
    following = html[position + 1 : position + 2]
    if following in ("!", "?") or (following == "/" and not html[position + 2 : position + 3].isalpha()):
        return after_bogus(html, position)
    if following == "/" or (following.isascii() and following.isalpha()):
        return len(html)  # a tag that never ends takes the rest of the page with it
    pruned.parts.append("&lt;")
    return position + 1


def _tag(html: str, tag: str, position: int, pruned: _Pruned) -> int:
    """Keep, move or drop one special tag and return where to go on."""
    match = TAG_NAME.match(tag)
    name = match[1].lower() if match else ""
    after = position + len(tag)
    if tag.startswith("</"):
        _end_tag(name, tag, pruned)
        return after
    if name in ("main", "code") and not _drops(name, tag):
        if name == "main":
            pruned.main_starts.append(len(pruned.parts))
        pruned.parts.append(tag)
        return after
    if name == "body":
        pruned.body = pruned.body or tag
    if name in ("body", "html", "head"):
        return after
    if name in _HEAD_TAGS:
        _keep_in_head(html, name, tag, after, pruned)
    return _after_dropped(html, name, tag, after, pruned)


def _drops(name: str, tag: str) -> bool:
    names = _RULES.dropped_with_attribute.get(name, ())
    return bool(names) and not attributes_of(tag).keys().isdisjoint(names)


def _end_tag(name: str, tag: str, pruned: _Pruned) -> None:
    if name in ("main", "code"):
        pruned.parts.append(tag)
    if name == "main":
        pruned.main_ends.append(len(pruned.parts))


def _keep_in_head(html: str, name: str, tag: str, after: int, pruned: _Pruned) -> None:
    """Keep the head items that the rules name, the first of each, and the title with its text."""
    attributes = attributes_of(tag)
    for kept, attribute, value in _RULES.kept_head:
        if name != kept or (attribute and attributes.get(attribute, "").lower() != value):
            continue
        if name == "title":
            title = html[after : raw_text_end(html, name, after)].replace("<", "&lt;")[:MAX_TITLE]
            tag = f"<title>{title}</title>"
        pruned.head.setdefault(name + value, tag)


def _after_dropped(html: str, name: str, tag: str, after: int, pruned: _Pruned) -> int:
    """Return the position after a dropped element's content."""
    if name in VOID or name in pruned.unclosed or (name == "svg" and tag.endswith("/>")):
        return after
    if name in RAW_TEXT:
        end = raw_text_end(html, name, after)
        return after_bogus(html, end) if end < len(html) else end
    if name == "option":  # its end tag may be left out, and it holds text alone
        end = html.find("<", after)
        return end if end >= 0 else len(html)
    end_of_element = after_element(html, name, after)
    if end_of_element is None:
        pruned.unclosed.add(name)
        return after
    return end_of_element


def _content(pruned: _Pruned) -> str:
    """Return the one main that holds a profile, with the wrapper that names the screen, or everything."""
    starts, ends = pruned.main_starts, pruned.main_ends
    if len(starts) != 1 or len(ends) != 1 or ends[0] < starts[0]:
        return "".join(pruned.parts)
    main = "".join(pruned.parts[starts[0] : ends[0]])
    if not holds_a_profile(main):
        return "".join(pruned.parts)
    screen = _screen_tag("".join(pruned.parts[: starts[0]]))
    return f"{screen}{main}</div>" if screen else main


def _screen_tag(before: str) -> str:
    """Return the start tag that names the app's screen, the last before the main, or nothing."""
    at = before.rfind(_SCREEN)
    start = max(before.rfind(div, 0, max(at, 0)) for div in ("<div", "<DIV"))
    tag = TAG.match(before, start) if start >= 0 else None
    return tag[0] if tag and start < at < tag.end() else ""

"""The top card of the logged-in page of 2025 on: the headline among its lines, and whose page it is."""

from __future__ import annotations

import re

from rolelight.page.lines import Line, View
from rolelight.page.outline import Element, Page
from rolelight.page.shapes.shape import keys_of, slug_of
from rolelight.page.shapes.words import is_beside_name

_TRIGGER = "profileverificationtriggerref-"
# Pronouns and the degree of acquaintance stand between the name and the headline.
_NOT_HEADLINE = re.compile(r"[·•・].*|\(?\w{2,6}(?:/\w{2,6}){1,2}\)?|[\d.,+]+|(?:1st|2nd|3rd\+?)")


def unkeyed_top_card(page: Page) -> Element | None:
    """Return what holds the link to the contact details and a heading: where no key names the top card."""
    contact = next((each for each in page.having("href") if "/overlay/contact-info" in each.address), None)
    above = contact.ancestors() if contact is not None else iter(())
    return next((each for each in above if any(e.name in ("h1", "h2") for e in page.within(each))), None)


def own_slugs(top_card: list[Element]) -> set[str]:
    """Return the names of the person in the addresses and keys of the card's elements."""
    keys = {key for element in top_card for key in keys_of(element) if key.startswith(_TRIGGER)}
    links = {slug_of(element.address) for element in top_card if "/overlay/" in element.address}
    return {key.removeprefix(_TRIGGER) for key in keys} | links - {""}


def headline_of(view: View, lines: list[Line]) -> Line | None:
    """Return the headline among the card's lines after the name, or None where the person has none."""
    lines = [
        line for line in lines if not _NOT_HEADLINE.fullmatch(line.text) and not is_beside_name(line.text)
    ]
    accents = {line.text for line in lines if _in_button(view.element(line))}
    first = lines[0] if lines else None
    if first is None or set(first.text.split(" · ")) <= accents or _before_contact(view, first):
        return None  # without a headline the company, or the location, comes first
    return first


def _in_button(element: Element) -> bool:
    return any(above.get("role") == "button" for above in element.ancestors())


def _before_contact(view: View, line: Line) -> bool:
    """The location is followed by "·" and the link to the contact details."""
    following = view.page.runs[line.last + 1 : line.last + 3]
    addresses = [above.address for run in following for above in (run.element, *run.element.ancestors())]
    return any("/overlay/contact-info" in address for address in addresses)

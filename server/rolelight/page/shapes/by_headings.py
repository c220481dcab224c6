"""Find a page's sections by its headings, where no markup names them."""

from __future__ import annotations

from rolelight.page.headings import MAX_HEADING, section_kind
from rolelight.page.items import HEADING_RANK, NO_HEADING
from rolelight.page.lines import BODY, HEADER, SKILLS, Line, View
from rolelight.page.outline import Element
from rolelight.page.shapes.shape import MAX_SECTIONS, Found, details_kind, found, state_within
from rolelight.page.vocabulary import plain

_CAREER = ("experience", "education")
_EXPECTED = ("experience", "education", "skills")
# What may stand between a heading's words and the person's name.
_OF = ("of", "von", "de", "van", "di", "by")
_NOT_HEADINGS = ("a", "li", "nav", "td")
_FURNITURE = ("nav", "a", "button", "footer", "form")
_Heading = tuple[str, Element]


def sections_by_headings(view: View, *, headings_alone: bool = False) -> list[Found]:
    """Return the sections in page order: those at the level of the career's headings, and what is left.

    A heading below that level inside a section, such as "Skills" in a position, opens none. A page that
    has no headings may name its sections in any line, unless ``headings_alone`` are asked for.
    """
    headings = _headings(view, headings_alone)
    level = min((_rank(each) for kind, each in headings if kind in _CAREER), default=NO_HEADING)
    main = [heading for heading in headings if _rank(heading[1]) <= level]
    sections = _sections_of(view, main)
    left = [
        (kind, each)
        for kind, each in headings
        if _rank(each) > level and not any(section.first <= each.first < section.end for section in sections)
    ]
    if left:
        sections = _sections_of(view, sorted(main + left, key=lambda heading: heading[1].index))
    return [section for section in sections if section.kind != "other" and section.end > section.first]


def with_headings(view: View, keyed: list[Found], *, of_all_kinds: bool = False) -> list[Found]:
    """Return the sections that the markup names, and those that only a heading names.

    Where the markup names all of a career's, headings are looked for only ``of_all_kinds``. A details page
    is what its address says, whatever its headings are.
    """
    if details := details_kind(view.page.url):
        own = [section for section in keyed if section.kind == details]
        return own or [_by_address(view, details)]
    seen = {section.kind for section in keyed}
    if seen.issuperset(_EXPECTED) and not of_all_kinds:
        return keyed
    left = [
        section
        for section in sections_by_headings(view, headings_alone=True)
        if section.kind not in seen
        and not any(section.first < each.end and each.first < section.end for each in keyed)
    ]
    return keyed + left


def _by_address(view: View, kind: str) -> Found:
    """Return the section that a details page's address names: words in its items may look like headings."""
    mains = [each for each in view.page.elements if each.name == "main"]
    return found(view, kind, mains[0] if len(mains) == 1 else view.page.root, "not_loaded", "address")


def _rank(element: Element) -> int:
    return HEADING_RANK.get(element.name, NO_HEADING)


def _headings(view: View, headings_alone: bool) -> list[_Heading]:
    """Return what might be section headings: headings that the dictionary knows, or else any such line."""
    name = _name_of_person(view)
    known = [(kind, line) for line in view.page_lines if (kind := _kind_of(line.text, name))]
    headings = [(kind, heading) for kind, line in known if (heading := _heading_of(view, line)) is not None]
    if not headings_alone and not any(kind in _CAREER for kind, _ in headings):
        headings = [(kind, view.element(line)) for kind, line in known if not _in_furniture(view, line)]
    return headings[:MAX_SECTIONS]


def _name_of_person(view: View) -> frozenset[str]:
    """Return the words of the page's first heading, which on a person's page is the name."""
    inner = view.page.within(view.page.root)
    heading = next((each for each in inner if each.name == "h1" and view.shows(each)), None)
    return frozenset(plain(view.text(heading.first, heading.end)).split()) if heading else frozenset()


def _kind_of(text: str, name: frozenset[str]) -> str | None:
    """Return the kind that a heading opens, also where it names the person: "About Robin", "Robin's work"."""
    kind = section_kind(text)
    if kind is not None or not name or len(text) > MAX_HEADING:
        return kind
    words = [word for word in plain(text).split() if word not in _OF]
    own = [word for word in words if word.removesuffix("'s") not in name]
    return section_kind(" ".join(own)) if len(own) < len(words) else None


def _in_furniture(view: View, line: Line) -> bool:
    element = view.element(line)
    return any(each.name in _NOT_HEADINGS for each in view.around(line)) or any(
        each.name in _FURNITURE for each in element.ancestors()
    )


def _heading_of(view: View, line: Line) -> Element | None:
    """Return the heading element, h1 to h6, whose only line this is, or nothing."""
    element = view.element(line)
    chain = [element, *(above for above, _ in zip(element.ancestors(), range(5), strict=False))]
    heading = next((each for each in chain if _rank(each) <= HEADING_RANK["h6"]), None)
    after = None if heading is None else view.first_line(line.last + 1, heading.end, (HEADER, BODY, SKILLS))
    return heading if after is None else None


def _sections_of(view: View, headings: list[_Heading]) -> list[Found]:
    """Return the sections that headings open: each runs to the next, within the element that they share."""
    sections = []
    for number, (kind, heading) in enumerate(headings):
        following = headings[number + 1][1] if number + 1 < len(headings) else None
        neighbours = [headings[number - 1][1]] if number else []
        container = _container(heading, [*neighbours, following], view.page.root)
        around = container if container.end > heading.end else container.parent or container
        end = around.end if following is None else min(around.end, following.first)
        end = max(heading.end, min(end, _next_like(view, heading)))
        state = state_within(view, container, heading.end, end)
        sections.append(Found(kind, container, heading.end, end, state, basis="heading"))
    return sections


def _container(heading: Element, others: list[Element | None], root: Element) -> Element:
    """Return the largest element around a heading that holds no other section's heading."""
    container = heading
    for above in heading.ancestors():
        if not root.holds(above) or any(other is not None and above.holds(other) for other in others):
            break
        container = above
    return container


def _next_like(view: View, heading: Element) -> int:
    """Return where a heading beside this one and of its name stands, also one that the dictionary lacks."""
    like = (
        each for each in view.page.following(heading) if each.name == heading.name and each.end > each.first
    )
    if _rank(heading) > HEADING_RANK["h6"]:
        return view.page.root.end
    return next((each.first for each in like), view.page.root.end)

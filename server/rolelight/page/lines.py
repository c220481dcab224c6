"""The text of a page as the eye meets it: lines and paragraphs in order, each a slice of a block."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from rolelight.page.model import Block, Piece
from rolelight.page.outline import Element, Page, Run

# What a run of text is to the reader of a profile.
HEADER, BODY, SKILLS, HIDDEN = range(4)
# What may stand between two texts in one line, and belongs to neither.
_SIGNS = " ,;|·•\N{EN DASH}-"
_WHOLE = ("description", "about", "headline", "dates")


@dataclass(frozen=True, slots=True)
class Line:
    """A slice of a block, with the first and the last of the page's runs that it is made of.

    ``field`` is what the markup itself calls the line, such as title, or nothing.
    """

    block: Block
    start: int
    end: int
    first: int
    last: int
    field: str = ""

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.block.text[self.start : self.end]

    def piece(self, kind: str, start: int = 0, end: int | None = None, basis: str = "position") -> Piece:
        """Return the line, or the part from ``start`` to ``end`` of its text, as a piece of an entry."""
        length = self.end - self.start
        text = self.text[start : length if end is None else end]
        start += len(text) - len(text.lstrip())
        return Piece(kind, self.block, self.start + start, self.start + start + len(text.strip()), basis)


class View:
    """A page in which each run has a layer: an entry's header, its body, its skills, or hidden."""

    def __init__(
        self,
        page: Page,
        layer_of: Callable[[Page, Element], int | None],
        fields_of: Callable[[Page], dict[int, str]] | None = None,
    ) -> None:
        """Give every run the layer of the innermost element that has one; what is hidden stays hidden.

        ``fields_of`` says what the markup calls elements' texts; a run's field is that of the innermost.
        """
        self.page = page
        self._layers = bytearray(len(page.runs))
        self._fields = _fields(page, fields_of(page) if fields_of else {})
        from_here = page.root.index
        for element in page.elements[page.root.index : page.root.last]:
            if element.index < from_here:
                continue
            layer = layer_of(page, element)
            if layer is not None:
                self._layers[element.first : element.end] = bytes([layer]) * (element.end - element.first)
            if layer == HIDDEN:
                from_here = element.last

    @cached_property
    def page_lines(self) -> list[Line]:
        """Every visible line of the page."""
        return self.lines(self.page.root.first, self.page.root.end, (HEADER, BODY, SKILLS))

    def shows(self, element: Element) -> bool:
        """Whether anything in the element is visible."""
        return bool(self._layers[element.first : element.end].translate(None, bytes([HIDDEN])))

    def lines(self, first: int, end: int, layers: Iterable[int] = (HEADER,)) -> list[Line]:
        """Return the lines of the runs on these layers; a line ends with its block and at a break."""
        return self._slices(first, end, layers, at_breaks=True)

    def first_line(self, first: int, end: int, layers: Iterable[int] = (HEADER,)) -> Line | None:
        """Return the first of those lines."""
        wanted = frozenset(layers)
        at = next((index for index in range(first, end) if self._layers[index] in wanted), end)
        runs = self.page.runs
        after = next((index for index in range(at, end) if runs[index].text is not runs[at].text), end)
        return next(iter(self.lines(at, after, wanted)), None)

    def paragraphs(self, first: int, end: int, layers: Iterable[int] = (BODY,)) -> list[Line]:
        """Return the paragraphs of the runs on these layers: lines that go on over breaks."""
        return self._slices(first, end, layers, at_breaks=False)

    def text(self, first: int, end: int) -> str:
        """Return all that is visible of the runs, a paragraph a line."""
        return "\n".join(line.text for line in self.paragraphs(first, end, (HEADER, BODY, SKILLS)))

    def element(self, line: Line) -> Element:
        """The element that the line's first words stand in."""
        return self.page.runs[line.first].element

    def around(self, line: Line) -> list[Element]:
        """The elements around the line's first words, innermost first, to its block and that one's parent."""
        element = self.element(line)
        chain = [element, *element.ancestors()]
        block = next((at for at, each in enumerate(chain) if each.is_block), len(chain))
        return chain[: block + 2]

    def _slices(self, first: int, end: int, layers: Iterable[int], *, at_breaks: bool) -> list[Line]:
        wanted = frozenset(layers)
        runs, layer_of, fields = self.page.runs, self._layers, self._fields
        slices: list[list[int]] = []  # first run, last run
        above: Run | None = None
        for index in range(first, end) if wanted.intersection(layer_of[first:end]) else ():
            if layer_of[index] not in wanted:
                continue
            run = runs[index]
            ends_above = at_breaks and (run.ended or fields[index] != fields[slices[-1][1] if slices else 0])
            if above is not None and above.text is run.text and not ends_above:
                slices[-1][1] = index
            else:
                slices.append([index, index])
            above = run
        return [self._line(first, last) for first, last in slices]

    def _line(self, first: int, last: int) -> Line:
        """Return the line of some runs; one that the markup names is without the signs that part it off."""
        run, field = self.page.runs[first], self._fields[first]
        block, start, end = run.text.block, run.start, self.page.runs[last].end
        if field and field not in _WHOLE:
            text = block.text[start:end]
            start += len(text) - len(text.lstrip(_SIGNS))
            end = max(start, end - (len(text) - len(text.rstrip(_SIGNS))))
        return Line(block, start, end, first, last, field)


def _fields(page: Page, named: dict[int, str]) -> list[str]:
    """Return the field of each run, or nothing for those that the markup does not name."""
    if not named:
        return [""] * len(page.runs)
    fields: list[str] = []  # of each element its own, or else that of its parent, which stands before it
    for element in page.elements:
        inherited = fields[element.parent.index] if element.parent is not None else ""
        fields.append(named.get(element.index, inherited))
    return [fields[run.element.index] for run in page.runs]

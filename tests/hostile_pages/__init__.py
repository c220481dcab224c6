"""Pages made to break a reader, each of any size, and the outcome that is right for it at ``SIZE``.

An outcome is a refusal's code or a page state. Where it is "profile" the page holds a position that must be
found: a reader that gives up in silence half-way is caught.
"""

from __future__ import annotations

from hostile_pages.content import FOREIGN, MANY, SECTIONS, TEXT
from hostile_pages.make import POSITION, SIZE, Table
from hostile_pages.markup import ATTRIBUTES, COMMENTS, NESTED, UNCLOSED
from hostile_pages.shapes import SHAPES

__all__ = ["PAGES", "POSITION", "SIZE"]

PAGES: Table = NESTED | UNCLOSED | ATTRIBUTES | COMMENTS | TEXT | FOREIGN | MANY | SECTIONS | SHAPES

"""The dead weight of real pages: hashed class names, inlined data, scripts, styles and drawings."""

from __future__ import annotations

import json
from dataclasses import dataclass
from random import Random

SCRIPT = "window.registry.push(function(a,b){{if(a<b&&b>0){{return a.get('{0}')||b.length}}}});\n"
STYLE = ".{0}{{display:flex;padding:0 var(--space-{1});color:var(--text-{1})}}\n"


@dataclass(frozen=True, slots=True)
class Weight:
    """What the templates pad a page with, all drawing on one source of chance."""

    random: Random

    def number(self, below: int) -> int:
        """A whole number below that one."""
        return self.random.randrange(below)

    def identifier(self) -> str:
        """A tracking id as it stands in attributes."""
        return f"{self.random.getrandbits(96):024x}"

    def hashed(self, count: int) -> str:
        """So many class names as a build tool hashes them; a page has about a thousand."""
        return " ".join(f"_{self.number(1_000) * 4_294_967:08x}" for _ in range(count))

    def path(self) -> str:
        """The outline of a small icon."""
        return " ".join(f"L{self.number(24)}.{self.number(99)} 7" for _ in range(20))

    def script(self, kilobytes: int) -> str:
        """An inline script of about that size."""
        return "".join(SCRIPT.format(self.identifier()) for _ in range(kilobytes * 10))

    def style(self, kilobytes: int) -> str:
        """An inline style sheet of about that size."""
        return "".join(STYLE.format(self.hashed(1), self.number(16)) for _ in range(kilobytes * 14))

    def data(self, kilobytes: int) -> str:
        """Inlined JSON of about that size: ids, flags and links of the site's own."""
        return json.dumps([self._node() for _ in range(kilobytes * 5)])

    def _node(self) -> dict[str, object]:
        urn = f"urn:example:entity:{self.identifier()}"
        return {"entityUrn": urn, "$type": "com.example.Node", "trackingId": self.identifier(), "next": [urn]}

"""The steps of a state, done with a camera as the user does them."""

from __future__ import annotations

import json

from tools.cameras import Camera, find
from tools.states import Verb

# The middle of the first words on view that are painted so.
PAINTED_AT = """[...CSS.highlights.entries()].filter(([name]) => name.includes({}))
  .flatMap(([, ranges]) => [...ranges])
  .map((range) => range.getBoundingClientRect())
  .filter(({{ top, bottom }}) => top > 120 && bottom < innerHeight - 240)
  .map(({{ x, y, width, height }}) => [x + width / 2, y + height / 2])[0]"""


def do(camera: Camera, verb: Verb, what: str) -> None:
    """Does one step of a state."""
    if verb == "run":
        camera.ask(f"(() => {{ {what} }})()")
        return
    if verb == "point":
        place = PAINTED_AT.format(json.dumps(what))
        camera.wait_for(place)
        camera.point(*camera.ask(place))
        camera.wait_for(find(".tip:not([hidden])"))
        return
    camera.wait_for(find(what))
    if verb == "press":
        camera.press(what)
    elif verb == "show":
        camera.ask(f"{find(what)}.scrollIntoView()")
    elif verb == "focus":
        camera.ask(f"{find(what)}.focus({{ focusVisible: true }})")

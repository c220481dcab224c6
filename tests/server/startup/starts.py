"""Starts for tests: with all in their paths and settings that a system may take for something else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from rolelight.startup.start import Start

# Names of folders as Rolelight takes them: all that can be shown, often with a meaning to some system.
NAMES = st.text(
    st.sampled_from("%$&<>'\"\\ ;#{}()=:@-~é\u202e")
    | st.characters(exclude_categories=["C"], exclude_characters="/"),
    min_size=1,
    max_size=20,
).filter(lambda name: name not in (".", ".."))


@st.composite
def starts(draw: st.DrawFn, in_program: str = "") -> Start:
    """A start; what is in ``in_program`` is not in the path of its Python."""
    program = draw(NAMES.filter(lambda name: not set(in_program) & set(name)))
    folder = Path("/", draw(NAMES))
    priors = draw(st.sampled_from(["", "web=0.3, analysis=.2"]))
    return Start(f"/{program}/python", {"folder": "", "port": "9000", "priors": priors}, folder, user="Ann")


def expected(start: Start) -> list[str]:
    """The command that is to be run for such a start."""
    settings = [f"--folder={start.folder}", "--port=9000", f"--priors={start.settings['priors']}"]
    return [start.python, "-P", "-m", "rolelight", "serve", "--quiet", *settings]

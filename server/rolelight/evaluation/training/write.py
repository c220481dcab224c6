"""Writes the fitted weights as a file that anyone can read, with its provenance."""

from __future__ import annotations

import json
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version

from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Weights

HEAD = """\
# What each signal says, in log-odds. Written by `rolelight train`: do not edit, but fit again.
#
# [uses]: by signal and use of Python, two weights: where it stands near the word Python, and where it stands
# elsewhere in the position. [roles]: by signal and role, whatever skill the work was done in. They start from
# the judgement in signals/*.toml and keep its signs; signals that occur in no labelled entry keep it
# unchanged ([provenance] tells which). Survey shares behind the judgement: Stack Overflow Developer Survey
# 2023, Open Database License (ODbL) 1.0, https://survey.stackoverflow.co/2023/
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that the weights were fitted on, or that judgement rests on."""

    name: str
    sha256: str
    rows: int
    used_for: str


def weights_file(
    weights: Weights, sources: Sequence[Source], figures: Mapping[str, float], seen: Mapping[str, int]
) -> str:
    """The text of weights.toml; ``seen`` is in how many of the fitted entries each signal occurs."""
    lines = [HEAD, *_provenance(sources, figures, seen), "", "[starts]"]
    lines += [f"{name} = {start:.4f}" for name, start in weights.starts.items()]
    lines += ["", "[bounds]"]
    lines += [f"{use} = [{up:.4f}, {down:.4f}]" for use, (up, down) in weights.bounds.items()]
    lines += ["", "[uses]"]
    by_signal: dict[str, list[str]] = {}
    for use, signals in weights.uses.items():
        for signal, (near, elsewhere) in signals.items():
            by_signal.setdefault(signal, []).append(f"{use} = [{near:.2f}, {elsewhere:.2f}]")
    lines += [f"{signal} = {{ {', '.join(said)} }}" for signal, said in sorted(by_signal.items())]
    lines += ["", "[roles]"]
    for signal, roles in sorted(weights.roles.items()):
        said = ", ".join(f"{role} = {weight:.2f}" for role, weight in roles.items())
        lines.append(f"{signal} = {{ {said} }}")
    return "\n".join(lines) + "\n"


def _provenance(
    sources: Sequence[Source], figures: Mapping[str, float], seen: Mapping[str, int]
) -> list[str]:
    judged = sorted(signal for signal in load_lexicon().signals if not seen.get(signal))
    versions = {name: version(name) for name in ("numpy", "scipy")}
    lines = [
        "[provenance]",
        f'date = "{date.today().isoformat()}"',
        f'python = "{platform.python_version()}"',
    ]
    lines += [f'{name} = "{number}"' for name, number in versions.items()]
    lines += ["judgement_alone = [", *(f'  "{signal}",' for signal in judged), "]"]
    for source in sources:
        lines += ["", "[[provenance.sources]]", f"name = {json.dumps(source.name)}"]
        lines += [
            f'sha256 = "{source.sha256}"',
            f"rows = {source.rows}",
            f"used_for = {json.dumps(source.used_for)}",
        ]
    lines += ["", "[provenance.figures]"]
    return lines + [f'"{name}" = {value:.4f}' for name, value in figures.items()]

"""How much memory a server has with all its processes, on Linux alone."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


def workers(process: int) -> set[int]:
    """The processes that a process has started and that run still."""
    return {int(each) for each in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()}


def megabytes(process: int) -> float:
    """What the process and those that it started have in memory; what they share counts once (PSS)."""
    return sum(_proportional(each) for each in (process, *workers(process)))


def _proportional(process: int) -> float:
    # A worker that has just been replaced has nothing any more.
    with suppress(FileNotFoundError, ProcessLookupError):
        lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
        return int(next(line.split()[1] for line in lines if line.startswith("Pss:"))) / 1024
    return 0

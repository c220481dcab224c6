"""Writes the extension to a folder of the user's, and replaces an earlier copy there whole."""

from __future__ import annotations

import shutil
from pathlib import Path

from rolelight.extension_folder import shipped_files

# Written beside the copy: the files of an earlier version are told from the user's own by it.
RECORD = "written-by-rolelight.txt"


class CopyError(Exception):
    """The folder cannot be used; the sentence says why and what to do."""


def write_copy(extension: Path, folder: Path) -> int:
    """Write the files that a browser needs, and give their number. Raises CopyError."""
    paths = shipped_files(extension)
    try:
        _refuse_others(folder)
        folder.mkdir(parents=True, exist_ok=True)
        _empty(folder)
        # First, so that a copy that was cut short can be replaced too.
        (folder / RECORD).write_text("".join(f"{path}\n" for path in paths), "utf-8", newline="\n")
        for path in paths:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(extension / path, folder / path)
    except OSError as error:
        raise CopyError(f"{folder} cannot be written ({error.strerror}). Give another folder.") from None
    return len(paths)


def _refuse_others(folder: Path) -> None:
    """Raise CopyError where the folder holds a file that no earlier copy wrote."""
    if folder.exists() and not folder.is_dir():
        raise CopyError(f"{folder} is a file. Give a folder: a new one, or one with an earlier copy.")
    others = sorted(set(_files(folder)) - _written(folder))
    if others:
        raise CopyError(
            f"{folder} holds {others[0]}, which is no part of an earlier copy of the extension. "
            "Nothing was written. Move it elsewhere, or give a new folder."
        )


def _files(folder: Path) -> list[str]:
    """All that a folder holds but the folders within; a link counts as what it is, not where it leads."""
    inside = (path for path in folder.rglob("*") if path.is_symlink() or not path.is_dir())
    return [path.relative_to(folder).as_posix() for path in inside]


def _written(folder: Path) -> set[str]:
    record = folder / RECORD
    return {RECORD, *record.read_text("utf-8", "replace").splitlines()} if record.is_file() else set()


def _empty(folder: Path) -> None:
    """Take everything out; the folder stays, as the user may stand in it."""
    for inside in folder.iterdir():
        if inside.is_dir() and not inside.is_symlink():
            shutil.rmtree(inside)
        else:
            inside.unlink()

"""Files that only the person who runs Rolelight may read, and the folder that they are in."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def write_private(file: Path, content: bytes) -> None:
    """Replace the file in one step; at no moment may anyone but its owner read it."""
    descriptor, name = tempfile.mkstemp(dir=file.parent, prefix=f"{file.stem}-")  # mode 0600
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def keep_no_core_dump() -> None:
    """Have this process, and those that it starts or becomes, leave no core file: it would hold a page."""
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def why_unusable(folder: Path) -> str | None:
    """Why nothing can be kept in the folder, which is made where it is missing; None where all is well."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return None
    except (FileExistsError, NotADirectoryError):
        return f"must be a folder, and {folder} is a file or below one. Name another folder."
    except OSError as error:
        return (
            f"must be a folder that can be written to, and {folder} is not ({error.strerror}). Name another."
        )

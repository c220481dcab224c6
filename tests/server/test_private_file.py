"""Private files: for their owner alone, whole or not at all."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from rolelight.private_file import why_unusable, write_private


def test_only_the_owner_may_read_the_file_and_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "folder"
    assert why_unusable(folder) is None
    write_private(folder / "x.html", b"x")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "x.html").stat().st_mode) == 0o600
    assert (folder / "x.html").read_text("utf-8") == "x"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(OSError, match="directory"):
        write_private(tmp_path / "x", b"text")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_folder_that_is_a_file_is_told_in_words(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        assert f"{folder} is a file or below one" in (why_unusable(folder) or "")


def test_a_folder_that_cannot_be_written_to_is_told_in_words() -> None:
    """The kernel's own folder takes no file of anybody, not even of root."""
    assert "must be a folder that can be written to, and /proc/x is not" in (
        why_unusable(Path("/proc/x")) or ""
    )


def test_looking_leaves_nothing_behind(tmp_path: Path) -> None:
    assert why_unusable(tmp_path) is None
    assert list(tmp_path.iterdir()) == []

"""`rolelight extension`: the folder holds what a browser needs, and nothing of the user's is ever lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from rolelight import extension_folder
from rolelight.cli import main
from rolelight.extension_copy import RECORD
from rolelight.extension_folder import find_extension, shipped_files


def write(folder: Path | str) -> Result:
    return CliRunner().invoke(main, ["extension", str(folder)])


def written(folder: Path) -> Path:
    """A folder with a copy in it."""
    assert write(folder).exit_code == 0
    return folder


def files_in(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def refused(folder: Path | str) -> str:
    """The sentence with which a folder is refused."""
    result = write(folder)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_the_folder_holds_what_a_browser_needs_and_the_record_of_it(tmp_path: Path) -> None:
    source = find_extension()
    assert source
    folder = written(tmp_path / "deep" / "folder")
    paths = shipped_files(source)
    assert files_in(folder) == sorted([*paths, RECORD])
    assert {path: (folder / path).read_bytes() for path in paths} == {
        path: (source / path).read_bytes() for path in paths
    }


def test_what_does_not_run_is_not_written(tmp_path: Path) -> None:
    paths = files_in(written(tmp_path))
    assert "manifest.json" in paths
    assert {"types.d.ts", "icons/icon.svg"} & set(paths) == set()


def test_it_says_what_to_do_next_in_each_browser(tmp_path: Path) -> None:
    printed = write(tmp_path / "folder").stdout
    for words in ("chrome://extensions", "Load\n  unpacked", "about:debugging", "forgets", "rolelight serve"):
        assert words in printed
    assert str(tmp_path / "folder" / "manifest.json") in printed


def test_an_earlier_copy_is_replaced_whole(tmp_path: Path) -> None:
    folder = written(tmp_path)
    (folder / "content" / "of_an_earlier_version.js").write_text("", "utf-8")
    with (folder / RECORD).open("a", encoding="utf-8") as record:
        record.write("content/of_an_earlier_version.js\n")
    (folder / "background.js").write_text("damaged", "utf-8")
    (folder / "manifest.json").unlink()
    assert write(folder).exit_code == 0
    assert "content/of_an_earlier_version.js" not in files_in(folder)
    assert (folder / "manifest.json").is_file()
    assert (folder / "background.js").read_text("utf-8") != "damaged"


@pytest.mark.parametrize("name", ["letter.txt", "content/letter.txt", ".git/config"])
def test_a_folder_with_something_else_in_it_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    folder = written(tmp_path)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("mine", "utf-8")
    (folder / "background.js").write_text("older", "utf-8")
    sentence = refused(folder)
    assert f"holds {name}, which is no part of an earlier copy" in sentence
    assert "Nothing was written" in sentence
    assert (folder / name).read_text("utf-8") == "mine"
    assert (folder / "background.js").read_text("utf-8") == "older"


def test_a_link_in_the_folder_is_something_else(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("mine", "utf-8")
    folder = written(tmp_path / "copy")
    (folder / "link").symlink_to(tmp_path / "mine", target_is_directory=True)
    assert "holds link" in refused(folder)
    assert (tmp_path / "mine" / "letter.txt").is_file()


def test_the_extension_of_a_checkout_is_no_copy() -> None:
    source = find_extension()
    assert source
    before = files_in(source)
    assert "is no part of an earlier copy" in refused(source)
    assert files_in(source) == before


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", "utf-8")
    assert "is a file. Give a folder" in refused(tmp_path / "letter.txt")
    assert "cannot be written" in refused(tmp_path / "letter.txt" / "folder")
    assert (tmp_path / "letter.txt").read_text("utf-8") == "mine"


def test_an_installation_without_the_extension_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extension_folder, "PLACES", (Path("nowhere"),))
    assert "came without the extension" in refused(tmp_path / "folder")
    assert not (tmp_path / "folder").exists()

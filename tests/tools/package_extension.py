"""Checks the extension and packs it for the browsers' stores: python -m tools.package_extension FOLDER."""

from __future__ import annotations

import sys
from configparser import ConfigParser
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import click

from rolelight.extension_folder import shipped_files
from tools.extension_checks import find_problems

ROOT = Path(__file__).parents[2]
# One manifest serves both browsers, so the packages differ in name alone.
PACKAGES = ("rolelight-{version}-chromium.zip", "rolelight-{version}-firefox.xpi")
# The earliest time that a zip can name, and the rights and system that a file gets on Linux.
TIME = (1980, 1, 1, 0, 0, 0)
RIGHTS, UNIX = 0o100644 << 16, 3


def main(extension: Path, folder: Path) -> list[str]:
    """Write the packages to a folder, unless there are problems; give those."""
    version = read_version()
    problems = find_problems(extension, version)
    if not problems:
        folder.mkdir(parents=True, exist_ok=True)
        for name in PACKAGES:
            pack(extension, folder / name.format(version=version))
            click.echo(folder / name.format(version=version))
    return problems


def read_version() -> str:
    """The version of the project."""
    config = ConfigParser()
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    return config["metadata"]["version"]


def pack(extension: Path, package: Path) -> None:
    """Write a package that depends on nothing but the names and contents of the files.

    Nothing is compressed: what a compressor makes differs between the versions of zlib.
    """
    with ZipFile(package, "w", ZIP_STORED) as archive:
        for path in shipped_files(extension):
            entry = ZipInfo(path, TIME)
            entry.external_attr, entry.create_system = RIGHTS, UNIX
            archive.writestr(entry, (extension / path).read_bytes())


if __name__ == "__main__":
    found = main(ROOT / "extension", Path(sys.argv[1]))
    sys.exit("\n".join(found) or 0)

"""Fuzz the page stage with atheris, from the synthetic pages on: `make soak` does so for five minutes.

Give libFuzzer's own options, such as ``-max_total_time=3600`` or a file that it left in artifacts/fuzz.
"""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rolelight"]):
    from fixtures import ROOT, fixtures
    from hostile_pages import PAGES
    from soak.checks import check_pruned_once, check_sound

FOLDER = ROOT / "artifacts" / "fuzz"
OPTIONS = ["-max_total_time=300", "-timeout=10", "-max_len=40000", "-print_final_stats=1"]
# Larger seeds are read too slowly under instrumentation to be changed often.
SEED_SIZE, MAX_SEED = 400, 10_000


def check(data: bytes) -> None:
    """Reads what the fuzzer made; bytes that are no text become lone surrogates."""
    html = data.decode("utf-8", "surrogateescape")
    check_pruned_once(html)
    check_sound(html)


def write_seeds(folder: Path) -> None:
    """Writes the pages that the fuzzer begins with, each to a file of its own."""
    folder.mkdir(parents=True)
    hostile = [make(SEED_SIZE) for _, make in PAGES.values()]
    pages = [fixture.html for fixture in fixtures()] + [page for page in hostile if len(page) < MAX_SEED]
    for number, page in enumerate(pages):
        (folder / f"seed-{number}").write_bytes(page.encode("utf-8", "surrogatepass"))


def write_dictionary(path: Path) -> None:
    """Writes the bits of markup that the fuzzer puts together, a line each, in libFuzzer's spelling."""
    made_of = tomllib.loads((ROOT / "tests/server/page/soup.toml").read_text("utf-8"))
    words = [*made_of["bits"], *(f"<{tag}>" for tag in made_of["tags"]), *made_of["words"]]
    spelled = ("".join(f"\\x{byte:02x}" for byte in word.encode()) for word in words)
    path.write_text("".join(f'"{word}"\n' for word in spelled), encoding="ascii")


def main() -> None:
    """Fuzzes until time is over or something is found."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    write_seeds(FOLDER / "corpus")
    write_dictionary(FOLDER / "dictionary")
    where = [f"-dict={FOLDER / 'dictionary'}", f"-artifact_prefix={FOLDER}/", str(FOLDER / "corpus")]
    atheris.Setup([sys.argv[0], *OPTIONS, *where, *sys.argv[1:]], check)
    atheris.Fuzz()


if __name__ == "__main__":
    main()

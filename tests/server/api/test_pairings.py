"""The file of pairings: what it keeps, who may read it, and that several processes agree on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from callers import ORIGIN
from rolelight.api.access import EXTENSION_ORIGIN
from rolelight.api.pairings import Pairings

ODD_TYPES = '{"pairings": [{"token_sha256": 1, "origin": 2, "created": 3}]}'
FIREFOX = "moz-extension://12345678-90ab-cdef-1234-567890abcdef"


@pytest.fixture
def pairings(tmp_path: Path) -> Pairings:
    return Pairings(tmp_path / "folder")


def content(tmp_path: Path) -> str:
    return (tmp_path / "folder" / "pairings.json").read_text("utf-8")


def test_a_token_leads_to_its_pairing(pairings: Pairings) -> None:
    token = pairings.add(ORIGIN)
    found = pairings.find(token)
    assert found is not None
    assert found.origin == ORIGIN


@pytest.mark.parametrize("token", ["", "x", "\udcff", "a" * 10_000])
def test_another_token_leads_nowhere(pairings: Pairings, token: str) -> None:
    pairings.add(ORIGIN)
    assert pairings.find(token) is None


def test_the_file_keeps_a_hash_the_origin_and_the_time_alone(pairings: Pairings, tmp_path: Path) -> None:
    token = pairings.add(ORIGIN)
    kept = json.loads(content(tmp_path))["pairings"]
    assert [set(each) for each in kept] == [{"token_sha256", "origin", "created"}]
    assert token not in content(tmp_path)


def test_a_token_has_256_bits(pairings: Pairings) -> None:
    tokens = {pairings.add(ORIGIN) for _ in range(3)}
    assert len(tokens) == 3
    assert {len(token) for token in tokens} == {43}


def test_only_the_owner_can_read_the_folder_and_the_file(pairings: Pairings, tmp_path: Path) -> None:
    pairings.add(ORIGIN)
    modes = [path.stat().st_mode & 0o777 for path in (tmp_path / "folder", tmp_path / "folder/pairings.json")]
    assert modes == [0o700, 0o600]
    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["pairings.json"]


def test_several_browsers_are_paired_at_once(pairings: Pairings) -> None:
    tokens = [pairings.add(origin) for origin in (ORIGIN, FIREFOX)]
    assert all(pairings.find(token) for token in tokens)
    assert pairings.origins() == [ORIGIN, FIREFOX]


def test_two_processes_agree(pairings: Pairings, tmp_path: Path) -> None:
    other = Pairings(tmp_path / "folder")
    assert other.all() == ()
    first, second = pairings.add(ORIGIN), other.add(FIREFOX)
    assert other.find(first) is not None
    assert pairings.find(second) is not None


def test_a_pairing_ends_when_the_file_is_deleted(pairings: Pairings, tmp_path: Path) -> None:
    token = pairings.add(ORIGIN)
    (tmp_path / "folder/pairings.json").unlink()
    assert pairings.find(token) is None


@pytest.mark.parametrize(
    "damaged", ["", "[]", "{", '{"pairings": [{}]}', '{"pairings": 3}', "\x00", ODD_TYPES]
)
def test_a_damaged_file_pairs_nobody_and_is_mended_by_pairing(
    pairings: Pairings, tmp_path: Path, damaged: str
) -> None:
    token = pairings.add(ORIGIN)
    (tmp_path / "folder/pairings.json").write_text(damaged, "utf-8")
    assert pairings.find(token) is None
    assert pairings.find(pairings.add(FIREFOX)) is not None


def test_an_origin_that_is_no_extension_is_not_taken_from_the_file(
    pairings: Pairings, tmp_path: Path
) -> None:
    pairings.add(ORIGIN)
    changed = content(tmp_path).replace(ORIGIN, "https://.*")
    (tmp_path / "folder/pairings.json").write_text(changed, "utf-8")
    assert pairings.origins() == []


@pytest.mark.parametrize(
    "origin",
    ["https://example.com", "chrome-extension://", "chrome-extension://a.*", "xchrome-extension://abc",
     "chrome-extension://abc\n", "chrome-extension://abc/", "null", ""],
)  # fmt: skip
def test_only_extensions_have_an_extensions_origin(origin: str) -> None:
    assert EXTENSION_ORIGIN.fullmatch(origin) is None

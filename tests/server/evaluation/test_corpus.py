"""Job entries are read from JSON lines, and a line that cannot be read is named."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from made_up_entries import write_rows
from rolelight.evaluation import EvaluationError
from rolelight.evaluation.corpus import LabelledEntry, hash_of, outcome_of, read_entries, read_rows


@pytest.mark.parametrize("name", ["entries.jsonl", "entries.jsonl.gz"])
def test_entries_are_read_gzipped_or_not(tmp_path: Path, name: str) -> None:
    row = {"id": 7, "text": "Wove cloth", "resume": "r", "title": None, "uses_a": ["W", "D"]}
    (entry,) = read_entries(write_rows(tmp_path / name, [row]))
    assert entry == LabelledEntry("7", "Wove cloth", "r", "", ("W", "D"), "both")


def test_an_entry_that_nobody_has_read_has_no_outcome(tmp_path: Path) -> None:
    (entry,) = read_entries(write_rows(tmp_path / "a.jsonl", [{"text": "Wove"}]))
    assert (entry.id, entry.uses, entry.outcome) == ("1", None, None)


def test_the_outcome_that_readers_agree_on_counts(tmp_path: Path) -> None:
    rows = [{"text": "a", "uses_a": ["W"], "outcome": outcome} for outcome in (None, "data")]
    assert [each.outcome for each in read_entries(write_rows(tmp_path / "a.jsonl", rows))] == [None, "data"]


@pytest.mark.parametrize(
    ("uses", "outcome"),
    [
        ("W", "web"),
        ("WA", "web"),
        ("D", "data"),
        ("EO", "data"),
        ("DW", "both"),
        ("WE", "both"),
        ("AOU", "neither"),
    ],
)
def test_outcomes_of_codes(uses: str, outcome: str) -> None:
    assert outcome_of(tuple(uses)) == outcome


def test_other_line_ends_within_a_text_are_no_new_line(tmp_path: Path) -> None:
    text = "one\u2028two\x85three\x0bfour"
    (tmp_path / "a.jsonl").write_text(
        json.dumps({"text": text.replace("\x0b", "")}, ensure_ascii=False), "utf-8"
    )
    assert [row["text"] for row in read_rows(tmp_path / "a.jsonl")] == [text.replace("\x0b", "")]


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"text": 3}', "text"])
def test_a_line_that_is_no_entry_is_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "a"}}\n\n{line}\n', "utf-8")
    with pytest.raises(EvaluationError, match=r"a\.jsonl, line 3 is not"):
        read_entries(tmp_path / "a.jsonl")


@pytest.mark.parametrize("uses", [["X"], "W", 3, [["W"]]])
def test_codes_that_are_unknown_are_named(tmp_path: Path, uses: object) -> None:
    with pytest.raises(EvaluationError, match="line 1 has codes that are unknown"):
        read_entries(write_rows(tmp_path / "a.jsonl", [{"text": "a", "uses_a": uses}]))


@pytest.mark.parametrize(
    "content",
    [b"no gzip", gzip.compress(b"{}", mtime=0)[:-9], gzip.compress(b"\xff", mtime=0)],
    ids=["no archive", "cut short", "no text"],
)
def test_a_file_that_cannot_be_read_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(content)
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_rows(tmp_path / "a.jsonl.gz")


def test_a_damaged_archive_gets_a_sentence(tmp_path: Path) -> None:
    content = bytearray(gzip.compress(b'{"text": "a"}' * 100))
    content[12] ^= 0xFF
    (tmp_path / "a.jsonl.gz").write_bytes(bytes(content))
    with pytest.raises(EvaluationError, match="cannot be read"):
        read_rows(tmp_path / "a.jsonl.gz")


def test_the_hash_is_that_of_the_file_and_an_absent_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"abc")
    assert hash_of(tmp_path / "a") == hashlib.sha256(b"abc").hexdigest()
    with pytest.raises(EvaluationError, match="cannot be read"):
        hash_of(tmp_path / "b")

"""The documents keep step with the code."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from rolelight.lexicon import Signal, load_lexicon
from rolelight.page.model import Profile

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("key", [field.name for field in dataclasses.fields(Signal)])
def test_every_key_of_a_signal_is_documented(key: str) -> None:
    assert f"`{key}`" in (ROOT / "docs/signals.md").read_text("utf-8")


def test_the_runtime_libraries_are_those_that_the_docs_explain() -> None:
    wanted = (ROOT / "setup.cfg").read_text("utf-8").split("install_requires =")[1].split("[options", 1)[0]
    names = [line.strip().split(">=")[0] for line in wanted.splitlines() if line.strip()]
    text = (ROOT / "docs/libraries.md").read_text("utf-8")
    assert len(names) >= 7
    assert [name for name in names if name not in text] == []


def test_local_links_in_the_documents_lead_somewhere() -> None:
    documents = [ROOT / "README.md", *(ROOT / "docs").glob("*.md"), ROOT / "tests/pages/README.md"]
    broken = [
        f"{document.name}: {link}"
        for document in documents
        for link in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
        if not (document.parent / link).exists()
    ]
    assert broken == []


def test_the_first_two_roles_are_the_ones_that_the_interface_offers_first() -> None:
    labels = {role.id: role.label for role in load_lexicon().roles}
    assert labels["back-end-web-developer"] == "Back-end web developer"
    assert labels["data-analyst"] == "Data analyst / scientist"


def test_a_profile_documents_every_page_state() -> None:
    assert Profile.__doc__
    for state in ("stale", "sign_in_wall", "guest_home", "blocked", "not_found", "private", "blank"):
        assert state in Profile.__doc__

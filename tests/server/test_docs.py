"""The documents keep step with the code."""

from __future__ import annotations

import dataclasses
import inspect
import json
import re
import tomllib
from pathlib import Path

import pytest

from rolelight.errors import REFUSALS
from rolelight.lexicon import Signal, load_lexicon
from rolelight.page import detect
from rolelight.page.model import Profile
from rolelight.wording import PAGE_STATES

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
    first, second, *_ = load_lexicon().roles
    assert (first.id, first.label) == ("back-end-web-developer", "Back-end web developer")
    assert (second.id, second.label) == ("data-analyst", "Data analyst / scientist")


def page_states() -> set[str]:
    """All that a page can be: the states with marks in the data, and those that the code finds."""
    with Path(detect.__file__).with_name("states.toml").open("rb") as file:
        marked = {state["name"] for state in tomllib.load(file)["state"]}
    return marked | set(re.findall(r'Finding\(\s*"(\w+)"', inspect.getsource(detect)))


def test_every_page_state_is_told_in_the_terminal() -> None:
    assert page_states() - {"profile"} == set(PAGE_STATES)


@pytest.mark.parametrize("state", sorted(page_states()))
def test_every_page_state_is_documented(state: str) -> None:
    assert Profile.__doc__
    assert re.search(rf"\b{state}\b", Profile.__doc__)
    assert f"`{state}`" in (ROOT / "docs/api.md").read_text("utf-8")


@pytest.mark.parametrize("code", REFUSALS)
def test_every_error_is_documented(code: str) -> None:
    assert f"`{code}`" in (ROOT / "docs/api.md").read_text("utf-8")


def test_the_listing_for_the_stores_has_the_short_text_and_each_permission_of_the_package() -> None:
    extension, listing = ROOT / "extension", (ROOT / "docs/store-listing.md").read_text("utf-8")
    texts = json.loads((extension / "_locales/en/messages.json").read_text("utf-8"))
    manifest = json.loads((extension / "manifest.json").read_text("utf-8"))
    assert texts["extension_description"]["message"] in listing
    justified = re.findall(r"^\| `([^`]+)` \|", listing, re.MULTILINE)
    assert justified == [*manifest["permissions"], *manifest["host_permissions"]]

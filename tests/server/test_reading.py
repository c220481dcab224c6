"""The whole line on the fixture pages: verdicts, uses and highlights that a careful recruiter expects."""

from __future__ import annotations

import math
import re
from datetime import date
from functools import cache
from typing import Any

import pytest

from fixtures import Fixture, fixtures
from rolelight.errors import Refusal
from rolelight.evidence.model import Highlight
from rolelight.page.model import Capture
from rolelight.reading import MAX_ENTRIES, Reading, read_profile

TODAY = date(2026, 11, 22)
PROFILES = [each for each in fixtures() if each.expected["page_state"] == "profile"]
NO_PROFILES = [each for each in fixtures() if each.expected["page_state"] != "profile"]


def each_of(pages: list[Fixture]) -> pytest.MarkDecorator:
    """Runs a test once for each of the pages."""
    return pytest.mark.parametrize("page", pages, ids=lambda page: page.id)


@cache
def _read(page_id: str) -> Reading:
    page = next(each for each in fixtures() if each.id == page_id)
    return read_profile([page.capture], today=TODAY)


def read(page: Fixture) -> Reading:
    """The reading of a fixture page; each is read once."""
    return _read(page.id)


@each_of([page for page in PROFILES if "fits" in page.expected])
def test_verdicts_are_those_of_a_careful_recruiter(page: Fixture) -> None:
    verdicts = {role: fit.verdict for role, fit in read(page).fits.items()}
    for role, expected in page.expected["fits"].items():
        accepted = expected if isinstance(expected, list) else [expected]
        assert verdicts[role] in accepted, f"{role}: {read(page).fits[role].probability:.2f}"


@each_of([page for page in PROFILES if page.expected.get("python")])
def test_the_uses_of_python_are_found_position_by_position(page: Fixture) -> None:
    """Where the use is clear to a careful reader, it is the strongest or above even odds."""
    found = read(page).uses["python"].entries
    misses = []
    for line in page.expected["python"]:
        uses = found.get(f"experience-{line['entry']}", {})
        strongest = max(uses, key=lambda use: uses[use], default="")
        misses += [
            (line["entry"], use, uses) for use in line["uses"] if uses.get(use, 0) < 0.5 and strongest != use
        ]
    assert len(misses) <= len(page.expected["python"]) // 3, misses


@each_of([page for page in PROFILES if page.expected.get("highlights")])
def test_the_words_that_a_reader_expects_are_highlighted(page: Fixture) -> None:
    missed = [line for line in page.expected["highlights"] if not _shown(line, read(page).highlights)]
    assert missed == []


def _shown(line: dict[str, Any], highlights: tuple[Highlight, ...]) -> bool:
    entry = f"{line['section']}-{line['entry']}" if "entry" in line else None
    return any(
        each.signal == line["signal"]
        and each.section == line["section"]
        and entry in (None, each.entry)
        and line["exact"].lower() in each.quote.exact.lower()
        for each in highlights
    )


@each_of(PROFILES)
def test_every_highlight_quotes_its_block_exactly(page: Fixture) -> None:
    reading = read(page)
    blocks = {
        (piece.block.capture, piece.block.id): piece.block.text.encode("utf-16-le")
        for section in reading.profile.sections
        for entry in section.entries
        for piece in entry.pieces
    }
    assert reading.highlights or not page.expected.get("highlights")
    for each in reading.highlights:
        units = blocks[each.capture, each.block]
        assert units[2 * each.start : 2 * each.end].decode("utf-16-le") == each.quote.exact


@each_of(PROFILES)
def test_every_line_of_every_balance_sheet_adds_up(page: Fixture) -> None:
    reading = read(page)
    by_id = {each.id: each for each in reading.highlights}
    for role, fit in reading.fits.items():
        total = math.fsum(line.weight for line in fit.lines)
        assert math.isclose(math.log(fit.probability / (1 - fit.probability)), total, abs_tol=1e-9)
        for line in fit.lines:
            if line.highlights:
                shares = math.fsum(by_id[each].weights[role] for each in line.highlights)
                assert math.isclose(shares, line.weight, abs_tol=1e-9)


@each_of([page for page in PROFILES if "strong" in {fit.verdict for fit in read(page).fits.values()}])
def test_a_fit_is_not_strong_once_all_that_speaks_for_it_is_set_aside(page: Fixture) -> None:
    strong = max(read(page).fits, key=lambda role: read(page).fits[role].probability)
    speaking = [each.id for each in read(page).highlights if each.weights.get(strong, 0) > 0]
    struck = read_profile([page.capture], strong, today=TODAY, set_aside=speaking)
    assert struck.fit
    assert struck.fit.verdict != "strong"
    assert struck.fit.probability < read(page).fits[strong].probability


@each_of(NO_PROFILES)
def test_a_page_that_is_no_profile_has_its_state_and_no_fit(page: Fixture) -> None:
    reading = read_profile([page.capture], role="data-analyst")
    assert reading.profile.page_state == page.expected["page_state"]
    assert (reading.fits, reading.highlights, reading.uses, reading.fit) == ({}, (), {}, None)


@each_of(PROFILES)
def test_names_places_and_schools_change_nothing(page: Fixture) -> None:
    """A person called Ruby Scala who went to the University of Django reads like anyone else."""
    html = page.html.replace(_name_of(page), "Ruby Julia Scala")
    for entry in page.expected["sections"].get("education", {}).get("entries", []):
        html = html.replace(entry["school"], "Django University of Statistics")
    assert html != page.html
    renamed = read_profile([Capture(html, page.expected["url"])], today=TODAY)
    for role, fit in renamed.fits.items():
        assert fit.verdict == read(page).fits[role].verdict
        assert fit.lines == read(page).fits[role].lines


def _name_of(page: Fixture) -> str:
    """The person's name, as the page's title has it."""
    title = re.search(r"<title>\s*(?:\(\d+\) )?(.+?)\s*(?:,| [|\u2013-] |</title>)", page.html)
    assert title
    return title[1]


@pytest.mark.parametrize(
    ("role", "skill", "code"), [("astronaut", None, "unknown_role"), (None, "cobol", "unknown_skill")]
)
def test_an_unknown_role_or_skill_is_refused(role: str | None, skill: str | None, code: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_profile([Capture("<main></main>")], role=role, skill=skill)
    assert refusal.value.code == code


@pytest.mark.parametrize("words", ["Python, Django. ", "no experience with ", "learning Python, ", "a " * 8])
def test_more_text_than_a_person_could_have_is_refused(words: str) -> None:
    page = next(page for page in PROFILES if page.id == "pvs/web-developer")
    text = "web security, releases without downtime"
    assert text in page.html
    with pytest.raises(Refusal) as refusal:
        read_profile([Capture(page.html.replace(text, words * 100_000), page.expected["url"])])
    assert refusal.value.code == "page_too_long"


def test_more_positions_than_a_person_could_have_are_refused() -> None:
    position = "<li><h3>Clerk</h3><p>Acme</p><p>Jan 2020 - Dec 2021</p></li>"
    page = "<main><h1>Robin</h1><h2>Experience</h2><ul>{}</ul></main>"
    most = read_profile([Capture(page.format(position * MAX_ENTRIES))])
    assert len(most.profile.positions) == MAX_ENTRIES
    with pytest.raises(Refusal) as refusal:
        read_profile([Capture(page.format(position * (MAX_ENTRIES + 1)))])
    assert refusal.value.code == "page_too_long"


def test_lone_surrogates_become_replacement_characters_with_offsets_unchanged() -> None:
    page = next(page for page in PROFILES if "data-analyst" in page.id)
    broken = read_profile([Capture(page.html.replace("the", "t\ud83de"), page.expected["url"])], today=TODAY)
    assert [(each.start, each.signal) for each in broken.highlights if each.kind == "title"] == [
        (each.start, each.signal) for each in read(page).highlights if each.kind == "title"
    ]

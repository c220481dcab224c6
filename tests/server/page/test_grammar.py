"""The shapes of a profile's lines besides dates, in the languages that LinkedIn has."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.page import dates, grammar
from rolelight.page.dates import date_line, date_range
from rolelight.page.headings import is_job_ad_heading, section_kind
from rolelight.page.language import text_language
from rolelight.page.vocabulary import plain, plain_in_place

HEADINGS = tomllib.loads(Path(grammar.__file__).with_name("headings.toml").read_text("utf-8"))
DATA = tomllib.loads(Path(__file__).with_name("lines.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        "Full-time",
        "Permanent Full-time",
        "Vollzeit",
        "CDI",
        "Jornada completa",
        "Estágio",
        "Tirocinio",
        "Parttime",
        *DATA["lines"]["employment"],
    ],
)
def test_kinds_of_employment_are_known(line: str) -> None:
    assert grammar.is_employment(line)


@pytest.mark.parametrize(
    "line",
    [
        "Show all 8 experiences",
        "…see more",
        "Femke O. and 21 other mutual connections",
        "500+ connections",
        "· 2nd",
        "·",
        "12 endorsements",
        "Alle 5 Kenntnisse anzeigen",
        *DATA["lines"]["furniture"],
    ],
)
def test_furniture_is_noise(line: str) -> None:
    assert grammar.is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Followed the team",
        "More than a shop",
        "Show-runner",
        "Connected devices",
        "R",
        "Visa Europe",
        "Viser Ltd",
    ],
)
def test_words_of_work_are_no_noise(line: str) -> None:
    assert not grammar.is_noise(line)


@pytest.mark.parametrize(
    "line",
    [
        "Berlin, Germany",
        "Greater Paris Metropolitan Region",
        "France",
        "Île-de-France",
        "São Paulo e Região",
        "上海",
    ],
)
def test_places_look_like_places(line: str) -> None:
    assert grammar.looks_like_place(line)


@pytest.mark.parametrize(
    "line",
    [
        "Built the API.",
        "• Django",
        "Built and maintained the public REST API of the shop",
        "https://x.example",
        "Built APIs with Django",
        "- Flask",
    ],
)
def test_sentences_and_bullets_are_no_places(line: str) -> None:
    assert not grammar.looks_like_place(line)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Experience", "experience"),
        ("  WORK EXPERIENCE (4):", "experience"),
        ("2. Ausbildung", "education"),
        ("Compétences", "skills"),
        ("» Sobre mí", "about"),
        ("Akademischer Werdegang", "education"),
        ("References", "other"),
        ("\N{BRIEFCASE} Experience", "experience"),
        ("Experienced", None),
        ("Experience " + "x" * 90, None),
        *DATA["headings"].items(),
    ],
)
def test_headings_are_looked_up_in_the_dictionary(heading: str, kind: str | None) -> None:
    assert section_kind(heading) == kind


def test_every_heading_has_one_kind() -> None:
    kinds: dict[str, set[str]] = {}
    for language in HEADINGS.values():
        for kind, words in language.items():
            for heading in words.split(", "):
                kinds.setdefault(heading, set()).add(kind)
    assert {heading: found for heading, found in kinds.items() if len(found) > 1} == {}
    assert {heading for heading in kinds if heading != plain(heading)} == set()


def test_headings_of_job_advertisements_are_known() -> None:
    assert is_job_ad_heading("What we offer:")
    assert not is_job_ad_heading("Experience")


@pytest.mark.parametrize(("language", "sentence"), DATA["sentences"].items())
def test_a_text_tells_its_language(language: str, sentence: str) -> None:
    assert text_language([sentence] * 2) == language.replace("none", "")


@given(st.text(max_size=80))
def test_comparing_changes_a_text_once_only(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(plain_in_place(text)) == len(text)


@given(st.text(max_size=260))
def test_any_line_is_classified_without_an_error(text: str) -> None:
    assert date_range(text) is None or any(character.isdigit() for character in text)
    for start, end in grammar.parts(text):
        assert 0 <= start <= end <= len(text)
    assert 0 <= grammar.skills_label(text) <= len(text)
    assert 0 <= grammar.skills_end(text) <= len(text)
    for classify in (
        date_line,
        dates.is_duration,
        grammar.is_noise,
        grammar.is_prose,
        grammar.looks_like_place,
        dates.points_within,
        dates.dates_within,
    ):
        classify(text)

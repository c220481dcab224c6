"""Blocks are the same to the server and to the extension, to the character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from captures import block_texts, capture_of
from fixtures import Fixture, fixtures
from rolelight.page.outline import Page
from rolelight.page.prune import prune
from rolelight.page.soup import parse
from rolelight.page.walk import outline

EVERY = pytest.mark.parametrize("fixture", fixtures(), ids=lambda fixture: fixture.id)


def page_of(html: str) -> Page:
    return outline(parse(prune(html)))


def blocks_of(html: str) -> dict[str, str]:
    page = page_of(html)
    runs = page.runs[page.root.first : page.root.end]
    return {run.block.id: run.block.text for run in runs}


def test_text_belongs_to_the_nearest_block_element() -> None:
    assert blocks_of("<main>one <div>two <b>and</b> three</div> four<p>five</p></main>") == {
        "1": "one four",
        "2": "two and three",
        "3": "five",
    }


def test_white_space_is_collapsed_and_trimmed_as_a_browser_sees_it() -> None:
    assert blocks_of("<p>\n  a\u00a0\u2009b \ufeff <i> c</i>  </p>") == {"1": "a b c"}


def test_a_zero_width_space_is_text() -> None:
    assert blocks_of("<p>a\u200bb</p>") == {"1": "a\u200bb"}


def test_a_break_is_a_space_and_is_remembered_as_a_break() -> None:
    page = page_of("<p>one<br>two <i>three</i><br/><br/>four</p>")
    (block,) = {run.block.id: run.block for run in page.runs}.values()
    assert block.text == "one two three four"
    assert block.breaks == (3, 13)


def test_lines_of_preformatted_text_are_broken_at_newlines() -> None:
    page = page_of("<pre>one\ntwo\n\nthree</pre>")
    assert page.runs[0].block.text == "one two three"
    assert page.runs[0].block.breaks == (3, 7)


def test_the_twin_for_screen_readers_is_a_block_of_its_own() -> None:
    twins = (
        '<span aria-hidden="true">2020 - Present</span><span class="visually-hidden">2020 to Present</span>'
    )
    assert blocks_of(f"<p>{twins}</p>") == {"1": "2020 - Present", "2": "2020 to Present"}


def test_the_one_main_is_the_root_where_it_holds_a_profile() -> None:
    mark = '<section class="core-section-container"><p>in</p></section>'
    assert blocks_of(f"<p>before</p><main>{mark}</main><p>after</p>") == {"1": "in"}


def test_the_body_is_the_root_where_the_one_main_holds_no_profile() -> None:
    texts = blocks_of("<p>before</p><main><p>in</p></main><p>after</p>").values()
    assert list(texts) == ["before", "in", "after"]


def test_two_mains_make_the_body_the_root() -> None:
    assert list(blocks_of("<p>a</p><main>b</main><main>c</main>").values()) == ["a", "b", "c"]


def test_an_unclosed_main_keeps_its_text() -> None:
    assert "kept" in blocks_of("<p>before</p><main><p>kept").values()


def test_numbers_that_the_extension_gave_are_used() -> None:
    assert blocks_of('<main><p data-rl-block="7">a</p><p data-rl-block="9">b</p></main>') == {
        "7": "a",
        "9": "b",
    }


def test_a_number_given_twice_or_wrongly_is_given_anew() -> None:
    html = '<main><p data-rl-block="7">a</p><p data-rl-block="7">b</p><p data-rl-block="x">c</p></main>'
    assert blocks_of(html) == {"7": "a", "8": "b", "9": "c"}


@EVERY
def test_server_numbers_the_blocks_of_a_page_by_the_rule(fixture: Fixture) -> None:
    assert blocks_of(fixture.html) == block_texts(fixture.html)


@EVERY
def test_blocks_of_a_capture_are_those_of_the_page(fixture: Fixture) -> None:
    assert blocks_of(capture_of(fixture.html)) == blocks_of(fixture.html)


TEXT = st.text("ab \n\t\u00a0\u2009é🙂.", max_size=12)
NAMES = st.sampled_from(["div", "div", "p", "span", "b", "ul", "section", "main", "article"])
LEAVES = TEXT | st.sampled_from(["<br>", "<hr>", "<script>x<p></script>", "<!-- c -->"])
MARKS = st.sampled_from(["", ' aria-hidden="true"', ' class="a sr-only"', ' class="_0a1b2c3d _4e5f6a7b"'])


def element(name: str, marks: str, parts: list[str]) -> str:
    return f"<{name}{marks}>{''.join(parts)}</{name}>"


def elements(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(element, NAMES, MARKS, st.lists(inner, max_size=4))


TREES = st.recursive(LEAVES, elements, max_leaves=25)


@given(TREES)
def test_any_page_has_the_blocks_of_the_rule(html: str) -> None:
    assert blocks_of(f"<body>{html}</body>") == block_texts(f"<body>{html}</body>")


@given(TREES)
def test_every_run_is_a_trimmed_slice_and_every_break_a_space(html: str) -> None:
    page = page_of(html)
    for run in page.runs[page.root.first : page.root.end]:
        words = run.block.text[run.start : run.end]
        assert words
        assert words == words.strip(" ")
        assert all(run.block.text[at] == " " for at in run.block.breaks)

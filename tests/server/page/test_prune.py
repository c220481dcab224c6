"""A page is cut down in one pass, and only by what is never read."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rolelight.errors import Refusal
from rolelight.page.limits import MAX_CHARACTERS, MAX_TAGS
from rolelight.page.prune import prune

BODY = "<head></head><body>{}</body>"


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("a<!-- b -->c", "ac"),
        ("a<!-->b<!--->c<!-- x --!>d", "abcd"),
        ("a<!-- never ends <p>b", "a"),
        ("a<script>if (1 < 2) '</p>'</script>b", "ab"),
        ("a<SCRIPT>x</Script >b", "ab"),
        ("a<script>never ends <p>b", "a"),
        ("a<script><!-- <script> </script> --></script>b", "ab"),
        ("a<style>p{}</style>b<textarea><p>x</textarea>c<noscript><p>x</noscript>d", "abcd"),
        ("a<svg><path/><svg></svg>x</svg>b<svg/>c", "abc"),
        ("a<svg>never ends<p>b</p>", "anever ends<p>b</p>"),
        ("a<select><option>x<option>y</select>b<option>z<p>c</p>", "ab<p>c</p>"),
        ("a<input value='x'>b<img src=x>c", "abc"),
        (
            'a<code style="display: none">{&quot;x&quot;}</code>b<code>pip install</code>',
            "ab<code>pip install</code>",
        ),
        ("1 < 2 <3 <= 4 </> 5", "1 &lt; 2 &lt;3 &lt;= 4  5"),
        ("<!DOCTYPE html><?php x ?>a<![CDATA[x]]>b", "ab"),
        ('<p title="<script>">a</p>', '<p title="<script>">a</p>'),
        ("<p title='a > b' =\"x\">a</p>", "<p title='a > b' =\"x\">a</p>"),
        ("<p>a</p>\n   <div>\n <span>b</span>\n</div>", "<p>a</p><div>\n <span>b</span></div>"),
        ("<b>a</b> <i>b</i>", "<b>a</b> <i>b</i>"),
        ("a<p never ends", "a"),
    ],
)
def test_what_is_never_read_is_dropped(html: str, kept: str) -> None:
    assert prune(html) == BODY.format(kept)


def test_the_one_main_is_cut_out_with_the_screen_that_it_is_in() -> None:
    main = '<div role="main" data-sdui-screen="a.b"><main data-testid="lazy-column"><p>a</p></main></div>'
    assert prune(f"<nav>x</nav>{main}<p>y</p>") == BODY.format(main)


def test_what_stands_beside_a_main_without_a_profile_is_kept() -> None:
    html = '<main><p>a</p></main><aside data-test-profile-container=""><p>b</p></aside>'
    assert prune(html) == BODY.format(html)


@pytest.mark.parametrize(
    "html", ["<p>a</p><main>b", "<main>a</main><p>b</p><main>c</main>", "</main>a<main>b"]
)
def test_without_one_whole_main_everything_is_kept(html: str) -> None:
    assert prune(html) == BODY.format(html)


X, Y = '<div class="_0a1b2c3d _4e5f6a7b">', '<div class="card">'


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        (f"{X}{X}{X}a</div></div></div>", f"{X}a</div>"),
        (f"{X}{Y}<p>a</p></div></div>", f"{Y}<p>a</p></div>"),
        (f"{Y}{X}a</div></div>", f"{Y}{X}a</div></div>"),
        (f"{X}{X}a</div> b</div>", f"{X}{X}a</div> b</div>"),
        (f"{X}{X}a</div>{X}b</div></div>", f"{X}{X}a</div>{X}b</div></div>"),
        (f"{X}\n {X}a</div>\n</div>", f"{X}a</div>"),
        ("<div><div>a</div></div>", "<div>a</div>"),
        (f"{X}{X}a", f"{X}{X}a"),
    ],
)
def test_plain_wrappers_of_one_element_are_taken_out(html: str, kept: str) -> None:
    assert prune(html) == BODY.format(kept)


SDUI = '<div componentkey="com.linkedin.sdui.profile.card.refAC{}">{}</div>'
PVS = '<div data-view-name="profile-component-entity">{}</div>'


PUBLIC = '<section class="top-card-layout">{}</section>'
POSTS = SDUI.format("Activity", "<section><div>post</div></section>")
OTHERS = '<div class="a" componentkey="profileAsideBrowsemap"><p>other</p></div>'
TWIN = '<span class="a visually-hidden b">twin</span>'
FORM = '<div class="contextual-sign-in-modal"><form>x</form></div>'


@pytest.mark.parametrize(
    ("known", "left_out"),
    [
        (SDUI.format("Topcard", "{}"), POSTS),
        (SDUI.format("About", "{}"), OTHERS),
        (PVS, TWIN),
        (PUBLIC, FORM),
    ],
)
def test_what_is_no_part_of_the_profile_is_left_out_of_known_markup(known: str, left_out: str) -> None:
    assert prune(known.format(f"<i>a</i>{left_out}<b>b</b>")) == BODY.format(known.format("<i>a</i><b>b</b>"))


@pytest.mark.parametrize("html", [OTHERS, TWIN, FORM])
def test_of_unknown_markup_everything_is_kept(html: str) -> None:
    assert prune(html) == BODY.format(html)


HIGHLIGHTS = '<div id="highlights"></div>'


@pytest.mark.parametrize(
    "viewers",
    [
        '<a href="https://x.example/search/results/people/?facet=1">Ada and Bo</a>',
        "<DIV ROLE='textbox'>begun</DIV>",
        '<p role="textbox">begun<p></p></p>',
        "<section data-test-profile-notes>notes</section>",
        f'<section class="card">{HIGHLIGHTS}<section>You both</section></section>',
        f'<SECTION\nid="x">\n{HIGHLIGHTS}You both</SECTION>',
    ],
)
def test_what_is_about_the_viewer_is_left_out_of_every_page(viewers: str) -> None:
    assert prune(f"<i>a</i>{viewers}<b>b</b>") == BODY.format("<i>a</i><b>b</b>")


@pytest.mark.parametrize(
    "kept",
    [
        '<a href="/search/results/all/?keywords=python">Python</a>',
        f"<section><p>b</p>{HIGHLIGHTS}</section>",
        f"<div>{HIGHLIGHTS}b</div>",
        '<section><p id="highlights">b</p></section>',
    ],
)
def test_what_is_like_the_viewers_stays(kept: str) -> None:
    assert prune(kept) == BODY.format(kept)


@pytest.mark.parametrize(
    "kept",
    [
        '<span class="visually-hidden">never ends',
        '<span class="not-visually-hidden">a</span>',
        '<span title="visually-hidden">a</span>',
        '<p class="visually-hidden">a</p>',
        "visually-hidden",
    ],
)
def test_what_is_not_known_for_certain_stays(kept: str) -> None:
    assert prune(PVS.format(kept)) == BODY.format(PVS.format(kept))


def test_the_heads_telling_items_are_kept_and_the_rest_dropped() -> None:
    html = (
        '<html><head><meta charset="utf-8"><title>A < B</title><title>C</title>'
        '<META Name=pageKey content="k"><meta name="description" content="long">'
        '<link rel="stylesheet" href="s"><link href="u" rel="canonical">'
        '<meta http-equiv="refresh" content="0"></head><body class="x"><p>a</p></body></html>'
    )
    assert prune(html) == (
        '<head><title>A &lt; B</title><META Name=pageKey content="k"><link href="u" rel="canonical">'
        '<meta http-equiv="refresh" content="0"></head><body class="x"><p>a</p></body>'
    )


def test_the_main_is_found_after_any_number_of_tags_that_is_taken() -> None:
    main = '<main data-test-profile-container="">a</main>'
    assert prune("<br>" * MAX_TAGS + f"<div>{main}</div>") == BODY.format(main)


@pytest.mark.parametrize("more", ["<main>y</main>", "</main>", "<main>"])
def test_a_main_in_what_is_left_out_counts_for_nothing(more: str) -> None:
    main = '<main><section class="top-card-layout"><h1>x</h1></section></main>'
    html = f'<p>before</p>{main}<div class="contextual-sign-in-modal">{more}</div>'
    assert prune(html) == prune(prune(html)) == BODY.format(main)


def test_lone_surrogates_and_nuls_are_replaced_one_for_one() -> None:
    assert prune("a\ud83db\udc00c\0d \ud83d\ude00 🙂") == BODY.format("a\ufffdb\ufffdc\ufffdd 😀 🙂")


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("x" * (MAX_CHARACTERS + 1), "page_too_large"),
        ("<p>" * (MAX_TAGS + 1), "page_too_complex"),
        ("<p>a</p>" * MAX_TAGS, "page_too_complex"),
        ("<" * MAX_TAGS, "page_too_complex"),
        ("<!-- -->" * MAX_TAGS, "page_too_complex"),
        (f"<p{''.join(f' a{number}' for number in range(300_000))}>", "page_too_complex"),
        ("\ud800" * 20_000, "page_too_complex"),
    ],
    ids=["long", "tags", "closed tags", "signs", "comments", "attributes", "surrogates"],
)
def test_a_page_that_is_no_profile_by_its_size_is_refused(html: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        prune(html)
    assert refused.value.code == code


def test_a_page_of_the_greatest_size_is_taken() -> None:
    assert len(prune("x" * MAX_CHARACTERS)) == MAX_CHARACTERS + len(BODY.format(""))


DATA = tomllib.loads(Path(__file__).with_name("soup.toml").read_text("utf-8"))
HOOKS = [*POSTS.split("<section>"), *PVS.split("{}"), *TWIN.split("twin"), X, Y, "</div>"]
BITS = st.sampled_from([*DATA["bits"], *HOOKS, "\ud800"])
SOUP = st.lists(BITS, max_size=40).map("".join)


@given(SOUP)
def test_pruning_again_changes_nothing(html: str) -> None:
    pruned = prune(html)
    assert prune(pruned) == pruned


@given(SOUP, SOUP)
def test_a_comment_changes_nothing(before: str, after: str) -> None:
    assert prune(f"<p>{after}") == prune(f"<!-- {before.replace('-', '')} --><p>{after}")


@pytest.mark.parametrize("name", ["İ(", "a[", "x*", "q\\"])
def test_a_tag_of_any_name_is_pruned(name: str) -> None:
    html = f"<main><{name} data-extension-id=1>gone</{name}><p>kept</p></main>"
    assert "kept" in prune(html)

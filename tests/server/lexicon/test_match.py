"""The matcher: exact offsets, the longest match, kinds, and the same finds as a plain and slow one."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lexicons import found, signal
from rolelight.lexicon import Matcher
from rolelight.lexicon.forms import keys_of
from rolelight.lexicon.match import Match, Rejected
from rolelight.lexicon.words import Words

WORDS = ("data", "base", "web", "site", "c++", "x")
FORMS = ("data", "data base", "data-base site", "web( site|)", "c++", "x web", "base web site", "site/data")
MATCHER = Matcher(signal(f"s{number}", form) for number, form in enumerate(FORMS))
TEXTS = st.lists(
    st.tuples(
        st.sampled_from([*WORDS, *map(str.upper, WORDS), "other"]),
        st.sampled_from([" ", " ", " ", "-", "  ", "/", " / ", ".", ", ", "    ", "\n", "\u2011"]),
    ),
    max_size=12,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


SPACE = r"(?:[\s\u2010\u2011\u2013-]{1,3}|\s?\.)"
# A form as one pattern: each separator of its keys may be written in several ways.
PATTERNS = {
    f"s{number}": [
        re.compile(
            re.escape(key).replace(r"\ ", SPACE).replace("/", r"\s?/\s?") + r"(?![\w+#])", re.IGNORECASE
        )
        for key in keys_of(form)
    ]
    for number, form in enumerate(FORMS)
}


def slow_find(text: str) -> list[tuple[str, str]]:
    """What the matcher must find, by trying every spelling of every form at every word: slow and plain."""
    finds, done = [], 0
    for start in (word.start() for word in re.finditer(r"\w+[+#]*", text)):
        spans = [
            (match.end(), name)
            for name, patterns in PATTERNS.items()
            for each in patterns
            if (match := each.match(text, start))
        ]
        if start >= done and spans:
            done, name = max(spans)
            finds.append((name, text[start:done]))
    return finds


@given(TEXTS)
def test_it_finds_what_a_plain_search_for_every_form_finds(text: str) -> None:
    assert found(MATCHER, text) == slow_find(text)


@given(st.one_of(TEXTS, st.text(max_size=200)))
def test_matches_are_in_order_without_overlap_and_within_the_text(text: str) -> None:
    end = 0
    for match in MATCHER.find(text):
        assert end <= match.start < match.end <= len(text)
        assert text[match.start : match.end] == text[match.start : match.end].strip()
        end = match.end


@given(st.text(alphabet=" .,;:()\n\u0130\u00df\u1e9e\U0001f40d\u00e9!?", max_size=20))
def test_offsets_are_exact_whatever_stands_before(before: str) -> None:
    text = f"{before} Data-Base, and data"
    starts = [(match.start, match.end) for match in MATCHER.find(text)]
    assert starts[-2:] == [(len(before) + 1, len(before) + 10), (len(text) - 4, len(text))]


@given(st.sampled_from(["data base", "web site", "c++"]), st.data())
def test_case_and_separators_change_nothing(form: str, data: st.DataObject) -> None:
    letters = [data.draw(st.sampled_from([letter.lower(), letter.upper()])) for letter in form]
    text = "".join(letters).replace(" ", data.draw(st.sampled_from([" ", "  ", "-", " - ", "\n", "\u2010"])))
    assert [words for _, words in found(MATCHER, f"({text})")] == [text]


def test_the_longest_match_wins_and_leaves_the_rest() -> None:
    assert found(MATCHER, "database site web site") == [("s2", "database site"), ("s3", "web site")]
    assert found(MATCHER, "base web data") == [("s3", "web"), ("s0", "data")]


def test_a_longer_form_that_is_not_allowed_leaves_the_shorter_one() -> None:
    matcher = Matcher([signal("short", "web"), signal("long", "web site", after_not=("map",))])
    assert found(matcher, "web site") == [("long", "web site")]
    assert found(matcher, "web site map") == [("short", "web")]


def test_of_the_same_words_the_earlier_kind_is_found() -> None:
    matcher = Matcher([signal("skill", "weaver", kind="skill"), signal("title", "weaver", kind="title")])
    assert found(matcher, "weaver", kinds=("title", "skill")) == [("title", "weaver")]
    assert found(matcher, "weaver", kinds=("skill", "title")) == [("skill", "weaver")]
    assert found(matcher, "weaver", kinds=("education",)) == []


def test_a_longer_form_of_another_kind_hides_nothing() -> None:
    matcher = Matcher([signal("skill", "web"), signal("title", "web weaver", kind="title")])
    assert found(matcher, "web weaver", kinds=("skill",)) == [("skill", "web")]


def test_explain_gives_the_matches_and_what_was_rejected_and_why() -> None:
    matcher = Matcher([signal("flask", "Flask", before_not=("thermos",)), signal("web", "web")])
    seen = matcher.explain("a thermos Flask on the web")
    assert [(type(each), each.signal.id, each.start, each.end) for each in seen] == [
        (Rejected, "flask", 10, 15),
        (Match, "web", 23, 26),
    ]
    assert isinstance(seen[0], Rejected)
    assert "thermos" in seen[0].reason


@given(TEXTS)
def test_explain_holds_the_very_matches_that_are_found(text: str) -> None:
    assert [each for each in MATCHER.explain(text) if isinstance(each, Match)] == MATCHER.find(text)


def test_a_word_is_a_name_where_a_skill_has_it_as_a_form_in_any_case() -> None:
    matcher = Matcher(
        [signal("a", "Django"), signal("b", exact_forms=("Go",)), signal("c", "web", kind="phrase")]
    )
    assert [matcher.is_name(word) for word in ("django", "DJANGO", "Django3", "Go", "web", "")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]


def test_the_work_grows_with_the_text_and_not_with_its_square(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_up = 0

    class Counting(Words):
        """Words that count how often a key is looked at beyond the first of a form."""

        def __init__(self, text: str) -> None:
            super().__init__(text)
            self.gaps = CountingList(self.gaps)

    class CountingList(list[str]):
        def __getitem__(self, number: object) -> str:  # type: ignore[override]
            nonlocal looked_up
            looked_up += 1
            return super().__getitem__(number)  # type: ignore[no-any-return, call-overload]

    monkeypatch.setattr("rolelight.lexicon.match.Words", Counting)
    counts = []
    for length in (500, 5_000):
        looked_up = 0
        MATCHER.find("x web data base " * length)
        counts.append(looked_up)
    assert 0 < counts[1] < 15 * counts[0]


@pytest.mark.parametrize(
    "text", ["web" + " " * 50_000 + "-" * 50_000, "+#" * 50_000, "." * 100_000, "data-" * 3]
)
def test_long_runs_of_one_sign_are_taken_in_one_step(text: str) -> None:
    assert len(Words(text).keys) <= 3
    assert len(found(MATCHER, text)) <= 3


@pytest.mark.parametrize(("first", "second"), list(combinations(FORMS[:5], 2)))
def test_the_order_of_signals_changes_nothing(first: str, second: str) -> None:
    one, other = signal("one", first), signal("other", second)
    text = f"{first} and {second}, database site"
    assert found(Matcher([one, other]), text) == found(Matcher([other, one]), text)

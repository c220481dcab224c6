"""The captures of one request are read one after another, within limits that hold for all together."""

from __future__ import annotations

import pytest

from rolelight.errors import Refusal
from rolelight.page.limits import MAX_TAGS
from rolelight.page.model import Capture
from rolelight.page.read import read_page, read_pages

MANY = Capture("<h2>Experience</h2>" + "<p>x</p>" * (MAX_TAGS // 5))


def test_each_capture_has_its_own_number() -> None:
    capture = Capture("<h2>Experience</h2><p>Developer</p><p>2019 - 2020</p>")
    first, second = read_pages([capture, capture])
    assert [first.positions[0].pieces[0].block.capture, second.positions[0].pieces[0].block.capture] == [0, 1]


def test_captures_that_are_too_much_together_are_refused_before_any_is_parsed() -> None:
    assert read_page(MANY).page_state
    seconds: dict[str, float] = {}
    with pytest.raises(Refusal) as refused:
        list(read_pages([MANY] * 3, seconds))
    assert refused.value.code == "page_too_complex"
    assert "parse" not in seconds


def test_elements_that_never_close_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        read_page(Capture("<xa></xb>" * (MAX_TAGS // 4)))
    assert refused.value.code == "page_too_complex"


def test_query_and_fragment_of_an_address_say_nothing() -> None:
    html = '<h2>Experience</h2><p>Developer</p><p>2019 - 2020</p><a href="/x{}">all</a>'
    more = "?next=/in/another/overlay/&of=/details/skills/#/search/results/"
    plain = read_page(Capture(html.format(""), "https://www.profiles.example/in/robin/"))
    assert read_page(Capture(html.format(more), f"https://www.profiles.example/in/robin/{more}")) == plain
    assert plain.url == "https://www.profiles.example/in/robin/"


def test_address_with_data_or_code_is_none() -> None:
    html = '<h2>Experience</h2><p>Developer</p><p>2019 - 2020</p><link rel="canonical" href="{}">'
    read = [read_page(Capture(html.format(url))).url for url in (" data:text/html,/in/a/", "javascript:x")]
    assert read == ["", ""]

"""The pairing code: shown, good once, for a while, and for few tries."""

from __future__ import annotations

import inspect
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from rolelight.api.codes import CODE_TRIES, PairingCodes
from rolelight.errors import PAUSE_SECONDS, Refusal
from rolelight.site.start import StartLink


class Clock:
    """A clock that goes on when the test says so."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def codes(clock: Clock) -> PairingCodes:
    return PairingCodes(600, clock)


def shown(codes: PairingCodes) -> str:
    text = codes.show().text
    assert text is not None
    return text


def refusal(codes: PairingCodes, attempt: str) -> str:
    with pytest.raises(Refusal) as caught:
        codes.redeem(attempt)
    return caught.value.code


def try_too_often(codes: PairingCodes) -> None:
    codes.show()
    assert [refusal(codes, "AAAA-0000") for _ in range(CODE_TRIES)] == ["wrong_code"] * CODE_TRIES


def test_a_code_is_easy_to_copy_by_hand(codes: PairingCodes) -> None:
    assert re.fullmatch(r"[A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4}", shown(codes))


def test_the_same_code_shows_until_it_is_used(codes: PairingCodes, clock: Clock) -> None:
    first = codes.show()
    clock.seconds += 60
    assert codes.show().text == first.text
    assert (first.seconds_left, codes.show().seconds_left) == (600, 540)


@pytest.mark.parametrize(
    "typed", ["{}", " {} ", "{0:l}"], ids=["as shown", "with spaces", "in small letters"]
)
def test_a_code_may_be_typed_loosely(codes: PairingCodes, typed: str) -> None:
    code = shown(codes)
    codes.redeem(typed.replace("{0:l}", code.lower()).format(code))
    assert refusal(codes, code) == "wrong_code"


def test_a_code_is_good_once(codes: PairingCodes) -> None:
    first = shown(codes)
    codes.redeem(first)
    assert refusal(codes, first) == "wrong_code"
    assert shown(codes) != first


def test_a_code_expires(codes: PairingCodes, clock: Clock) -> None:
    first = shown(codes)
    clock.seconds += 600
    assert refusal(codes, first) == "wrong_code"
    assert shown(codes) != first


@pytest.mark.parametrize("attempt", ["", "-", "ÄÖÜ", "\ud800"])
def test_nothing_is_right_before_a_code_was_shown(codes: PairingCodes, attempt: str) -> None:
    assert refusal(codes, attempt) == "wrong_code"


def test_after_five_wrong_tries_even_the_right_code_has_to_wait(codes: PairingCodes, clock: Clock) -> None:
    first = shown(codes)
    try_too_often(codes)
    assert refusal(codes, first) == "too_many_tries"
    clock.seconds += PAUSE_SECONDS - 1
    assert refusal(codes, first) == "too_many_tries"
    assert (codes.show().text, codes.show().seconds_left) == (None, 1)


def test_after_the_pause_there_is_a_new_code(codes: PairingCodes, clock: Clock) -> None:
    first = shown(codes)
    try_too_often(codes)
    clock.seconds += PAUSE_SECONDS
    second = shown(codes)
    assert second != first
    codes.redeem(second)


def test_wrong_tries_are_counted_per_code(codes: PairingCodes) -> None:
    for _ in range(3):
        code = shown(codes)
        refusal(codes, "AAAA-0000")
        codes.redeem(code)
    assert refusal(codes, "AAAA-0000") == "wrong_code"


@pytest.fixture
def hasty_threads() -> Iterator[ThreadPoolExecutor]:
    """Threads that take turns every few steps: one is often in the midst of what another does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    with ThreadPoolExecutor(8) as threads:
        yield threads
    sys.setswitchinterval(before)


def outcome(codes: PairingCodes, attempt: str) -> str:
    try:
        codes.redeem(attempt)
    except Refusal as refused:
        return refused.code
    return "paired"


def test_a_code_that_is_sent_by_several_at_once_pairs_one(hasty_threads: ThreadPoolExecutor) -> None:
    for _ in range(1000):
        codes = PairingCodes(600)
        code = shown(codes)
        outcomes = Counter(hasty_threads.map(lambda _, c=codes, text=code: outcome(c, text), range(16)))
        assert outcomes["paired"] == 1


def test_tries_that_come_at_once_are_counted_each(hasty_threads: ThreadPoolExecutor) -> None:
    for _ in range(200):
        codes = PairingCodes(600)
        codes.show()
        outcomes = Counter(hasty_threads.map(lambda _, c=codes: outcome(c, "AAAA-0000"), range(16)))
        assert outcomes == {"wrong_code": CODE_TRIES, "too_many_tries": 16 - CODE_TRIES}


def test_a_start_link_that_is_opened_by_several_at_once_lets_one_in(
    hasty_threads: ThreadPoolExecutor,
) -> None:
    for _ in range(200):
        link = StartLink()
        secret = link.secret
        cookies = hasty_threads.map(lambda _, one=link, text=secret: one.redeem(text), range(16))
        assert sum(cookie is not None for cookie in cookies) == 1


@pytest.mark.parametrize("kind", [PairingCodes, StartLink])
def test_a_jump_of_the_machines_clock_neither_ends_nor_prolongs_them(kind: Callable[..., object]) -> None:
    """They go by the clock that is never set."""
    assert inspect.signature(kind).parameters["now"].default is time.monotonic

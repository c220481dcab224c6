"""The pairing code: shown, good once, for a while, and for few tries."""

from __future__ import annotations

import re

import pytest

from rolelight.api.codes import CODE_TRIES, PairingCodes
from rolelight.errors import PAUSE_SECONDS, Refusal


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

"""Replies are JSON in UTF-8, whatever text they hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from flask import jsonify

from rolelight.app import create_app
from rolelight.config import Settings


@pytest.mark.parametrize("text", ["Ünï – 日本 \U0001f600", "\ud83d", '\0\u2028"</script>', ""])
def test_a_reply_holds_every_text_as_it_is(tmp_path: Path, text: str) -> None:
    content = {"z": [text, 0.1 + 0.2, 1e-05, True, None], text: 1}
    with create_app(Settings(folder=tmp_path)).test_request_context():
        reply = jsonify(content)
    assert reply.mimetype == "application/json"
    assert json.loads(reply.data) == content


def test_the_order_of_a_reply_is_kept(tmp_path: Path) -> None:
    with create_app(Settings(folder=tmp_path)).test_request_context():
        assert list(json.loads(jsonify({"b": 1, "a": 2}).data)) == ["b", "a"]

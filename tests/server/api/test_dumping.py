"""A reading is dumped fast, and just as marshmallow would dump it."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from marshmallow import Schema, fields

from rolelight.api.dumping import PlainSchema
from rolelight.api.reading_schemas import ReadingSchema
from rolelight.page.model import Capture
from rolelight.reading import read_profile
from rolelight.site import demos


@pytest.mark.parametrize("role", [None, "data-analyst"])
@pytest.mark.parametrize("demo_id", ["web-developer", "data-analyst", "java-developer"])
def test_a_reading_is_dumped_as_marshmallow_dumps_it(demo_id: str, role: str | None) -> None:
    html = (demos.FOLDER / f"{demo_id}.html").read_text("utf-8")
    schema, reading = ReadingSchema(), read_profile([Capture(html)], role)
    assert json.dumps(schema.dump(reading)) == json.dumps(Schema.dump(schema, reading))


def test_a_page_that_is_no_profile_is_dumped_as_marshmallow_dumps_it() -> None:
    schema, reading = ReadingSchema(), read_profile([Capture("<h1>Sign in</h1>")])
    assert json.dumps(schema.dump(reading)) == json.dumps(Schema.dump(schema, reading))


@dataclass(frozen=True, slots=True)
class Tried:
    """Values as a data class may have them."""

    share: float
    word: str | None


def test_a_whole_number_stays_a_decimal_and_nothing_stays_null() -> None:
    class TriedSchema(PlainSchema):
        share = fields.Float()
        word = fields.String(data_key="said")

    assert json.dumps(TriedSchema().dump(Tried(1, None))) == '{"share": 1.0, "said": null}'
    assert TriedSchema().dump([Tried(0.5, "a")], many=True) == [{"share": 0.5, "said": "a"}]


def test_a_kind_of_field_without_a_known_way_is_refused() -> None:
    class TriedSchema(PlainSchema):
        share = fields.Float()
        word = fields.Date()

    with pytest.raises(TypeError, match="No way is known"):
        TriedSchema().dump(Tried(0.5, "a"))

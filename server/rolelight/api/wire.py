"""What the schemas of the wire are made of: fields that are described, and what holds for every reply."""

from __future__ import annotations

from typing import Any

from marshmallow import INCLUDE, Schema, fields


def string(description: str, **options: Any) -> fields.String:
    """A string, described for the document."""
    return fields.String(metadata={"description": description}, **options)


def by_name(values: fields.Field[Any], description: str, **options: Any) -> fields.Dict:
    """An object whose names are data, with values that are alike."""
    return fields.Dict(keys=fields.String(), values=values, metadata={"description": description}, **options)


def nested(schema: type[Schema], description: str, **options: Any) -> fields.Nested:
    """An object of another schema."""
    return fields.Nested(schema, metadata={"description": description}, **options)


def list_of(inner: fields.Field[Any], description: str) -> fields.List[Any]:
    """A list of what is alike."""
    return fields.List(inner, metadata={"description": description})


class Reply(Schema):
    """What the server sends: every field is there each time, and a later server may send more of them."""

    class Meta:
        """Keeps the document from forbidding fields that it does not name."""

        unknown = INCLUDE

    def on_bind_field(self, _name: str, field: fields.Field[Any]) -> None:
        """Tell the document that the field is always there."""
        field.required = True

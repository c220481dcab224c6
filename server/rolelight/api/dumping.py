"""Dumps a reading as its schema says, fast: its schema is looked at once, and not for each of its values."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from operator import attrgetter
from typing import Any

from marshmallow import Schema, fields

Dump = Callable[[Any], Any]


class PlainSchema(Schema):
    """A schema of plain data classes with two attributes or more, all of the types that the fields say.

    marshmallow asks for each value where it is, whether it is there and what it is: a reading has 30,000
    values, and being asked took longer than bare parsing of its page. Nested schemas are dumped the same way.
    """

    def dump(self, obj: Any, *, many: bool | None = None) -> Any:
        """The data as the wire has it."""
        return [_of_schema(type(self))(each) for each in obj] if many else _of_schema(type(self))(obj)


@cache
def _of_schema(kind: type[Schema]) -> Dump:
    declared = kind().dump_fields
    constants = {key: each.constant for key, each in declared.items() if isinstance(each, fields.Constant)}
    named = {name: each for name, each in declared.items() if name not in constants}
    keys = [each.data_key or name for name, each in named.items()]
    values_of = attrgetter(*named)
    dumps = [(key, dump) for key, each in zip(keys, named.values(), strict=True) if (dump := _of_field(each))]

    def dump_item(item: Any) -> dict[str, Any]:
        dumped = constants | dict(zip(keys, values_of(item), strict=True))
        for key, dump in dumps:
            if (value := dumped[key]) is not None:
                dumped[key] = dump(value)
        return dumped

    return dump_item


def _of_field(field: fields.Field[Any] | None) -> Dump | None:
    """How the values of a field are dumped; None where they can stay as they are."""
    match field:
        case fields.String() | fields.Integer() | fields.Boolean():
            return None
        case fields.Float():
            return float
        case fields.Nested():
            return _of_schema(type(field.schema))
        case fields.List():
            return _of_list(_of_field(field.inner))
        case fields.Dict():
            return _of_dict(_of_field(field.value_field))
    raise TypeError(f"No way is known to dump {field!r}: add it here.")


def _of_list(dump: Dump | None) -> Dump | None:
    return dump and (lambda values: [dump(each) for each in values])


def _of_dict(dump: Dump | None) -> Dump | None:
    return dump and (lambda values: {key: dump(each) for key, each in values.items()})

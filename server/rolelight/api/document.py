"""The page on which a person reads the API's document. It renders the same data as openapi.json."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, current_app, render_template

from rolelight.errors import REFUSALS

blueprint = Blueprint("document", __name__, url_prefix="/api/v1")


@blueprint.get("/docs")
def show_document() -> str:
    """The API's document as a page of plain HTML."""
    document = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    return render_template("api.html", document=document, refusals=REFUSALS, type_of=type_of)


def type_of(schema: dict[str, Any]) -> dict[str, str]:
    """What a table cell says of a field: its type in words, and the schema to read on at, if it has one."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return {"text": name, "link": name}
    for alternatives in ("anyOf", "allOf", "oneOf"):
        if alternatives in schema:
            return _either(schema[alternatives])
    kind = schema.get("type", "any")
    if kind == "array":
        return _inside("list of ", schema["items"])
    if kind == "object" and "additionalProperties" in schema:
        return _inside("by name, ", schema["additionalProperties"])
    return {"text": " or ".join(kind) if isinstance(kind, list) else kind, "link": ""}


def _inside(words: str, schema: dict[str, Any]) -> dict[str, str]:
    inner = type_of(schema)
    return {"text": words + inner["text"], "link": inner["link"]}


def _either(schemas: list[dict[str, Any]]) -> dict[str, str]:
    types = [type_of(schema) for schema in schemas]
    link = next((each["link"] for each in types if each["link"]), "")
    return {"text": " or ".join(each["text"] for each in types), "link": link}

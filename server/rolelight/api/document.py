"""The page on which a person reads the API's document. It renders the same data as openapi.json."""

from __future__ import annotations

from json import dumps
from typing import Any

from flask import Blueprint, current_app, render_template

from rolelight.api.description import EVERY_REPLY
from rolelight.errors import REFUSALS

blueprint = Blueprint("document", __name__, url_prefix="/api/v1")


@blueprint.get("/docs")
def show_document() -> str:
    """The API's document as a page of plain HTML."""
    document = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"].spec.to_dict()
    tools = {"type_of": type_of, "names_of_headers": names_of_headers, "examples_of": examples_of}
    return render_template("api.html", document=document, refusals=REFUSALS, every_reply=EVERY_REPLY, **tools)


def names_of_headers(response: dict[str, Any]) -> list[str]:
    """The headers that the reply has besides those of every reply."""
    return [name for name in response["headers"] if name not in EVERY_REPLY]


def examples_of(operation: dict[str, Any]) -> dict[str, str]:
    """What is sent and what comes back, as text; of the refusals the page has a table instead."""
    bodies = {"Example of a request": operation.get("requestBody", {})}
    bodies |= {f"Example of an answer ({status})": each for status, each in operation["responses"].items()}
    examples = {title: body.get("content", {}).get("application/json", {}) for title, body in bodies.items()}
    return {title: dumps(each["example"], indent=2) for title, each in examples.items() if "example" in each}


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

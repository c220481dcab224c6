"""The API's document: what OpenAPI says agrees with what the server does, and a person can read it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from callers import ADDRESS
from rolelight.api.description import EXAMPLES
from rolelight.api.document import type_of
from rolelight.errors import REFUSALS


@pytest.fixture
def document(client: FlaskClient) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(client.get("/api/v1/openapi.json", base_url=ADDRESS).text)
    return content


@pytest.fixture
def page(client: FlaskClient) -> BeautifulSoup:
    return BeautifulSoup(client.get("/api/v1/docs", base_url=ADDRESS).text, "lxml")


def test_the_document_lists_every_route_of_the_api(document: dict[str, Any]) -> None:
    assert document["openapi"] == "3.1.0"
    routes = {(path, method) for path, methods in document["paths"].items() for method in methods}
    assert routes == {
        ("/api/v1/readings", "post"),
        ("/api/v1/pairings", "post"),
        ("/api/v1/roles", "get"),
        ("/api/v1/health", "get"),
        ("/api/v1/ready", "get"),
        ("/api/v1/pairing", "get"),
        ("/api/v1/proofs", "post"),
    }


def test_the_document_says_what_a_reading_needs(document: dict[str, Any]) -> None:
    operation = document["paths"]["/api/v1/readings"]["post"]
    assert operation["security"] == [{"token": []}]
    assert document["components"]["securitySchemes"]["token"]["scheme"] == "bearer"
    captures = document["components"]["schemas"]["ReadingRequest"]["properties"]["captures"]
    assert (captures["minItems"], captures["maxItems"]) == (1, 8)


def test_every_reference_in_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    references = set(re.findall(r'"#/components/(\w+)/(\w+)"', json.dumps(document)))
    assert len(references) > 10
    assert [name for kind, name in references if name not in document["components"][kind]] == []


def test_the_page_shows_every_route_schema_and_refusal(page: BeautifulSoup, document: dict[str, Any]) -> None:
    shown = {code.get_text() for code in page.find_all("code")}
    assert set(document["paths"]) <= shown
    assert set(REFUSALS) <= shown
    assert {str(heading["id"]) for heading in page.select("h2[id]")} >= set(document["components"]["schemas"])


def test_the_pages_links_lead_to_what_is_there(page: BeautifulSoup) -> None:
    places = {str(element["id"]) for element in page.select("[id]")}
    links = {str(link["href"])[1:] for link in page.select('a[href^="#"]')}
    assert len(links) > 10
    assert links <= places


@pytest.mark.parametrize(
    ("schema", "text", "link"),
    [
        ({"type": "string"}, "string", ""),
        ({"type": ["string", "null"]}, "string or null", ""),
        ({"$ref": "#/components/schemas/Fit"}, "Fit", "Fit"),
        ({"type": "array", "items": {"$ref": "#/components/schemas/Entry"}}, "list of Entry", "Entry"),
        ({"type": "object", "additionalProperties": {"type": "number"}}, "by name, number", ""),
        ({"anyOf": [{"$ref": "#/components/schemas/Fit"}, {"type": "null"}]}, "Fit or null", "Fit"),
    ],
)
def test_types_are_told_in_words(schema: dict[str, Any], text: str, link: str) -> None:
    assert type_of(schema) == {"text": text, "link": link}


def test_the_page_shows_every_example_as_text(page: BeautifulSoup, document: dict[str, Any]) -> None:
    shown = [json.loads(block.get_text()) for block in page.select(".example pre")]
    assert [EXAMPLES[name] for name in EXAMPLES if EXAMPLES[name] not in shown] == []


def test_the_page_names_each_refusal_of_an_operation_with_its_headers(page: BeautifulSoup) -> None:
    pairing = page.select_one('[aria-label="POST /api/v1/pairings"]')
    assert pairing is not None
    told = {
        str(row.dt.string): row.dd.get_text() for row in pairing.select(".facts > div") if row.dt and row.dd
    }
    assert list(told) == ["Takes", "201", "400", "403", "413", "415", "422", "429", "500", "507"]
    assert told["429"] == "too_many_tries, with Retry-After"


def test_the_page_needs_nothing_from_elsewhere(page: BeautifulSoup) -> None:
    sources = [str(element.get("src") or element.get("href")) for element in page.select("[src], link[href]")]
    assert sources
    assert [source for source in sources if not source.startswith("/static/")] == []

"""The files for running a team's server keep step with the code."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from flask import Flask
from prometheus_client.parser import text_string_to_metric_families

from rolelight import API_VERSION
from rolelight.api.tokens import Tokens
from rolelight.config import Settings
from rolelight.errors import REFUSALS
from rolelight.shared.facts import Facts
from rolelight.site.demos import FOLDER

SHARED_ADDRESS = "https://rolelight.example.com"
ROOT = Path(__file__).parents[3]
NGINX = (ROOT / "docs/team/nginx.conf").read_text("utf-8")
TEAM = (ROOT / "docs/team.md").read_text("utf-8")
REFUSED = re.findall(r"return (\d+) '(.*)';", NGINX)


@pytest.mark.parametrize(("status", "body"), REFUSED)
def test_the_proxys_own_answers_have_the_one_shape_of_errors(status: str, body: str) -> None:
    answer = json.loads(body)
    assert (int(status), answer["message"]) == REFUSALS[answer["code"]]
    assert (answer["fields"], answer["request_id"]) == ({}, "$request_id")


@pytest.mark.parametrize(
    "header", [f"X-Rolelight-API {API_VERSION}", "X-Rolelight-Server proxy", "X-Request-Id $request_id"]
)
def test_the_proxys_own_answers_have_the_headers_of_every_reply(header: str) -> None:
    assert len(REFUSED) == 5
    assert NGINX.count(f"add_header {header} always;") == len(REFUSED)


def test_the_proxys_own_answers_keep_to_tls_as_all_others() -> None:
    of_server, *of_answers = re.findall(
        r"^ +(add_header Strict-Transport-Security .*;)$", NGINX, re.MULTILINE
    )
    assert of_answers == [of_server] * len(REFUSED)


@pytest.mark.parametrize("name", ["client_max_body_size", "client_body_buffer_size"])
def test_the_proxy_takes_in_memory_what_the_server_takes(name: str) -> None:
    """More would be refused by a server that hangs up while the proxy still sends."""
    assert f"{name} {Settings().max_body_bytes};" in NGINX


def test_every_metric_is_documented_with_its_labels_and_no_other(app: Flask, tokens: Tokens) -> None:
    headers = {"Authorization": f"Bearer {tokens.give('Ann Smith', 1)}"}
    body = {
        "captures": [{"html": (FOLDER / "web-developer.html").read_text("utf-8")}],
        "role": "data-analyst",
    }
    client = app.test_client()
    assert (
        client.post("/api/v1/readings", base_url=SHARED_ADDRESS, headers=headers, json=body).status_code
        == 200
    )
    text = client.get("/metrics", base_url="http://127.0.0.1:8765").text
    told = {
        family.name + ("_total" if family.type == "counter" else ""): {
            label for sample in family.samples for label in sample.labels
        }
        - {"le"}
        for family in text_string_to_metric_families(text)
    }
    documented = {
        name: set(labels.split(", "))
        for names, labels in re.findall(r"^\| (`rolelight_.*?`) \| (.*?) \|", TEAM, re.MULTILINE)
        for name in re.findall(r"`(\w+)`", names)
    }
    assert told == documented


@pytest.mark.parametrize("name", Facts.__dataclass_fields__)
def test_every_fact_in_the_log_is_documented(name: str) -> None:
    assert f"`{name}`" in TEAM


def test_the_container_file_has_nothing_that_a_linter_minds() -> None:
    linter = Path(sys.executable).with_name("hadolint")
    found = subprocess.run([linter, ROOT / "Containerfile"], capture_output=True, text=True, check=False)
    assert (found.returncode, found.stdout) == (0, "")

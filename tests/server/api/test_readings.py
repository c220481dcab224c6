"""The main path: pages go in by HTTP, and the reading that comes out has exactly the shape of the example."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from callers import Browser
from rolelight import API_VERSION, __version__
from rolelight import reading as reading_module
from rolelight.api.reading_schemas import ReadingSchema
from rolelight.app import create_app
from rolelight.config import Settings
from rolelight.page.model import Capture
from rolelight.reading import read_profile
from rolelight.site import demos

EXAMPLE = json.loads((Path(__file__).parents[3] / "docs/reading.json").read_text("utf-8"))
# Objects whose keys are ids and differ from reading to reading.
BY_ID = {"weights", "directions", "reasons", "uses", "fits", "career", "entries", "basis"}


def page(demo_id: str) -> str:
    return (demos.FOLDER / f"{demo_id}.html").read_text("utf-8")


@pytest.mark.parametrize("demo_id", ["web-developer", "data-analyst", "java-developer"])
def test_a_profile_is_read(browser: Browser, demo_id: str) -> None:
    reply = browser.read(
        json={"captures": [{"html": page(demo_id)}], "role": "data-analyst", "skill": "python"}
    )
    assert reply.status_code == 200
    reading = reply.json
    assert reading is not None
    assert reading["role"] == "data-analyst"
    assert reading["fit"] == reading["fits"]["data-analyst"]
    assert reading["profile"]["page_state"] == "profile"
    assert reading["highlights"]


def test_the_api_gives_what_the_core_reads(browser: Browser) -> None:
    html = page("web-developer")
    reply = browser.read(
        json={"captures": [{"html": html, "url": "https://www.example.com/in/x/", "lang": "en"}]}
    )
    reading = read_profile([Capture(html, "https://www.example.com/in/x/", "en")])
    assert reply.json == json.loads(json.dumps(ReadingSchema().dump(reading)))


def test_the_setting_of_priors_is_followed_by_the_api_and_the_demos(tmp_path: Path) -> None:
    def starting_point(priors: dict[str, float]) -> float:
        app = create_app(Settings(folder=tmp_path / "folder", priors=priors))
        reply = app.test_client().get(
            "/demos/web-developer/reading?role=back-end-web-developer", base_url="http://127.0.0.1:8765"
        )
        assert reply.json is not None
        return float(reply.json["fit"]["lines"][0]["weight"])

    assert starting_point({"web": 0.1}) < starting_point({}) < starting_point({"web": 0.9})


@pytest.mark.parametrize("key", EXAMPLE)
def test_the_reading_has_the_shape_of_the_example(browser: Browser, key: str) -> None:
    asked = {"captures": [{"html": page("web-developer")}], "role": "back-end-web-developer"}
    reading = browser.read(json=asked).json
    assert reading is not None
    assert list(reading) == list(EXAMPLE)
    compare(reading[key], EXAMPLE[key], key)


def compare(actual: Any, expected: Any, path: str) -> None:
    """Assert that every object has the example's keys in their order, and every value its type.

    The last item of each of the example's lists is the one that leaves nothing empty.
    """
    if isinstance(expected, dict) and path.rpartition(".")[2] in BY_ID and isinstance(actual, dict):
        pattern = next(iter(expected.values()))
        for each in actual.values():
            compare(each, pattern, f"{path}.id")
    elif isinstance(expected, dict):
        assert list(actual) == list(expected), path
        for key, value in expected.items():
            compare(actual[key], value, f"{path}.{key}")
    elif isinstance(expected, list):
        assert isinstance(actual, list), path
        for each in actual if expected else []:
            compare(each, expected[-1], f"{path}[]")
    elif expected is None or isinstance(expected, str):
        assert actual is None or isinstance(actual, str), path
    elif isinstance(expected, bool):
        assert isinstance(actual, bool), path
    else:
        assert isinstance(actual, int | float) or (actual is None and path.endswith("duration")), path


def test_a_page_that_is_no_profile_is_answered_without_a_fit(browser: Browser) -> None:
    reply = browser.read(json={"captures": [{"html": ""}], "role": "data-analyst"})
    assert reply.status_code == 200
    assert reply.json is not None
    assert reply.json["profile"]["page_state"] == "blank"
    assert (reply.json["highlights"], reply.json["uses"], reply.json["fits"]) == ([], {}, {})
    assert reply.json["fit"] is None


def test_evidence_that_is_set_aside_does_not_count(browser: Browser) -> None:
    asked = {"captures": [{"html": page("web-developer")}], "role": "back-end-web-developer"}
    before = browser.read(json=asked).json
    assert before is not None
    speaking = [each["id"] for each in before["highlights"] if each["direction"] == "for"]
    after = browser.read(json=asked | {"set_aside": speaking}).json
    assert after is not None
    assert (before["fit"]["verdict"], after["fit"]["verdict"] == "strong") == ("strong", False)
    assert [each["id"] for each in after["highlights"] if each["context"] == "set_aside"] == speaking


def test_a_page_that_is_no_profile_is_told_whatever_is_set_aside(browser: Browser) -> None:
    reply = browser.read(json={"captures": [{"html": ""}], "set_aside": ["h1"]}).json
    assert reply is not None
    assert reply["profile"]["page_state"] == "blank"


@pytest.mark.parametrize("role", [{}, {"role": None, "skill": None}])
def test_a_role_may_be_left_open(browser: Browser, role: dict[str, None]) -> None:
    reply = browser.read(json={"captures": [{"html": page("web-developer")}], **role})
    assert reply.json is not None
    assert (reply.json["role"], reply.json["fit"]) == (None, None)
    assert reply.json["fits"]


def test_every_reply_names_the_server_and_the_reading_tells_its_time(browser: Browser) -> None:
    reply = browser.read(json={"captures": [{"html": page("web-developer")}]})
    assert (reply.headers["X-Rolelight-Server"], reply.headers["X-Rolelight-API"]) == (
        __version__,
        API_VERSION,
    )
    stages = [stage.split(";dur=") for stage in reply.headers["Server-Timing"].split(", ")]
    assert {name for name, _ in stages} >= {"prune", "parse", "match", "weigh"}
    assert all(float(milliseconds) >= 0 for _, milliseconds in stages)
    assert reply.headers["Cache-Control"] == "no-store"


def test_the_person_in_the_address_is_not_in_the_reading(browser: Browser) -> None:
    asked = {"captures": [{"html": page("web-developer"), "url": "https://www.example.com/in/robin/"}]}
    reading = browser.read(json=asked).json
    assert reading is not None
    assert "slug" not in reading["profile"]


def test_roles_and_health_may_be_asked_by_anyone_on_this_machine(stranger: Browser) -> None:
    roles = stranger.call("GET", "roles").json
    assert roles is not None
    assert roles["roles"][0] == {
        "id": "back-end-web-developer",
        "label": "Back-end web developer",
        "family": "web",
    }
    health = stranger.call("GET", "health").json
    assert health == {"name": "Rolelight", "server": __version__, "api": API_VERSION}


def test_a_failure_inside_tells_nothing_of_the_page(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("Robin Example, Web Developer")

    monkeypatch.setattr(reading_module, "read_profile", fail)
    with caplog.at_level("DEBUG"):
        reply = browser.read(json={"captures": [{"html": "Robin Example, Web Developer"}]})
    assert reply.status_code == 500
    assert reply.json is not None
    assert (reply.json["code"], reply.json["request_id"]) == ("internal", reply.headers["X-Request-Id"])
    assert "Robin" not in reply.text + caplog.text
    assert f"ValueError at {__name__}:" in caplog.text
    assert reply.headers["X-Request-Id"] in caplog.text
    assert "Traceback" not in reply.text + caplog.text

"""The demo profiles: stored pages, the extension's own scripts, and a reading that the server computes."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from flask.testing import FlaskClient

from callers import ADDRESS
from rolelight.extension_folder import find_extension
from rolelight.site.demos import FOLDER, list_demos
from rolelight.site.extension_files import content_files, public_files

DEMOS = ["web-developer", "data-analyst", "java-developer"]


def soup(client: FlaskClient, demo_id: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(f"/demos/{demo_id}", base_url=ADDRESS).text, "lxml")


def test_the_three_demos_are_offered_on_the_start_page(client: FlaskClient) -> None:
    assert [demo.id for demo in list_demos()] == DEMOS
    start = BeautifulSoup(client.get("/", base_url=ADDRESS).text, "lxml")
    assert [link["href"] for link in start.select("a.card")] == [f"/demos/{demo_id}" for demo_id in DEMOS]


def test_every_stored_page_is_described() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} == {demo.id for demo in list_demos()}


@pytest.mark.parametrize("demo_id", DEMOS)
def test_the_main_part_is_served_as_it_is_stored(client: FlaskClient, demo_id: str) -> None:
    stored = BeautifulSoup((FOLDER / f"{demo_id}.html").read_text("utf-8"), "lxml")
    served = soup(client, demo_id)
    assert str(served.main) == str(stored.main)
    assert len(served.find_all("main")) == 1


@pytest.mark.parametrize("demo_id", DEMOS)
def test_a_banner_outside_the_main_part_says_that_the_person_is_invented(
    client: FlaskClient, demo_id: str
) -> None:
    banner = soup(client, demo_id).select_one(".rolelight-demo-banner")
    assert banner is not None
    assert "Demo profile: an invented person" in banner.get_text()
    assert banner.find_parent("main") is None
    assert banner.select_one('a[href^="/"]') is not None


@pytest.mark.parametrize("demo_id", DEMOS)
def test_the_overlay_is_the_extensions_own_in_its_order(client: FlaskClient, demo_id: str) -> None:
    extension = find_extension()
    assert extension is not None
    scripts = [str(tag["src"]) for tag in soup(client, demo_id).select("script[src]")]
    expected = [f"/extension/{path}" for path in content_files(extension)["scripts"]]
    assert scripts == [*expected, "/static/demo.js"]
    assert [path for path in scripts if client.get(path, base_url=ADDRESS).status_code != 200] == []


def test_only_the_files_of_the_overlay_are_served(client: FlaskClient) -> None:
    extension = find_extension()
    assert extension is not None
    files = sorted(path.relative_to(extension).as_posix() for path in extension.rglob("*") if path.is_file())
    served = {path for path in files if client.get(f"/extension/{path}", base_url=ADDRESS).status_code == 200}
    assert served == public_files(extension)
    assert "lib/capture_rules.json" in served
    assert "background.js" not in served


@pytest.mark.parametrize(
    "path", ["../setup.cfg", "content/../manifest.json", "content/", "%2e%2e/setup.cfg", "."]
)
def test_no_path_leads_out_of_those_files(client: FlaskClient, path: str) -> None:
    assert client.get(f"/extension/{path}", base_url=ADDRESS).status_code == 404


@pytest.mark.parametrize("demo_id", DEMOS)
@pytest.mark.parametrize("role", ["back-end-web-developer", "data-analyst"])
def test_the_reading_is_the_one_of_the_stored_page(client: FlaskClient, demo_id: str, role: str) -> None:
    reply = client.get(f"/demos/{demo_id}/reading?role={role}", base_url=ADDRESS)
    assert reply.status_code == 200
    assert reply.json is not None
    assert reply.json["profile"]["page_state"] == "profile"
    assert (reply.json["role"], reply.json["fit"]) == (role, reply.json["fits"][role])
    assert reply.json["highlights"]


def test_the_demos_show_that_the_same_word_is_different_work(client: FlaskClient) -> None:
    verdicts = {
        demo_id: client.get(f"/demos/{demo_id}/reading", base_url=ADDRESS).json["fits"][role]["verdict"]  # type: ignore[index]
        for demo_id, role in zip(
            DEMOS, ["back-end-web-developer", "data-analyst", "back-end-web-developer"], strict=True
        )
    }
    assert verdicts["web-developer"] == verdicts["data-analyst"] == "strong"
    assert verdicts["java-developer"] != "strong"


def test_evidence_can_be_set_aside_on_a_demo(client: FlaskClient) -> None:
    def context_by_id(set_aside: str) -> dict[str, str]:
        reply = client.get(f"/demos/web-developer/reading?set_aside={set_aside}", base_url=ADDRESS).json
        assert reply is not None
        return {each["id"]: each["context"] for each in reply["highlights"]}

    first, second, *_ = context_by_id("")
    struck = context_by_id(f"{first},{second}")
    assert [each for each in struck if struck[each] == "set_aside"] == [first, second]
    assert context_by_id(f"{second},{first},") == struck
    reply = client.get("/demos/web-developer/reading?set_aside=h0", base_url=ADDRESS)
    assert reply.json is not None
    assert (reply.status_code, reply.json["code"]) == (422, "unknown_highlight")


def test_a_role_that_is_not_known_is_refused_in_the_apis_shape(client: FlaskClient) -> None:
    reply = client.get("/demos/web-developer/reading?role=astronaut", base_url=ADDRESS)
    assert reply.status_code == 422
    assert reply.json is not None
    assert reply.json["code"] == "unknown_role"


@pytest.mark.parametrize("path", ["astronaut", "astronaut/reading", "..", "web-developer.html"])
def test_there_is_no_other_demo(client: FlaskClient, path: str) -> None:
    assert client.get(f"/demos/{path}", base_url=ADDRESS).status_code == 404


def test_the_pages_style_is_there(client: FlaskClient) -> None:
    reply = client.get("/demos/demo.css", base_url=ADDRESS)
    assert reply.mimetype == "text/css"
    imports = [line.split('"')[1] for line in reply.text.splitlines() if line.startswith("@import")]
    assert len(imports) == 3
    assert [path for path in imports if client.get(path, base_url=ADDRESS).status_code != 200] == []

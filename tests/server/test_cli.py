"""The command line: readable at a glance, JSON as the API gives it, a sentence where something is wrong."""

from __future__ import annotations

import json
import re
from dataclasses import fields, replace
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from rolelight.api.reading_schemas import ReadingSchema
from rolelight.cli import main
from rolelight.config import Settings, option
from rolelight.lexicon import load_lexicon
from rolelight.page.model import Capture
from rolelight.reading import read_profile
from rolelight.site.demos import FOLDER
from rolelight.terminal import render_reading

WEB_DEVELOPER = str(FOLDER / "web-developer.html")
DOCUMENT = (Path(__file__).parents[2] / "docs/api.md").read_text("utf-8")


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner(env=environment or None).invoke(main, arguments)


def test_a_reading_shows_the_verdict_the_sums_and_the_evidence() -> None:
    result = run("read", WEB_DEVELOPER, "--role", "back-end-web-developer")
    assert result.exit_code == 0
    first, *_ = result.stdout.splitlines()
    assert re.fullmatch(r"Back-end web developer: strong evidence, (over )?\d\d%", first)
    for title in ("THE SUMS", "HEADLINE", "ABOUT", "EXPERIENCE", "EDUCATION", "SKILLS", "OTHER ROLES"):
        assert title in result.stdout
    assert re.search(r"Web Application Developer, Django Freight\n +Python +web development", result.stdout)
    assert re.search(r"\n +for +.*Django", result.stdout)
    assert re.search(r"\n +against +.*Data Analyst", result.stdout)


def position(printed: str, title: str) -> str:
    """What is printed of the position with that title, up to the next one."""
    return re.split(r"\n  \S|\n\n", printed.split(f"  {title}", 1)[1])[0]


def test_a_title_that_could_mean_either_is_unclear(tmp_path: Path) -> None:
    html = Path(WEB_DEVELOPER).read_text("utf-8").replace("Web Application Developer", "Software Engineer")
    printed = run("read", write(tmp_path, html.encode()), "--role", "back-end-web-developer").stdout
    words = position(printed, "Software Engineer")
    assert "Software Engineer" in words.split("unclear")[1]
    assert "Software Engineer" not in words.split("unclear")[0].partition("\n")[2]


def test_the_address_that_a_browser_writes_into_a_saved_page_counts(tmp_path: Path) -> None:
    page = b"<!-- saved from url=(0040)https://www.profiles.example/jobs/view/1 --><h1>Web Developer</h1>"
    assert run("read", write(tmp_path, page)).stdout.startswith("This is a job advertisement")
    assert not run("read", write(tmp_path, page[-23:])).stdout.startswith("This is a job advertisement")


def test_a_word_of_a_position_is_shown_once() -> None:
    printed = run("read", WEB_DEVELOPER, "--role", "back-end-web-developer").stdout
    assert position(printed, "Senior Back-end Web Developer").count("FastAPI") == 1


def test_certificates_projects_and_volunteering_are_shown_by_name() -> None:
    printed = run("read", WEB_DEVELOPER).stdout
    assert "  2023-05 to 2026-05  Web Application Security Practitioner\n" in printed
    assert "  2021-01 to now  pier-queue\n" in printed
    assert "  2019-10 to now  Code club mentor, " in printed


def test_a_skill_without_a_main_use_is_left_open() -> None:
    reading = read_profile([Capture(Path(WEB_DEVELOPER).read_text("utf-8"))])
    uses = {skill: replace(each, main=()) for skill, each in reading.uses.items()}
    printed = "\n".join(render_reading(replace(reading, uses=uses), 80))
    assert "The text leaves open what Python was mainly used for." in printed
    assert "Python was used for" not in printed


def test_the_sums_add_up() -> None:
    result = run("read", WEB_DEVELOPER, "--role", "back-end-web-developer")
    sums = result.stdout.split("THE SUMS\n")[1].split("\n\n")[0]
    *lines, total = [float(line.split()[-1]) for line in sums.splitlines()]
    assert sum(lines) == pytest.approx(total, abs=0.1)


def test_the_persons_name_is_not_printed() -> None:
    assert "Marisol" not in run("read", WEB_DEVELOPER).stdout


@pytest.mark.parametrize("columns", [60, 80, 100, 200])
def test_lines_fit_the_terminal(columns: int) -> None:
    result = run("read", WEB_DEVELOPER, COLUMNS=str(columns))
    assert max(len(line) for line in result.stdout.splitlines()) <= min(columns, 100)


def test_colour_is_for_terminals_alone() -> None:
    plain = run("read", WEB_DEVELOPER)
    coloured = CliRunner().invoke(main, ["read", WEB_DEVELOPER], color=True)
    assert "\x1b[" not in plain.stdout
    assert "\x1b[32m" in coloured.stdout
    assert click.unstyle(coloured.stdout) == plain.stdout


def test_without_a_role_the_likeliest_is_shown() -> None:
    page = str(FOLDER / "data-analyst.html")
    fits = json.loads(run("read", page, "--json").stdout)["fits"]
    likeliest = load_lexicon().role(max(fits, key=lambda role: float(fits[role]["probability"])))
    assert likeliest
    assert likeliest.family == "analysis"
    assert run("read", page).stdout.startswith(f"{likeliest.label}: ")


def test_json_is_what_the_api_gives() -> None:
    result = run(
        "read", WEB_DEVELOPER, "--json", "--url", "https://www.example.com/in/x/", "--role", "data-analyst"
    )
    html = Path(WEB_DEVELOPER).read_text("utf-8")
    reading = read_profile([Capture(html, "https://www.example.com/in/x/")], "data-analyst")
    assert json.loads(result.stdout) == json.loads(json.dumps(ReadingSchema().dump(reading)))


def test_a_page_that_is_no_profile_is_told_in_words(tmp_path: Path) -> None:
    page = tmp_path / "blank.html"
    page.write_text("<html><body></body></html>", "utf-8")
    result = run("read", str(page))
    assert (result.exit_code, result.stdout) == (0, "There is no text on this page to read.\n")


def test_several_files_are_one_person(tmp_path: Path) -> None:
    page = tmp_path / "skills.html"
    page.write_text(Path(WEB_DEVELOPER).read_text("utf-8"), "utf-8")
    result = run("read", WEB_DEVELOPER, str(page), "--json")
    assert {highlight["capture"] for highlight in json.loads(result.stdout)["highlights"]} >= {0}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "iso-8859-1"])
def test_a_page_is_read_in_the_encoding_that_it_declares(tmp_path: Path, encoding: str) -> None:
    page = tmp_path / "page.html"
    html = Path(WEB_DEVELOPER).read_text("utf-8").replace('charset="utf-8"', f'charset="{encoding[:10]}"')
    page.write_bytes(html.replace("Café", "Café").encode(encoding, "xmlcharrefreplace"))
    result = run("read", str(page))
    assert result.exit_code == 0
    assert "Café Zazpi" in result.stdout


def write(folder: Path, content: bytes) -> str:
    (folder / "page.html").write_bytes(content)
    return str(folder / "page.html")


def refused(*arguments: str) -> str:
    """The one sentence on stderr with which the command refuses."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr
    return result.stderr


def test_a_missing_file_gets_a_sentence(tmp_path: Path) -> None:
    assert "No such file or directory" in refused("read", str(tmp_path / "nothing.html"))
    assert "cannot be read" in refused("read", str(tmp_path))


@pytest.mark.parametrize("content", [b"\x89PNG\r\n\x1a\n\x00\x00", b"\xff\xfe\xfa", b"text\x00text"])
def test_a_file_that_is_not_text_gets_a_sentence(tmp_path: Path, content: bytes) -> None:
    assert "is not a page of text" in refused("read", write(tmp_path, content))


def test_a_file_too_large_gets_a_sentence(tmp_path: Path) -> None:
    assert "larger than 5 MB" in refused("read", write(tmp_path, b"x" * 5_000_001))


def test_a_page_with_too_many_tags_gets_a_sentence(tmp_path: Path) -> None:
    assert "too many elements" in refused("read", write(tmp_path, b"<main>" + b"<p>a</p>" * 60_000))


def test_an_unknown_role_or_skill_gets_a_sentence() -> None:
    assert "There is no such role" in refused("read", WEB_DEVELOPER, "--role", "astronaut")
    assert "Uses of this skill are not known" in refused("read", WEB_DEVELOPER, "--skill", "cooking")


def test_roles_are_listed_by_id() -> None:
    lines = run("roles").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [role.id for role in load_lexicon().roles]
    assert lines[0].split(maxsplit=1)[1] == "Back-end web developer"


COMMANDS = {
    f"{name} {each}" if each else name: inner
    for name, command in main.commands.items()
    for each, inner in (command.commands if isinstance(command, click.Group) else {"": command}).items()
}


def test_the_commands_are_those_that_are_known() -> None:
    assert {name for name in COMMANDS if " " not in name} == {
        *("serve", "open", "startup", "doctor", "extension", "read", "roles", "train")
    }
    assert {name for name in COMMANDS if " " in name} == {
        *("pairings list", "pairings revoke", "tokens add", "tokens list", "tokens revoke"),
        *("lexicon lint", "lexicon explain", "evaluate pages", "evaluate uses", "evaluate careers"),
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    section = DOCUMENT.split(f"### `rolelight {name}")[1].split("\n#")[0]
    options = {
        each for parameter in COMMANDS[name].params for each in parameter.opts if each.startswith("--")
    }
    of_settings = {option(setting.name) for setting in fields(Settings)}
    if of_settings <= options:  # They have a table of their own.
        assert "settings as options ([configuration.md](configuration.md))" in section
        options -= of_settings
    assert [each for each in options if f"`{each}" not in section] == []

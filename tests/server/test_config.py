"""The settings: read from the environment, checked, and documented."""

from __future__ import annotations

from dataclasses import MISSING, fields
from pathlib import Path

import pytest

from rolelight.config import READERS, Settings, SettingsError, option, read_settings, variable
from rolelight.lexicon import load_lexicon
from rolelight.lexicon.model import Use

DOCUMENT = (Path(__file__).parents[2] / "docs/configuration.md").read_text("utf-8")


def test_without_a_variable_the_defaults_hold() -> None:
    settings = read_settings({"PATH": "/bin"})
    assert (settings.host, settings.port, settings.code_minutes) == ("127.0.0.1", 8765, 10)
    assert settings.folder.name == "rolelight"
    assert settings.hosts == ("127.0.0.1:8765", "localhost:8765")
    assert settings.address == "http://127.0.0.1:8765"


def test_a_variable_changes_its_setting(tmp_path: Path) -> None:
    settings = read_settings(
        {
            "ROLELIGHT_HOST": "127.0.0.2",
            "ROLELIGHT_PORT": "9000",
            "ROLELIGHT_FOLDER": str(tmp_path),
            "ROLELIGHT_MAX_BODY_BYTES": "6000000",
            "ROLELIGHT_CODE_MINUTES": "5",
            "ROLELIGHT_PRIORS": "web=0.3, analysis = .2",
        }
    )
    priors = {"web": 0.3, "analysis": 0.2}
    assert settings == Settings("127.0.0.2", 9000, tmp_path, 6_000_000, 5, priors)


def test_an_option_goes_before_its_variable() -> None:
    settings = read_settings({"ROLELIGHT_PORT": "9000", "ROLELIGHT_CODE_MINUTES": "5"}, {"port": "9001"})
    assert (settings.port, settings.code_minutes) == (9001, 5)
    assert read_settings({"ROLELIGHT_PORT": "wrong"}, {"port": "9001"}).port == 9001


def test_the_space_that_a_shell_leaves_behind_a_value_is_no_part_of_it() -> None:
    settings = read_settings({"ROLELIGHT_PORT": "9000 ", "ROLELIGHT_HOST": "127.0.0.2 "})
    assert settings.address == "http://127.0.0.2:9000"


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_can_be_read(setting: object) -> None:
    assert setting.type in READERS  # type: ignore[attr-defined]


@pytest.mark.parametrize("value", ["", " "])
def test_priors_of_nothing_are_none(value: str) -> None:
    assert read_settings({"ROLELIGHT_PRIORS": value}).priors == {}


def test_a_folder_may_begin_at_home() -> None:
    assert read_settings({"ROLELIGHT_FOLDER": "~/rolelight"}).folder == Path.home() / "rolelight"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("PORT", "eighty", "ROLELIGHT_PORT is not a whole number"),
        ("PORT", "", "ROLELIGHT_PORT is not a whole number"),
        ("PORT", "\u0668\u0668\u0668\u0668", "ROLELIGHT_PORT is not a whole number"),
        ("PORT", "8_765", "ROLELIGHT_PORT is not a whole number"),
        ("PORT", "-1", "ROLELIGHT_PORT is not a whole number"),
        ("PORT", "8" * 5000, "ROLELIGHT_PORT is not a whole number"),
        ("HOST", "", "such as 127.0.0.1"),
        ("PORT", "0", "ROLELIGHT_PORT must be from 1 to 65535"),
        ("PORT", "65536", "ROLELIGHT_PORT must be from 1 to 65535"),
        ("HOST", "0.0.0.0", "not to be reached from the network"),  # noqa: S104
        ("HOST", "192.168.1.2", "not to be reached from the network"),
        ("HOST", "localhost", "such as 127.0.0.1"),
        ("FOLDER", "pairings", "must be a full path"),
        ("FOLDER", "", "must be a full path"),
        ("FOLDER", "~nobody-of-that-name/x", "begins at a home folder that is not known"),
        ("FOLDER", "/line\nbreak", "has characters that cannot be shown"),
        ("FOLDER", "/\udcff", "has characters that cannot be shown"),
        ("MAX_BODY_BYTES", "1", "must be from 10000"),
        ("CODE_MINUTES", "0", "must be from 1 to 60"),
        ("PRIORS", "web", r"such as web=0\.3,analysis=0\.2"),
        ("PRIORS", "web=much", r"such as web=0\.3,analysis=0\.2"),
        ("PRIORS", "web=0.3,", r"such as web=0\.3,analysis=0\.2"),
        ("PRIORS", "web=0.3,web=0.4", "names web twice"),
        ("PRIORS", "cooking=0.3", "The uses are web, analysis, engineering, automation, other"),
        ("PRIORS", "web=1", r"must be from 0\.01 to 0\.99"),
        ("PRIORS", "web=0", r"must be from 0\.01 to 0\.99"),
        ("PRIORS", "web=nan", r"must be from 0\.01 to 0\.99"),
    ],
)
def test_a_wrong_value_is_told_in_words(name: str, value: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=sentence):
        read_settings({f"ROLELIGHT_{name}": value})


@pytest.mark.parametrize(
    ("value", "sentence"), [("", "is not a whole number"), ("0", "must be from 1 to 65535")]
)
def test_a_wrong_option_is_told_by_its_name(value: str, sentence: str) -> None:
    with pytest.raises(SettingsError, match=f"^--port {sentence}"):
        read_settings({"ROLELIGHT_PORT": "9000"}, {"port": value})


def test_a_wrong_variable_is_told_by_its_name_where_another_setting_is_an_option() -> None:
    with pytest.raises(SettingsError, match=r"^ROLELIGHT_PORT must be from 1"):
        read_settings({"ROLELIGHT_PORT": "0"}, {"code_minutes": "5"})


def test_a_variable_that_sets_nothing_is_named() -> None:
    with pytest.raises(
        SettingsError, match=r"ROLELIGHT_PROT is not a setting\. The settings are .*ROLELIGHT_PORT"
    ):
        read_settings({"ROLELIGHT_PROT": "9000"})


@pytest.mark.parametrize("setting", fields(Settings), ids=lambda setting: setting.name)
def test_every_setting_is_documented_with_its_default(setting: object) -> None:
    name, default, help_text = setting.name, setting.default, setting.metadata["help"]  # type: ignore[attr-defined]
    row = next(line for line in DOCUMENT.splitlines() if line.startswith(f"| `{option(name)}` |"))
    assert f"| `{variable(name)}` |" in row
    assert help_text in row
    if default not in (MISSING, ""):
        assert f"`{default}`" in row


@pytest.mark.parametrize(
    "use", [use for skill in load_lexicon().skills.values() for use in skill.uses.values()]
)
def test_the_shares_that_a_prior_shifts_from_are_documented(use: Use) -> None:
    assert f"| `{use.id}` | {use.share:.2f} |" in DOCUMENT


def test_the_port_that_clients_leave_out_of_the_host_is_left_out() -> None:
    assert Settings(port=80).hosts == ("127.0.0.1", "localhost")

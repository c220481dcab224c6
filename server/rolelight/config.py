"""The settings: what can be changed, by which variable or option, and what is wrong with a value."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from platformdirs import user_config_path

from rolelight.lexicon import load_lexicon

PREFIX = "ROLELIGHT_"

# What a user meets as "5 MB": the characters of HTML in one reading, all its captures together.
MAX_PAGE_CHARACTERS = 5_000_000

# Beyond these shares, what was set would outweigh nearly anything that a page can say.
LEAST_PRIOR, MOST_PRIOR = 0.01, 0.99

# Clients leave this one out of the Host header.
HTTP_PORT = 80

# As a browser writes it in the Host header: small letters, no path, no slash at the end.
SHARED_ADDRESS = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[1-9][0-9]{0,4})?")

NO_OPTIONS: Mapping[str, str] = MappingProxyType({})


class SettingsError(ValueError):
    """A setting that cannot be used; the message says which, as it was given, why, and what to do."""

    def __init__(self, setting: str, why: str, given_as: str | None = None) -> None:
        super().__init__(f"{given_as or variable(setting)} {why}")
        self.setting, self.why = setting, why


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set.

    A field's environment variable is ROLELIGHT_ and its name in capitals; its option is -- and its name with
    dashes.
    """

    host: str = field(
        default="127.0.0.1",
        metadata={
            "help": "The address to listen on. Only this machine's own (127.x.x.x) are taken, but for a "
            "team; the extension asks 127.0.0.1."
        },
    )
    port: int = field(
        default=8765,
        metadata={"help": "The port to listen on, 1 to 65535."},
    )
    folder: Path = field(
        default_factory=lambda: user_config_path("rolelight"),
        metadata={
            "help": "The folder that keeps pairings or a team's tokens, and the way to the start page."
        },
    )
    max_body_bytes: int = field(
        # 5,000,000 characters of HTML, and room for what JSON adds: escapes, letters of several bytes.
        default=8_000_000,
        metadata={"help": "The largest request body in bytes; a larger one is refused."},
    )
    code_minutes: int = field(
        default=10,
        metadata={"help": "The minutes for which a pairing code is good, 1 to 60."},
    )
    priors: Mapping[str, float] = field(
        default_factory=dict,
        metadata={
            "help": "The share of candidates whose work with the skill is of a use, before any evidence, "
            "such as `web=0.3,analysis=0.2`."
        },
    )
    shared_address: str = field(
        default="",
        metadata={
            "help": "For a team: the https address that people type, such as `https://rolelight.example.com`."
        },
    )
    workers: int = field(
        default=0,
        metadata={
            "help": "For a team: how many processes read pages, up to 64; 0 is one for each core up to eight."
        },
    )

    def __post_init__(self) -> None:
        _check(self)

    @property
    def address(self) -> str:
        """The address of the start page, without a slash at its end."""
        return f"http://{self.host}:{self.port}"

    @property
    def hosts(self) -> tuple[str, ...]:
        """The exact Host headers that are answered: this machine's own, and the address that a team types.

        Not the address of all networks (0.0.0.0), by which a web page can reach this machine.
        """
        own = self.host if _is_own_address(self.host) else "127.0.0.1"
        port = "" if self.port == HTTP_PORT else f":{self.port}"
        shared = (urlsplit(self.shared_address).netloc,) if self.shared_address else ()
        return (f"{own}{port}", f"localhost{port}", *shared)


def variable(name: str) -> str:
    """The environment variable that sets the setting of that name."""
    return PREFIX + name.upper()


def option(name: str) -> str:
    """The option of the command line that sets the setting of that name."""
    return "--" + name.replace("_", "-")


def read_settings(environment: Mapping[str, str], options: Mapping[str, str] = NO_OPTIONS) -> Settings:
    """The settings that the environment asks for and, before it, the options by the names of the settings.

    Raises SettingsError for a wrong value, and for a ROLELIGHT_ variable that sets nothing.
    """
    given = given_settings(environment, options)
    try:
        return Settings(
            **{
                each.name: _converted(each, given[each.name])
                for each in fields(Settings)
                if each.name in given
            }
        )
    except SettingsError as error:
        if error.setting not in options:
            raise
        raise SettingsError(error.setting, error.why, option(error.setting)) from None


def given_settings(environment: Mapping[str, str], options: Mapping[str, str]) -> dict[str, str]:
    """What was set, by the names of the settings; an option goes before its variable."""
    known = {variable(setting.name): setting.name for setting in fields(Settings)}
    variables = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    for name in sorted(variables.keys() - known.keys()):
        raise SettingsError("", f"is not a setting. The settings are {', '.join(known)}.", name)
    return {known[name]: value for name, value in variables.items()} | dict(options)


def _converted(setting: Field[Any], value: str) -> Any:
    """What was written for a setting in the setting's type."""
    return READERS[str(setting.type)](setting.name, value)


def _text(_: str, value: str) -> str:
    # The shell of Windows keeps the space before an "&&" as a part of a variable.
    return value.strip()


def _whole_number(name: str, value: str) -> int:
    # int() also takes underscores, signs and the digits of other scripts.
    if not re.fullmatch(r"[0-9]{1,12}", value.strip()):
        raise SettingsError(name, "is not a whole number. Write digits only.")
    return int(value)


def _path(name: str, value: str) -> Path:
    try:
        return Path(value).expanduser()
    except RuntimeError:
        raise SettingsError(name, "begins at a home folder that is not known. Write the full path.") from None


def _priors(name: str, value: str) -> dict[str, float]:
    """The shares by use in "web=0.3,analysis=0.2"; nothing at all sets none."""
    priors: dict[str, float] = {}
    for part in value.split(",") if value.strip() else ():
        use, _, text = (each.strip() for each in part.partition("="))
        try:
            share = float(text)
        except ValueError:
            example = "such as web=0.3,analysis=0.2"
            raise SettingsError(name, f"must be uses with their shares, {example}.") from None
        if use in priors:
            raise SettingsError(name, f"names {use} twice. Give each use one share.")
        priors[use] = share
    return priors


# How what was written is read, by the type of the setting.
READERS: dict[str, Callable[[str, str], Any]] = {
    "str": _text,
    "int": _whole_number,
    "Path": _path,
    "Mapping[str, float]": _priors,
}


def _check_priors(priors: Mapping[str, float]) -> None:
    """Raise SettingsError for a use that no skill has, and for a share that would settle the matter alone."""
    if not priors:  # As nearly always: the lexicon need not be read yet.
        return
    uses = list(dict.fromkeys(use for skill in load_lexicon().skills.values() for use in skill.uses))
    unknown = [use for use in priors if use not in uses]
    if unknown:
        raise SettingsError(
            "priors", f"names {unknown[0]!r}, which is no use of a skill. The uses are {', '.join(uses)}."
        )
    if not all(LEAST_PRIOR <= share <= MOST_PRIOR for share in priors.values()):
        raise SettingsError(
            "priors",
            f"gives a share that would settle the matter: each must be from {LEAST_PRIOR} to {MOST_PRIOR}.",
        )


def _check(settings: Settings) -> None:
    """Raise SettingsError where a value is outside what can work."""
    if settings.shared_address:
        _check_shared(settings)
    elif not _is_own_address(settings.host):
        raise SettingsError(
            "host",
            "must be an address of this machine alone, such as 127.0.0.1: "
            "Rolelight is not to be reached from the network.",
        )
    _check_range("workers", settings.workers, 0, 64)
    _check_range("port", settings.port, 1, 65_535)
    _check_range("max_body_bytes", settings.max_body_bytes, 10_000, 100_000_000)
    _check_range("code_minutes", settings.code_minutes, 1, 60)
    _check_priors(settings.priors)
    _check_folder(settings.folder)


def can_be_shown(path: str) -> bool:
    """Whether the start page and the files for the start at login can name it, to the letter."""
    return not any(unicodedata.category(each) in ("Cc", "Cs") or each in "\ufffe\uffff" for each in path)


def _check_folder(folder: Path) -> None:
    """Raise SettingsError for a path that depends on where one is, or that no document could name."""
    if not folder.is_absolute():
        raise SettingsError("folder", "must be a full path, from the root of the disk.")
    if not can_be_shown(str(folder)):
        raise SettingsError("folder", "has characters that cannot be shown. Name another folder.")


def _check_shared(settings: Settings) -> None:
    """Raise SettingsError for an address that browsers would not send, or that is not encrypted."""
    if not SHARED_ADDRESS.fullmatch(settings.shared_address):
        raise SettingsError(
            "shared_address",
            "must be https:// and a name in small letters, with its port if it has one, and nothing more, "
            "such as https://rolelight.example.com",
        )
    try:
        ipaddress.IPv4Address(settings.host)
    except ValueError:
        raise SettingsError("host", "must be an address such as 127.0.0.1.") from None


def _is_own_address(host: str) -> bool:
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def _check_range(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise SettingsError(name, f"must be from {least} to {most}.")

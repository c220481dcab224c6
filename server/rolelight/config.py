"""The settings: what can be changed, from which environment variable, and what is wrong with a value."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_config_path

from rolelight.lexicon import load_lexicon

PREFIX = "ROLELIGHT_"

# What a user meets as "5 MB": the characters of HTML in one reading, all its captures together.
MAX_PAGE_CHARACTERS = 5_000_000

# Beyond these shares, what was set would outweigh nearly anything that a page can say.
LEAST_PRIOR, MOST_PRIOR = 0.01, 0.99

# As a browser writes it in the Host header: small letters, no path, no slash at the end.
SHARED_ADDRESS = re.compile(r"https://[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::[1-9][0-9]{0,4})?")


class SettingsError(ValueError):
    """A setting that cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. A field's environment variable is ROLELIGHT_ and its name in capitals."""

    host: str = field(
        default="127.0.0.1",
        metadata={
            "help": "The address to listen on. Only this machine's own (127.x.x.x) are taken, but for a team."
        },
    )
    port: int = field(
        default=8765,
        metadata={"help": "The port to listen on, 1 to 65535."},
    )
    folder: Path = field(
        default_factory=lambda: user_config_path("rolelight"),
        metadata={"help": "The folder that keeps the pairings or a team's tokens, and nothing else."},
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
        metadata={"help": "For a team: how many processes read pages, up to 64; 0 is one for each core."},
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
        shared = (urlsplit(self.shared_address).netloc,) if self.shared_address else ()
        return (f"{own}:{self.port}", f"localhost:{self.port}", *shared)


def variable(name: str) -> str:
    """The environment variable that sets the setting of that name."""
    return PREFIX + name.upper()


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that the environment asks for.

    Raises SettingsError for a wrong value, and for a ROLELIGHT_ variable that sets nothing.
    """
    known = {variable(setting.name): setting.name for setting in fields(Settings)}
    given = {name: value for name, value in environment.items() if name.startswith(PREFIX)}
    unknown = sorted(given.keys() - known.keys())
    if unknown:
        raise SettingsError(f"{unknown[0]} is not a setting. The settings are {', '.join(known)}.")
    return Settings(**{known[name]: _converted(known[name], value) for name, value in given.items()})  # type: ignore[arg-type]


def _converted(name: str, value: str) -> str | int | Path | dict[str, float]:
    """The value of an environment variable in its setting's type."""
    if name == "priors":
        return _priors(value)
    if name in ("host", "shared_address"):
        return value.strip()
    if name == "folder":
        return Path(value).expanduser()
    try:
        return int(value)
    except ValueError:
        raise SettingsError(f"{variable(name)} is not a whole number. Write digits only.") from None


def _priors(value: str) -> dict[str, float]:
    """The shares by use in "web=0.3,analysis=0.2"; nothing at all sets none."""
    priors: dict[str, float] = {}
    for part in value.split(",") if value.strip() else ():
        use, _, text = (each.strip() for each in part.partition("="))
        try:
            share = float(text)
        except ValueError:
            example = "such as web=0.3,analysis=0.2"
            raise SettingsError(f"{variable('priors')} must be uses with their shares, {example}.") from None
        if use in priors:
            raise SettingsError(f"{variable('priors')} names {use} twice. Give each use one share.")
        priors[use] = share
    return priors


def _check_priors(priors: Mapping[str, float]) -> None:
    """Raise SettingsError for a use that no skill has, and for a share that would settle the matter alone."""
    if not priors:  # As nearly always: the lexicon need not be read yet.
        return
    uses = list(dict.fromkeys(use for skill in load_lexicon().skills.values() for use in skill.uses))
    unknown = [use for use in priors if use not in uses]
    if unknown:
        raise SettingsError(
            f"{variable('priors')} names {unknown[0]!r}, which is no use of a skill. "
            f"The uses are {', '.join(uses)}."
        )
    if not all(LEAST_PRIOR <= share <= MOST_PRIOR for share in priors.values()):
        raise SettingsError(f"The shares in {variable('priors')} must be from {LEAST_PRIOR} to {MOST_PRIOR}.")


def _check(settings: Settings) -> None:
    """Raise SettingsError where a value is outside what can work."""
    if settings.shared_address:
        _check_shared(settings)
    elif not _is_own_address(settings.host):
        raise SettingsError(
            f"{variable('host')} must be an address of this machine alone, such as 127.0.0.1: "
            "Rolelight is not to be reached from the network."
        )
    _check_range("workers", settings.workers, 0, 64)
    _check_range("port", settings.port, 1, 65_535)
    _check_range("max_body_bytes", settings.max_body_bytes, 10_000, 100_000_000)
    _check_range("code_minutes", settings.code_minutes, 1, 60)
    _check_priors(settings.priors)
    if not settings.folder.is_absolute():
        raise SettingsError(f"{variable('folder')} must be a full path, from the root of the disk.")


def _check_shared(settings: Settings) -> None:
    """Raise SettingsError for an address that browsers would not send, or that is not encrypted."""
    if not SHARED_ADDRESS.fullmatch(settings.shared_address):
        raise SettingsError(
            f"{variable('shared_address')} must be https:// and a name in small letters, with its port if it "
            "has one, and nothing after it, such as https://rolelight.example.com"
        )
    try:
        ipaddress.IPv4Address(settings.host)
    except ValueError:
        raise SettingsError(f"{variable('host')} must be an address such as 127.0.0.1.") from None


def _is_own_address(host: str) -> bool:
    try:
        return ipaddress.IPv4Address(host).is_loopback
    except ValueError:
        return False


def _check_range(name: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise SettingsError(f"{variable(name)} must be from {least} to {most}.")

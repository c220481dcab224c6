"""Who listens where Rolelight wants to: nobody, a Rolelight, or another program."""

from __future__ import annotations

import errno
import json
import re
import socket
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from typing import Literal

from rolelight.config import Settings

ANSWER_SECONDS = 2
# Whatever listens there may be hostile: no more is read of its answer, and no other version is shown.
MOST_BYTES = 10_000
VERSION = re.compile(r"[0-9A-Za-z.+-]{1,40}")


@dataclass(frozen=True, slots=True)
class Listener:
    """What answers at an address; the version is a Rolelight's."""

    kind: Literal["nobody", "rolelight", "another"]
    version: str = ""


def who_listens(settings: Settings) -> Listener:
    """Ask at the address of the settings who is there."""
    connection = HTTPConnection(settings.host, settings.port, timeout=ANSWER_SECONDS)
    try:
        connection.request("GET", "/api/v1/health")
        health = json.loads(connection.getresponse().read(MOST_BYTES))
        is_rolelight = health["name"] == "Rolelight" and VERSION.fullmatch(health["server"])
        return Listener("rolelight", health["server"]) if is_rolelight else Listener("another")
    except ConnectionRefusedError:
        return Listener("nobody")
    except (OSError, HTTPException, ValueError, TypeError, KeyError, RecursionError):
        return Listener("another")
    finally:
        connection.close()


def why_not_listening(settings: Settings, error: OSError) -> str:
    """Why a server cannot listen at the address of the settings, and what to do."""
    other = f"rolelight serve --port {settings.port + 1 if 1024 <= settings.port < 65_535 else 8765}"
    if error.errno == errno.EADDRINUSE:
        listener = who_listens(settings)
        if listener.kind == "rolelight":
            return (
                f"Rolelight {listener.version} runs already, at {settings.address}. "
                f"To open it: {open_command(settings)}"
            )
        return (
            f"Port {settings.port} is in use by another program. Stop that, or choose another port: {other}"
        )
    if error.errno == errno.EACCES:
        return (
            f"Port {settings.port} is kept for the system's own programs. "
            f"Choose one from 1024 to 65535: {other}"
        )
    return f"Port {settings.port} cannot be used ({error.strerror}). Choose another: {other}"


def port_problem(settings: Settings) -> str | None:
    """Why nobody could listen at the address of the settings; None where one could."""
    try:
        socket.create_server((settings.host, settings.port)).close()
    except OSError as error:
        return why_not_listening(settings, error)
    return None


def open_command(settings: Settings) -> str:
    """The command that opens the start page of the server with these settings."""
    return "rolelight open" if settings.port == 8765 else f"rolelight open --port {settings.port}"

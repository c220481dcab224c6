"""The clock jumps while a server runs: pages are read on, codes last as long, tokens end by the clock."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from bench.load import PATH, SHARED
from rolelight.api.tokens import Tokens
from soak.small_pages import body_of_small_page
from tools.running import COMMAND, PairedClient, RunningServer, running_server

BODY = body_of_small_page()
JUMPS = ("+400d", "-400d", "+0")

# Python sleeps by clock_nanosleep, which libfaketime 0.9.10 makes fail (EINVAL) where it is to leave the
# monotonic clock alone; gunicorn's first process sleeps.
SLEEP = "import select, time\ntime.sleep = lambda seconds: select.select([], [], [], seconds)\n"


class Clock:
    """The time of day that a server sees, by libfaketime: it jumps, as when somebody sets the machine's.

    As then, the monotonic clock goes on, and files keep their times.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / "clock.txt"
        self.jump("+0")
        (folder / "sitecustomize.py").write_text(SLEEP, "ascii")
        # Not through the command `faketime`, which gives no way to change the time later.
        library = next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), None)
        assert library, "faketime is missing: bash tests/tools/debian.sh faketime"
        self.variables = {
            "LD_PRELOAD": str(library),
            "FAKETIME_TIMESTAMP_FILE": str(self._file),
            "FAKETIME_NO_CACHE": "1",
            "FAKETIME_DONT_FAKE_MONOTONIC": "1",
            "FAKETIME_FORCE_MONOTONIC_FIX": "0",  # else threads that wait keep the processor busy
            "NO_FAKE_STAT": "1",
            "PYTHONPATH": str(folder),
        }

    def jump(self, offset: str) -> None:
        """Set the time so far from the true one, from the next moment on."""
        new = self._file.with_suffix(".new")
        new.write_text(offset, "ascii")
        new.replace(self._file)


@contextmanager
def server_with_clock(folder: Path, *options: str, **variables: str) -> Iterator[tuple[RunningServer, Clock]]:
    clock = Clock(folder)
    with running_server(folder, COMMAND, *options, **clock.variables, **variables) as server:
        yield server, clock


def read(server: RunningServer, token: str) -> str:
    """What a program's reading comes to: the state of the page, or the code of the refusal."""
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {token}"}
    try:
        with urlopen(Request(server.address + PATH, BODY, headers)) as reply:
            return str(json.load(reply)["profile"]["page_state"])
    except HTTPError as error:
        return str(json.load(error)["code"])


def test_a_pairing_code_lasts_as_long_whatever_the_clock_does(tmp_path: Path) -> None:
    with server_with_clock(tmp_path) as (server, clock):
        client = PairedClient(server)
        for jump in JUMPS:
            clock.jump("+0")
            codes = client.codes
            shown = next(codes)
            clock.jump(jump)
            assert client.post(PATH, BODY)[0] == 200, jump
            assert next(codes) == shown, jump
            assert client.pair()[0] == 201, jump


def test_a_teams_token_ends_by_the_clock(tmp_path: Path) -> None:
    token = Tokens(tmp_path).give("Ann Smith", 90)
    with server_with_clock(tmp_path, "--shared", **SHARED, ROLELIGHT_WORKERS="1") as (server, clock):
        for jump, expected in (("+89d", "profile"), ("+91d", "token_expired"), ("-400d", "profile")):
            clock.jump(jump)
            assert read(server, token) == expected, jump

"""schemathesis reads the live OpenAPI document and asks what it allows and forbids: every check holds."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from soak import LONG, times
from tools.running import SOME_EXTENSION, PairedClient, RunningServer, running_server

HERE = Path(__file__).parent
COMMAND = str(Path(sys.executable).with_name("schemathesis"))


def run_schemathesis(server: RunningServer, token: str, folder: Path) -> str:
    """What schemathesis prints; it fails the test where it found something."""
    chance = ["--generation-database", "none"] if LONG else ["--generation-deterministic"]
    done = subprocess.run(
        [
            *(COMMAND, "--config-file", str(HERE / "schemathesis.toml")),
            *("run", f"{server.address}/api/v1/openapi.json", "--checks", "all", "--no-color"),
            *("--max-examples", str(times(50, 1000)), *chance),
            *("-H", f"Authorization: Bearer {token}", "-H", f"Origin: {SOME_EXTENSION}"),
        ],
        cwd=folder,
        env=os.environ | {"SCHEMATHESIS_HOOKS": "soak.api_checks", "PYTHONPATH": str(HERE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_server_does_what_its_document_says(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        printed = run_schemathesis(server, PairedClient(server).token, tmp_path)
    found = re.search(r"(\d+) generated, (\d+) passed", printed)
    assert found, printed
    assert int(found[1]) >= times(200, 2000), printed

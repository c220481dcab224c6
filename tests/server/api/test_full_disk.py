"""A server that can write to no file: it reads on, loses no pairing, and says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path

from rolelight.site.demos import FOLDER
from tools.running import PairedClient, full_disk, running_server

BODY = json.dumps({"captures": [{"html": (FOLDER / "web-developer.html").read_text("utf-8")}]}).encode()


def test_a_full_disk_stops_pairing_alone_and_loses_nothing(tmp_path: Path) -> None:
    with running_server(tmp_path) as server:
        client = PairedClient(server)
        with full_disk(server):
            status, answer = client.pair()
            assert (status, answer["code"]) == (507, "not_kept")
            assert client.post("/api/v1/readings", BODY)[0] == 200
        assert client.pair()[0] == 201
        assert client.post("/api/v1/readings", BODY)[0] == 200
        start_file = f"start-127.0.0.1-{server.port}.html"
        assert {path.name for path in tmp_path.iterdir()} == {
            "tokens.sqlite3",
            "server-output.txt",
            start_file,
        }

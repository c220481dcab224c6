"""The clients of docs/clients.md, taken out of it and run: they read, and tell what is wrong."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import trustme

from rolelight.site.demos import FOLDER
from tools.other import other_server
from tools.running import RunningServer, free_port, running_server, shown_codes
from tools.team import Team, team

DOCUMENT = (Path(__file__).parents[2] / "docs/clients.md").read_text("utf-8")
COMMANDS = {"python": [sys.executable, "client.py"], "js": ["node", "client.mjs"]}
PROFILE = str(FOLDER / "web-developer.html")


@dataclass(frozen=True, slots=True)
class Client:
    """One of the programs, in a home folder of its own."""

    language: str
    home: Path

    @property
    def tokens(self) -> Path:
        """The file that keeps the tokens."""
        return self.home / ".rolelight-client.json"

    def run(self, *arguments: str, typed: str = "", **variables: str) -> tuple[int, str]:
        """The exit code and all that is printed."""
        done = subprocess.run(
            [*COMMANDS[self.language], *arguments],
            cwd=self.home,
            env=os.environ | {"HOME": str(self.home), "USERPROFILE": str(self.home)} | variables,
            input=typed,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        assert "Traceback" not in done.stdout
        assert "    at " not in done.stdout
        return done.returncode, done.stdout


@pytest.fixture(params=COMMANDS)
def client(request: pytest.FixtureRequest, tmp_path: Path) -> Client:
    language = str(request.param)
    found = re.findall(rf"```{language}\n(.*?)```", DOCUMENT, re.DOTALL)
    assert len(found) == 1
    (tmp_path / COMMANDS[language][1]).write_text(found[0], "utf-8")
    return Client(language, tmp_path)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture(scope="module")
def codes(server: RunningServer) -> Iterator[str]:
    """The codes that the start page shows, each for one pairing."""
    return shown_codes(server)


def test_it_pairs_once_and_prints_verdict_and_evidence(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    ended, printed = client.run(server.address, PROFILE, typed=f"{next(codes)}\n")
    assert (ended, "back-end-web-developer: strong (" in printed) == (0, True), printed
    assert re.search(r"^for {6}Django: Django is a Python framework", printed, re.MULTILINE)
    assert client.tokens.stat().st_mode & 0o777 == 0o600
    assert client.run(server.address, PROFILE) == (0, printed.partition(": ")[2])


def test_it_ends_when_it_has_read_though_more_could_be_typed(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    command = [*COMMANDS[client.language], server.address, PROFILE]
    home = os.environ | {"HOME": str(client.home), "USERPROFILE": str(client.home)}
    with subprocess.Popen(command, cwd=client.home, env=home, stdin=subprocess.PIPE) as process:
        try:
            assert process.stdin
            process.stdin.write(f"{next(codes)}\n".encode())
            process.stdin.flush()
            assert process.wait(30) == 0
        finally:
            process.kill()


def test_a_wrong_code_may_be_typed_again(client: Client, server: RunningServer, codes: Iterator[str]) -> None:
    ended, printed = client.run(server.address, PROFILE, typed=f"AAAA-0000\n{next(codes)}\n")
    assert ended == 0
    assert "The pairing code is wrong or has expired." in printed
    assert "strong" in printed


def test_a_token_that_is_no_longer_good_is_replaced(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    client.tokens.write_text(f'{{"{server.address}": "revoked", "http://other.example": "kept"}}', "utf-8")
    ended, printed = client.run(server.address, PROFILE, typed=f"{next(codes)}\n")
    assert (ended, "does not prove that it gave the token" in printed) == (0, True)
    kept = client.tokens.read_text("utf-8")
    assert "revoked" not in kept
    assert '"kept"' in kept


def test_what_the_server_refuses_is_told_in_its_words(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    ended, printed = client.run(server.address, PROFILE, "astronaut", typed=f"{next(codes)}\n")
    assert ended == 1
    assert "There is no such role. GET /api/v1/roles lists the roles." in printed
    assert re.search(r"^role: There is no such role\.\n\(request [0-9a-f]{16}\)$", printed, re.MULTILINE)


def test_a_page_that_is_no_profile_is_told(
    client: Client, server: RunningServer, codes: Iterator[str]
) -> None:
    page = client.home / "blank.html"
    page.write_text("<p></p>", "utf-8")
    ended, printed = client.run(server.address, str(page), typed=f"{next(codes)}\n")
    assert (ended, printed.endswith("No profile: blank\n")) == (0, True)


def test_no_code_ends_it_with_a_sentence(client: Client, server: RunningServer) -> None:
    ended, printed = client.run(server.address, PROFILE)
    assert (ended, "A code or a token is needed." in printed) == (1, True)


@pytest.mark.parametrize("page", ["nothing.html", "."])
def test_a_page_that_is_not_there_or_a_folder_is_told(client: Client, page: str) -> None:
    ended, printed = client.run("http://127.0.0.1:1", page)
    assert (ended, printed.startswith(f"The page {page} cannot be read: ")) == (1, True)


@pytest.mark.parametrize("arguments", [[], ["http://127.0.0.1:1"]])
def test_without_address_and_page_it_says_how_to_call_it(client: Client, arguments: list[str]) -> None:
    ended, printed = client.run(*arguments)
    assert (ended, printed.startswith("An address and a page are needed.")) == (1, True)
    assert f"{COMMANDS[client.language][1]} ADDRESS PAGE [ROLE]" in printed


def test_a_server_that_does_not_answer_is_told(client: Client) -> None:
    ended, printed = client.run(f"http://127.0.0.1:{free_port()}", PROFILE, typed="AAAA-0000\n")
    assert (ended, "No Rolelight answers at" in printed) == (1, True)


@pytest.mark.parametrize("status", [200, 404])
def test_another_server_at_the_address_is_told(client: Client, status: int) -> None:
    with other_server(status, b"<p>Something else</p>") as other:
        ended, printed = client.run(other.address, PROFILE, typed="AAAA-0000\n")
    assert (ended, "is not Rolelight." in printed) == (1, True)


@pytest.mark.parametrize("how", ["kept", "variable", "code"])
def test_an_impostor_gets_neither_token_nor_page(client: Client, how: str) -> None:
    with other_server(200, b'{"proofs": []}', "X-Rolelight-Server", "X-Rolelight-API") as impostor:
        client.tokens.write_text(json.dumps({impostor.address: "secret"} if how == "kept" else {}), "utf-8")
        variables = {"ROLELIGHT_TOKEN": "secret"} if how == "variable" else {}
        typed = "AAAA-0000\n" if how == "code" else ""
        ended, printed = client.run(impostor.address, PROFILE, typed=typed, **variables)
    assert (ended, "another program may listen there" in printed) == (1, True)
    paths = ["/api/v1/pairings"] * (how == "code") + ["/api/v1/proofs"]
    assert [path for path, _ in impostor.received] == paths
    assert not [sent for _, sent in impostor.received if "secret" in sent or "html" in sent]


@dataclass(frozen=True, slots=True)
class TrustedTeam:
    """A team's server, and the variables that have a program trust its certificate."""

    running: Team
    trust: dict[str, str]

    @property
    def address(self) -> str:
        """The address of its proxy."""
        return f"https://{self.running.name}:{self.running.port}"

    def give(self) -> str:
        """A token that nothing has been asked with: the proxy counts by token."""
        return self.running.tokens.give("Ann Smith", 90)


@pytest.fixture(scope="module")
def team_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TrustedTeam]:
    authority, folder = trustme.CA(), tmp_path_factory.mktemp("team")
    file = folder / "authority.pem"
    authority.cert_pem.write_to_path(file)
    with team(folder, certificate=authority.issue_cert("localhost")) as running:
        yield TrustedTeam(running, {"SSL_CERT_FILE": str(file), "NODE_EXTRA_CA_CERTS": str(file)})


def test_a_team_s_token_is_asked_for_and_kept(client: Client, team_server: TrustedTeam) -> None:
    token = team_server.give()
    typed = f"mistyped\n{token}\n"
    ended, printed = client.run(team_server.address, PROFILE, typed=typed, **team_server.trust)
    assert (ended, "back-end-web-developer: strong (" in printed) == (0, True), printed
    assert "your team's token" in printed
    assert json.loads(client.tokens.read_text("utf-8")) == {team_server.address: token}
    ended, printed = client.run(team_server.address, PROFILE, **team_server.trust)
    assert (ended, printed.startswith("back-end-web-developer: strong (")) == (0, True), printed


def test_a_token_in_the_environment_is_used_and_not_kept(client: Client, team_server: TrustedTeam) -> None:
    variables = {"ROLELIGHT_TOKEN": team_server.give()} | team_server.trust
    ended, printed = client.run(team_server.address, PROFILE, **variables)
    assert (ended, printed.startswith("back-end-web-developer: strong (")) == (0, True), printed
    assert not client.tokens.exists()


def test_a_certificate_that_is_not_trusted_is_told(client: Client, team_server: TrustedTeam) -> None:
    ended, printed = client.run(team_server.address, PROFILE, ROLELIGHT_TOKEN=team_server.give())
    told = f"No safe connection to {team_server.address}, nothing was sent: "
    assert (ended, printed.startswith(told), "certificate" in printed) == (1, True, True), printed

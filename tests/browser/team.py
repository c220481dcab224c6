"""The server of a team, for the tests: a stub over TLS, and a browser that may be let speak to it.

Nobody can press Chromium's own question for a permission in a test. What a press would leave behind is put
into the profile before the start: a permission that was given once is given again without a question, but
only when it is asked for.
"""

from __future__ import annotations

import hashlib
import json
import ssl
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import trustme
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from browser.chromium import EXTENSION
from browser.stub import Stub, running_stub

HOST = "rolelight.test"


class Certificate:
    """A certificate for the team's server, of an authority that no browser knows."""

    def __init__(self) -> None:
        self.issued = trustme.CA().issue_cert(HOST)

    @property
    def trust(self) -> str:
        """The argument by which Chromium trusts this certificate, and no other that it does not know."""
        leaf = x509.load_pem_x509_certificate(self.issued.cert_chain_pems[0].bytes())
        key = leaf.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
        pin = b64encode(hashlib.sha256(key).digest()).decode()
        return f"--ignore-certificate-errors-spki-list={pin}"

    @contextmanager
    def serving(self) -> Iterator[Stub]:
        """Runs a stub with this certificate."""
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.issued.configure_cert(tls)
        with running_stub(tls=tls) as stub:
            yield stub


def address_of(stub: Stub) -> str:
    """The address of a team's server as it is typed."""
    return f"https://{HOST}:{stub.port}"


def allow_host(profile: Path) -> None:
    """Has a Chromium that is not started yet remember that the user once allowed the team's server."""
    allowed = {
        "api": [],
        "explicit_host": [f"https://{HOST}/*"],
        "manifest_permissions": [],
        "scriptable_host": [],
    }
    known = {_identity(): {"granted_permissions": allowed, "runtime_granted_permissions": allowed}}
    (profile / "Default").mkdir(parents=True)
    preferences = json.dumps({"extensions": {"settings": known}})
    (profile / "Default" / "Preferences").write_text(preferences, encoding="utf-8")


def _identity() -> str:
    """The id of the unpacked extension, which Chromium makes of its folder's path."""
    digest = hashlib.sha256(bytes(EXTENSION.resolve())).hexdigest()[:32]
    return digest.translate(str.maketrans("0123456789abcdef", "abcdefghijklmnop"))

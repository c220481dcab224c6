"""The checks that the extension passes before it is packed: each gives sentences, none where all is well."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rolelight.extension_folder import shipped_files
from tools.extension_code import find_forbidden
from tools.extension_links import find_lost, parsed

PERMISSIONS = ["activeTab", "scripting", "storage"]
HOSTS = ["http://127.0.0.1/*"]
# Of these, the extension asks for the one host of a team's server that the user types.
OPTIONAL_HOSTS = ["https://*/*"]
ABSENT = {
    "content_scripts": "nothing runs on a page before the user's click",
    "web_accessible_resources": "a page could tell by them that the extension is there",
    "externally_connectable": "no page or other extension may speak to this one",
    "optional_permissions": "the agreed permissions are all there are",
    "content_security_policy": "what the browsers set by themselves is the strictest",
    "sandbox": "sandboxed pages may run text as code",
    "update_url": "the stores refuse it",
}
# The Chrome Web Store takes the description in each language from the package, and refuses a longer one.
LONGEST_DESCRIPTION = 132
_TEXT_KINDS = (".js", ".json", ".html", ".css")
_MESSAGE = re.compile(r"__MSG_(\w+)__")


def find_problems(extension: Path, version: str) -> list[str]:
    """All that keeps the extension from being packed as that version."""
    files = read_files(extension)
    manifest = parsed(files.get("manifest.json", ""))
    if not isinstance(manifest, dict):
        return ["manifest.json is absent or no JSON: without it there is no extension."]
    return [
        *find_damaged(files),
        *find_wrong_version(manifest, version),
        *find_wrong_permissions(manifest),
        *find_unwanted_keys(manifest),
        *find_missing_messages(files),
        *find_long_descriptions(files),
        *find_lost(files),
        *find_forbidden(files),
    ]


def read_files(extension: Path) -> dict[str, str]:
    """The text of each file that is packed, by its path; that of a picture is empty."""
    return {
        path: (extension / path).read_text("utf-8") if path.endswith(_TEXT_KINDS) else ""
        for path in shipped_files(extension)
    }


def find_damaged(files: dict[str, str]) -> Iterator[str]:
    """JSON that is none."""
    for path, text in files.items():
        if path.endswith(".json"):
            try:
                json.loads(text)
            except ValueError as error:
                yield f"{path} is no JSON: {error}."


def find_wrong_version(manifest: dict[str, Any], version: str) -> Iterator[str]:
    """A version of the manifest that is not the package's."""
    if manifest.get("version") != version:
        yield f"manifest.json says version {manifest.get('version')}, setup.cfg {version}: make them one."


def find_wrong_permissions(manifest: dict[str, Any]) -> Iterator[str]:
    """Permissions that are not exactly those agreed."""
    for key, agreed in (
        ("permissions", PERMISSIONS),
        ("host_permissions", HOSTS),
        ("optional_host_permissions", OPTIONAL_HOSTS),
    ):
        if sorted(manifest.get(key, [])) != agreed:
            yield f"manifest.json: {key} must be {', '.join(agreed)}, and is {manifest.get(key)}."


def find_unwanted_keys(manifest: dict[str, Any]) -> Iterator[str]:
    """Keys that an extension as careful as this one has no use for."""
    for key, why in ABSENT.items():
        if key in manifest:
            yield f"manifest.json: {key} must not be there: {why}."


def find_missing_messages(files: dict[str, str]) -> Iterator[str]:
    """Texts that a file asks for by name and the default language has not."""
    default = f"_locales/{parsed(files['manifest.json']).get('default_locale')}/messages.json"
    known = parsed(files.get(default, "")) or {}
    for path in files:
        for name in _MESSAGE.findall(files[path]):
            if name not in known:
                yield f"{path} asks for the text {name}, which {default} has not."


def find_long_descriptions(files: dict[str, str]) -> Iterator[str]:
    """Descriptions that a store would refuse, in any language."""
    names = _MESSAGE.findall(parsed(files["manifest.json"]).get("description", ""))
    for path in (path for path in files if path.startswith("_locales/")):
        texts = parsed(files[path]) or {}
        for name in names:
            length = len(texts.get(name, {}).get("message", ""))
            if length > LONGEST_DESCRIPTION:
                yield f"{path}: {name} has {length} characters; a store takes {LONGEST_DESCRIPTION}."

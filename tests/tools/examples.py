"""The examples of the API's document: what this code answers, shortened to two roles and four decimals.

`PYTHONPATH=tests .venv/bin/python -m tools.examples` writes them anew, as after new weights.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from rolelight.api import schemas
from rolelight.api.reading_schemas import ReadingSchema
from rolelight.lexicon import load_lexicon
from rolelight.reading import read_profile

FILE = Path(schemas.__file__).with_name("examples.json")
ROLES = 2

# Every position has ended, so that the reading is the same on any day.
REQUEST = {
    "captures": [
        {
            "html": "<main><h1>Robin Example</h1><h2>Experience</h2><ul><li><h3>Web Developer</h3><p>Acme</p>"
            "<p>Mar 2018 - Dec 2021</p><p>Built web services with Django.</p></li></ul></main>",
            "url": "https://www.example.com/in/robin-example/",
            "lang": "en",
        }
    ],
    "role": "back-end-web-developer",
}


def shortened(value: Any) -> Any:
    """The answer without all roles but the first two, and with its numbers to four decimals."""
    left_out = {role.id for role in load_lexicon().roles[ROLES:]}
    if isinstance(value, dict):
        return {key: shortened(inner) for key, inner in value.items() if key not in left_out}
    if isinstance(value, list):
        kept = [each for each in value if not (isinstance(each, dict) and each.get("id") in left_out)]
        return [shortened(each) for each in kept]
    return round(value, 4) if isinstance(value, float) else value


def examples() -> dict[str, Any]:
    """A request, and what is answered to it and to GET /roles."""
    asked = schemas.ReadingRequestSchema().load(REQUEST)
    reading = read_profile(asked["captures"], asked["role"])
    return {
        "reading_request": REQUEST,
        "reading": shortened(ReadingSchema().dump(reading)),
        "roles": shortened(schemas.RolesSchema().dump({"roles": load_lexicon().roles})),
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(examples(), indent=1) + "\n", encoding="utf-8")

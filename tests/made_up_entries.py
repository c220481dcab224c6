"""Makes up job entries and careers for tests of the evaluation: nobody's words, and labels that fit them."""

from __future__ import annotations

import gzip
import hashlib
import json
import random
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

# By use code: what such an entry tells.
WORK = {
    "W": (
        "Built web applications in Python with Django and REST APIs",
        "Wrote Flask back ends and templates",
    ),
    "D": (
        "Analysed sales data with Python, pandas and NumPy",
        "Trained machine learning models in scikit-learn",
    ),
    "E": ("Moved data with Python and Apache Airflow", "Wrote ETL pipelines in PySpark"),
    "A": ("Wrote Python scripts that automate builds", "Automated tests with Selenium and Python"),
    "U": ("Knew Python, Java and Oracle", "Used Python and other tools"),
}
PLACES = ("a mill", "a harbour", "a bakery", "a library", "an orchard", "a foundry", "a theatre", "a dairy")
TITLES = {"W": "web-developer", "D": "data-analyst", "E": "data-engineer", "A": "devops-engineer"}
OUTCOME = {"W": "web", "D": "data", "E": "data", "A": "neither", "U": "neither"}


def made_up_rows(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """So many labelled entries, two a resume, of all uses in turn."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    rows = []
    for number in range(count):
        code = list(WORK)[number % len(WORK)]
        words = " ".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=12))
        text = f"{chance.choice(WORK[code])} for {chance.choice(PLACES)} {words} number {number}."
        rows.append(
            {
                "id": f"e{number}",
                "text": text,
                "resume": f"r{seed}-{number // 2}",
                "uses_a": [code],
                "outcome": OUTCOME[code],
            }
        )
    return rows


def write_rows(file: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """The file, written with a JSON object a line; gzipped where its name says so."""
    content = "".join(f"{json.dumps(row)}\n" for row in rows).encode()
    file.write_bytes(gzip.compress(content) if file.suffix == ".gz" else content)
    return file


def write_readings(file: Path, rows: Sequence[dict[str, Any]]) -> Path:
    """The file, written with a reading of each row."""
    lines = [
        f"{hashlib.sha256(row['text'].encode()).hexdigest()[:16]}\t{','.join(row['uses_a'])}" for row in rows
    ]
    file.write_text("# Made up.\n" + "\n".join(lines) + "\n", "utf-8")
    return file


def training_folder(folder: Path, count: int = 40) -> tuple[Path, Path]:
    """A folder with all that `rolelight train` asks for, made up, and a file of readings."""
    labelled, unlabelled = made_up_rows(count), made_up_rows(count // 2, seed=2)
    write_rows(folder / "python-usage-train.jsonl.gz", labelled)
    write_rows(folder / "python-entries-unlabelled.jsonl.gz", unlabelled)
    titled = [
        {"text": row["text"], "role": TITLES[row["uses_a"][0]]}
        for row in labelled
        if row["uses_a"][0] in TITLES
    ]
    write_rows(folder / "titled-entries-dev.jsonl.gz", titled)
    for survey in ("role-by-technology-2023.csv", "role-by-technology-2023-python-users.csv"):
        (folder / survey).write_text("technology,weaver\nLoom,0.9\n", "utf-8")
    return folder, write_readings(folder / "readings.tsv", unlabelled)


WEB_RESUME = (
    "Web Developer Springfield, IL Work Experience Senior Web Developer Mill & Co - Springfield, IL "
    "January 2016 to Present Built web applications in Python with Django and PostgreSQL. Designed REST APIs "
    "in Django REST Framework. Wrote Flask services. Web Developer Harbour Ltd - Springfield, IL March 2012 "
    "to December 2015 Developed web sites with Python, Django, HTML and JavaScript. Education Bachelor's in "
    "Computer Science Oak University 2008 to 2012 Skills Python (6 years), Django (5 years), HTML, JavaScript"
)
DATA_RESUME = (
    "Data Analyst Riverside, CA Work Experience Data Analyst Orchard Inc - Riverside, CA 2017 to Present "
    "Analysed sales data with Python, pandas and NumPy. Built statistical models in scikit-learn. Data "
    "Analyst Dairy Corp - Riverside, CA June 2013 to May 2017 Used Python and R for statistical analysis and "
    "data visualization. Education Master's in Statistics Elm University 2011 to 2013 Skills Python, R, SQL"
)

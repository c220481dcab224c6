"""An invented career of any length, the one content that every shape of bench page shows."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

NAMES = ("Robin Ashdown", "Alex Marlowe", "Sam Thornbury", "Kim Ellery", "Jo Pemberton", "Chris Halloway")
PLACES = ("Leeds, England, United Kingdom", "Utrecht, Netherlands", "Porto, Portugal", "Singapore")
COMPANIES = ("Northwind Rail", "Blue Heron Foods", "Castle Street Labs", "Fenland Insurance", "Otter & Sons")
TITLES = (
    "Senior Web Developer",
    "Data Analyst",
    "Full-stack Developer",
    "Software Engineer",
    "Back-end Engineer",
    "Junior Java Developer",
)
WORK = (
    "Built the booking service with Python, Django and PostgreSQL, used by four thousand people a day.",
    "Moved the customer portal from PHP templates to React with a REST API behind it.",
    "Cleaned and joined sales data with pandas and wrote the monthly report that the board reads.",
    "Looked after the payment gateway, its queues and its nightly reconciliation.",
    "Wrote Python scripts that rename, check and archive the scanned contracts.",
    "Ran workshops for eleven colleagues on testing and on reading each other's code.",
    "Designed the database for orders and stock, and the migrations that brought ten years of records over.",
    "Set up Nginx, Docker and the release pipeline; a release now takes nine minutes instead of a day.",
    "Modelled demand with scikit-learn and showed the results in Tableau dashboards.",
    "Wrote the Java services that price a policy, with Spring Boot and Oracle.",
    "No machine learning here: plain rules, well tested, that the auditors can read.",
    "Worked with designers and two product managers on the JavaScript front end in Angular.",
)
SKILLS = (
    *("Python", "Django", "Flask", "PostgreSQL", "JavaScript", "TypeScript", "React", "Docker", "Git"),
    *(
        "Linux",
        "SQL",
        "pandas",
        "Java",
        "Spring",
        "Redis",
        "Kubernetes",
        "Terraform",
        "Jenkins",
        "Celery",
        "Bash",
    ),
    *("NumPy", "Tableau", "Excel", "HTML5", "CSS", "Angular", "Scrum", "Kafka", "GraphQL", "R"),
)
# Kinds of section below the career, and what the things in them are called.
DEEDS = {
    "Certifications": ("Certificate", "Associate", "Practitioner"),
    "Projects": ("Dashboard", "Migration", "Toolbox"),
    "Volunteering": ("Mentor", "Workshop Leader"),
    "Recommendations": ("Lead", "Manager"),
    "Courses": ("Fundamentals", "in Practice"),
    "Languages": ("Esperanto", "Volapük"),
    "Honors": ("Prize", "Hackathon, First Place"),
}
# Certificates, courses, languages and honours are lines alone.
DESCRIBED = ("Projects", "Volunteering", "Recommendations")
MONTHS = ("Jan", "Mar", "May", "Jun", "Aug", "Oct", "Dec")


@dataclass(frozen=True, slots=True)
class Position:
    """One position held, as its lines on the page."""

    title: str
    company: str
    dates: str
    place: str
    description: str
    skills: str


@dataclass(frozen=True, slots=True)
class School:
    """One school, as its lines on the page."""

    name: str
    degree: str
    dates: str


@dataclass(frozen=True, slots=True)
class Deed:
    """One certificate, project, course, honour and so on, as its lines on the page."""

    name: str
    maker: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Neighbour:
    """Another person in the margin."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Career:
    """All that a bench page says of its person, and the other people in its margins."""

    name: str
    headline: str
    place: str
    about: str
    positions: tuple[Position, ...]
    schools: tuple[School, ...]
    skills: tuple[str, ...]
    deeds: dict[str, tuple[Deed, ...]]
    posts: tuple[str, ...]
    neighbours: tuple[Neighbour, ...]


def make_career(random: Random, *, positions: int, deeds: int, posts: int, neighbours: int) -> Career:
    """Invents a career with so many positions, deeds of each kind, posts, and neighbours in the margin."""
    year = 2026
    held = []
    for index in range(positions):
        start = year - random.randint(1, 3)
        held.append(_position(random, start, "Present" if index == 0 else f"{random.choice(MONTHS)} {year}"))
        year = start
    return Career(
        name=random.choice(NAMES),
        headline=f"{held[0].title} at {held[0].company} | Python, SQL",
        place=random.choice(PLACES),
        about=_prose(random, 9),
        positions=tuple(held),
        schools=(
            School("University of Wexcombe", "Bachelor of Science, Mathematics", _years(year - 3, year)),
            School("Harbour Coding Bootcamp", "Certificate, Web Development", _years(year, year)),
        ),
        skills=tuple(random.sample(SKILLS, 20)),
        deeds={kind: tuple(_deed(random, kind, year) for _ in range(deeds)) for kind in DEEDS},
        posts=tuple(_prose(random, 2) for _ in range(posts)),
        neighbours=tuple(Neighbour(random.choice(NAMES), random.choice(TITLES)) for _ in range(neighbours)),
    )


def _position(random: Random, start: int, end: str) -> Position:
    return Position(
        title=random.choice(TITLES),
        company=random.choice(COMPANIES),
        dates=f"{random.choice(MONTHS)} {start} - {end}",
        place=random.choice(PLACES),
        description=_prose(random, random.randint(4, 9)),
        skills=" · ".join(random.sample(SKILLS, 5)),
    )


def _deed(random: Random, kind: str, year: int) -> Deed:
    return Deed(
        name=f"{random.choice(SKILLS)} {random.choice(DEEDS[kind])}",
        maker=random.choice(COMPANIES),
        date=f"{random.choice(MONTHS)} {year + random.randint(0, 5)}",
        text=_prose(random, 2) if kind in DESCRIBED else "",
    )


def _years(start: int, end: int) -> str:
    return f"{start} \N{EN DASH} {end}"


def _prose(random: Random, sentences: int) -> str:
    return " ".join(random.choice(WORK) for _ in range(sentences))

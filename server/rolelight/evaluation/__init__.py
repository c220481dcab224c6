"""How right the readings are: what the stages read beside what a careful reader expects, in figures.

Nothing of this is loaded by the server.
"""


class EvaluationError(Exception):
    """Fixtures or floors that cannot be used; the text says which and why."""

"""The lexicon: signals as data files, and the matcher that finds them in text."""

from functools import cache

from rolelight.lexicon.load import load_lexicon
from rolelight.lexicon.match import Match, Matcher
from rolelight.lexicon.model import Lexicon, Role, Signal

__all__ = ["Lexicon", "Match", "Matcher", "Role", "Signal", "load_lexicon", "load_matcher"]


@cache
def load_matcher() -> Matcher:
    """The matcher of the lexicon that is shipped; made once a process."""
    return Matcher(load_lexicon().signals.values())

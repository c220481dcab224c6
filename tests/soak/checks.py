"""What must hold of any reading, whatever page it was read from."""

from __future__ import annotations

from math import exp, isclose

from rolelight.errors import Refusal
from rolelight.page.model import Capture, Profile
from rolelight.page.prune import prune
from rolelight.reading import Reading, read_profile


def check_sound(html: str) -> None:
    """Reads the page and checks all that must hold of any reading; a page may be refused."""
    try:
        reading = read_profile([Capture(html)])
    except Refusal:
        return
    check_pieces(reading.profile)
    check_offsets(reading)
    check_sums(reading)


def check_pruned_once(html: str) -> None:
    """Pruning what is pruned changes nothing."""
    try:
        pruned = prune(html)
    except Refusal:
        return
    assert prune(pruned) == pruned


def check_pieces(profile: Profile) -> None:
    """Every piece is a slice of its block that neither is empty nor begins or ends with a space."""
    for section in profile.sections:
        for entry in section.entries:
            for piece in entry.pieces:
                assert 0 <= piece.start < piece.end <= len(piece.block.text)
                assert piece.text == piece.text.strip(" ")


def check_offsets(reading: Reading) -> None:
    """Every highlight's offsets cut its own quote out of its block, in UTF-16 units."""
    texts = texts_of_blocks(reading.profile)
    for highlight in reading.highlights:
        units = texts[highlight.capture, highlight.block].encode("utf-16-le")
        cut = units[2 * highlight.start : 2 * highlight.end].decode("utf-16-le")
        assert cut == highlight.quote.exact


def texts_of_blocks(profile: Profile) -> dict[tuple[int, str], str]:
    """The text of every block that the profile's entries stand in, by capture and id."""
    return {
        (piece.block.capture, piece.block.id): piece.block.text
        for section in profile.sections
        for entry in section.entries
        for piece in entry.pieces
    }


def check_sums(reading: Reading) -> None:
    """Every fit's lines add up to the log-odds of its probability."""
    for fit in reading.fits.values():
        log_odds = sum(line.weight for line in fit.lines)
        assert isclose(fit.probability, 1 / (1 + exp(-log_odds)), abs_tol=1e-9)

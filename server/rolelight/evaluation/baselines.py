"""The baselines beside the engine's figures: a keyword rule, and TF-IDF with logistic regression."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rolelight.evaluation.corpus import LabelledEntry, outcome_of
from rolelight.evaluation.predictions import Prediction

WINDOW = 140  # characters on each side of "Python"
_PYTHON = re.compile("python", re.IGNORECASE)
_WEB = re.compile(
    r"django|flask|\bweb|\brest(?:ful)?\b|\bapis?\b|html|css|javascript|front.?end|back.?end|full.?stack",
    re.I,
)
_DATA = re.compile(
    r"pandas|numpy|scikit|\bdata\b|analy[sz]|statistic|machine learning|\betl\b|hadoop|spark|\br\b|model",
    re.I,
)


def keyword_rule(entries: Sequence[LabelledEntry]) -> list[Prediction]:
    """Web or data work, or both, where a word of theirs stands within 140 characters of "Python"."""
    return [_by_keywords(entry) for entry in entries]


def word_regression(
    entries: Sequence[LabelledEntry], groups: Sequence[int], additional: Sequence[LabelledEntry] = ()
) -> list[Prediction]:
    """TF-IDF of the same windows with logistic regression (scikit-learn), out of fold by ``groups``.

    ``additional`` entries take part in every fit.
    """
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    predicted: dict[int, Prediction] = {}
    for fold in sorted(set(groups)):
        inside = [entry for entry, own in zip(entries, groups, strict=True) if own != fold] + list(additional)
        model = make_pipeline(
            TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True),
            LogisticRegression(C=10, max_iter=2_000),
        )
        model.fit([_window(entry.text) for entry in inside], [entry.outcome for entry in inside])
        for place, (entry, own) in enumerate(zip(entries, groups, strict=True)):
            if own == fold:
                chances = dict(
                    zip(model.classes_, model.predict_proba([_window(entry.text)])[0], strict=True)
                )
                predicted[place] = _of_outcomes(entry, chances)
    return [predicted[place] for place in range(len(entries))]


def _by_keywords(entry: LabelledEntry) -> Prediction:
    window = _window(entry.text)
    codes = [code for code, words in (("W", _WEB), ("D", _DATA)) if words.search(window)]
    outcome = outcome_of(codes)
    return _of_outcomes(entry, {name: float(name == outcome) for name in ("web", "data", "both", "neither")})


def _window(text: str) -> str:
    spots = [(max(0, found.start() - WINDOW), found.end() + WINDOW) for found in _PYTHON.finditer(text)]
    return " ".join(text[start:end] for start, end in spots)


def _of_outcomes(entry: LabelledEntry, chances: dict[str, float]) -> Prediction:
    """A prediction of outcomes as one of uses: all data work counts as analysis."""
    web, data = (
        chances.get("web", 0) + chances.get("both", 0),
        chances.get("data", 0) + chances.get("both", 0),
    )
    uses = {"W": web, "D": data, "E": 0.0, "A": 0.0, "O": 0.0, "U": (1 - web) * (1 - data)}
    return Prediction(entry, uses)

"""Renders the evaluation of predicted uses as lines of text: figures, tables, and the worst errors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from rolelight.evaluation.corpus import OUTCOMES
from rolelight.evaluation.figures_of_uses import answers_of, figures_of, intervals_of
from rolelight.evaluation.metrics import accuracy, calibration, risk_coverage
from rolelight.evaluation.predictions import Prediction

LENGTHS = (300, 600, 1_200, 2_000, 3_000)  # characters, the bounds between groups
WORST = 20
SHOWN = 400  # characters of a text with --show-text


def render_uses(
    predictions: Sequence[Prediction],
    baselines: dict[str, Sequence[Prediction]],
    short: Sequence[Prediction],
    show_text: bool = False,
) -> Iterator[str]:
    """The lines; ``short`` are predictions of the entries cut round the skill."""
    known = [each for each in predictions if each.entry.outcome]
    yield f"{len(known)} entries with a known outcome, of {len(predictions)}."
    if not known:
        return
    yield from ("", *_figures(known, baselines))
    yield from ("", *_confusion(known))
    yield from ("", *_curves(known))
    yield from ("", *_by_length(known, short))
    yield from ("", *_worst(known, show_text))


def _figures(known: Sequence[Prediction], baselines: dict[str, Sequence[Prediction]]) -> Iterator[str]:
    yield f"{'':<28}{'engine (95% interval)':<28}" + "".join(f"{name:<24}" for name in baselines)
    columns = [figures_of(predictions) for predictions in baselines.values()]
    for name, figure in intervals_of(known).items():
        own = f"{figure.value:.3f} ({figure.low:.3f} to {figure.high:.3f})"
        yield f"{name:<28}{own:<28}" + "".join(f"{column[name]:<24.3f}" for column in columns)


def _confusion(known: Sequence[Prediction]) -> Iterator[str]:
    table = Counter((each.entry.outcome, each.outcome) for each in known)
    yield "true \\ predicted" + "".join(f"{name:>10}" for name in OUTCOMES)
    for truth in OUTCOMES:
        yield f"{truth:<16}" + "".join(f"{table[truth, name]:>10}" for name in OUTCOMES)


def _curves(known: Sequence[Prediction]) -> Iterator[str]:
    answers = answers_of(known)
    curve = risk_coverage(answers)
    yield "coverage   precision of the surest answers"
    for tenth in range(1, 11):
        covered, precision = curve[max(0, round(tenth * len(curve) / 10) - 1)]
        yield f"{covered:8.2f}   {precision:.3f}"
    yield ""
    yield "mean confidence   right   entries"
    for sure, right, count in calibration(answers):
        yield f"{sure:15.3f}   {right:.3f}   {count}"


def _by_length(known: Sequence[Prediction], short: Sequence[Prediction]) -> Iterator[str]:
    yield "characters     entries   right"
    for low, high in zip((0, *LENGTHS), (*LENGTHS, 10**9), strict=True):
        group = [each for each in known if low <= len(each.entry.text) < high]
        if group:
            bound = f"{low} to {high}" if high < 10**9 else f"from {low}"
            yield f"{bound:<15}{len(group):>7}   {accuracy(answers_of(group)):.3f}"
    cut = [each for each in short if each.entry.outcome]
    if cut:
        yield f"{'cut to 300':<15}{len(cut):>7}   {accuracy(answers_of(cut)):.3f}"


def _worst(known: Sequence[Prediction], show_text: bool) -> Iterator[str]:
    wrong = [each for each in known if each.outcome != each.entry.outcome]
    yield f"The {min(WORST, len(wrong))} worst errors, by how sure the engine was:"
    for each in sorted(wrong, key=lambda each: -each.outcomes[each.outcome])[:WORST]:
        sure = each.outcomes[each.outcome]
        codes = ",".join(each.entry.uses or ())
        yield f"{each.entry.id}: {each.outcome} at {sure:.2f}, but {each.entry.outcome} ({codes})"
        if each.signals:
            yield "    " + ", ".join(f"{signal} {use} {weight:+.2f}" for signal, use, weight in each.signals)
        if show_text:
            yield f"    {each.entry.text[:SHOWN]}"

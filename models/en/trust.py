"""Fits how far an attribution is to be trusted: `python -m models.en.trust [--weights DIR]`.

Reads the held-out articles of PolNeAR train with the exported reader, and fits whether an
attribution meets a gold one with its source. Prints WEIGHTS for `tellings.annotate.en.trust`, and
how the fitted probability compares with what comes true on PolNeAR dev.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np
import spacy
from bench.attribution_score import Attributed, matches
from numpy.typing import NDArray

from models.en import attribution_data as given
from models.en.tasks.attribution import HELD
from tellings.annotate.en import attribution, pairs
from tellings.annotate.en.component import WEIGHTS, reader_of
from tellings.annotate.en.settle import CHOSEN, settled
from tellings.annotate.en.sources import mended
from tellings.annotate.en.trust import features

Table = NDArray[np.float64]
# Penalty on the squares of the weights, the constant's apart: 42 articles are few.
RIDGE = 1.0


def known(
    nlp: spacy.Language, articles: Sequence[given.Annotated]
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """(features, is it right) of every attribution that the reader thinks of."""
    every = replace(CHOSEN, least=0.0)
    seen: list[tuple[pairs.Scored, pairs.Asked]] = []

    def watched(scored: pairs.Scored, asked: pairs.Asked) -> list[pairs.Cued]:
        seen.append((scored, asked))
        return []

    for article in articles:
        seen.clear()
        with patch.object(attribution, "settled", watched):
            doc = nlp(article.text)
        if not seen:
            continue
        scored, asked = seen[0]
        index = np.array([token.i for token in doc if not token.is_space])
        spans = [(doc[i].idx, doc[i].idx + len(doc[i])) for i in index.tolist()]
        rows = {int(anchor): k for k, anchor in enumerate(scored.anchors)}
        found = [c for c in settled(scored, asked, every) if c.anchor in rows and c.cue]
        told = [_attributed(mended(c, doc, index), spans, asked.starts) for c in found]
        gold = [Attributed(x.content, x.cue, x.source) for x in article.versions[0]]
        right = {m.found for m in matches(gold, told, article.text) if m.source}
        inside = asked.inside()
        for n, c in enumerate(found):
            yield features(c, rows[c.anchor], scored, inside), n in right


def _attributed(
    c: pairs.Cued, spans: Sequence[tuple[int, int]], starts: Sequence[bool]
) -> Attributed:
    parts = (c.content, c.cue, c.source)
    return Attributed(*(tuple((spans[a][0], spans[b][1]) for a, b in pairs.runs(part, starts))
                        for part in parts))  # fmt: skip


def fitted(x: Table, y: Table) -> Table:
    """Weights of a logistic regression by Newton's method; the last column is the constant."""
    weights = np.zeros(x.shape[1])
    ridge = np.diag([*([RIDGE] * (x.shape[1] - 1)), 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - ridge @ weights
        curve = (x.T * (p * (1 - p))) @ x + ridge
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def main() -> None:
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--data", type=Path, default=Path("../shared/data"))
    ask.add_argument("--weights", type=Path, default=WEIGHTS)
    asked = ask.parse_args()
    nlp = reader_of(asked.weights)
    tables = []
    for articles in (
        given.articles(asked.data, "train")[::HELD],
        given.articles(asked.data, "dev"),
    ):
        pairs_ = list(known(nlp, articles))
        tables.append((np.array([f for f, _ in pairs_]), np.array([float(r) for _, r in pairs_])))
    weights = fitted(*tables[0])
    print("WEIGHTS = (" + ", ".join(f"{w:.2f}" for w in weights) + ")")
    x, y = tables[1]
    chance = 1 / (1 + np.exp(-x @ weights))
    for low in np.arange(0, 1, 0.1):
        some = (chance >= low) & (chance < low + 0.1)
        if some.any():
            print(
                f"dev {low:.1f} to {low + 0.1:.1f}: {int(some.sum())}, {y[some].mean():.2f} right"
            )


if __name__ == "__main__":
    main()

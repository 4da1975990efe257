"""Spans from a word-by-word labelling: the best legal BIO sequence, kind by kind.

Viterbi over log-probabilities, as in CoNLL taggers; an I may follow only a B or I of its kind.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

Scores = NDArray[np.float32]
# A word whose O takes all but this much of its probability cuts the text: nine in ten do.
LOOSE = 1e-3


@cache
def tags_of(kinds: tuple[str, ...]) -> tuple[str, ...]:
    """The tags of some kinds in the order of a head's columns: O, B-a, I-a, B-b, I-b, …"""
    return ("O", *(f"{part}-{kind}" for kind in kinds for part in "BI"))


def log_probabilities(scores: Scores) -> Scores:
    """Rows of scores to rows of log-probabilities."""
    shifted = scores - scores.max(axis=1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)), np.float32)


def spans(scores: Scores, kinds: tuple[str, ...]) -> list[tuple[int, int, str, float]]:
    """(first word, last word + 1, kind, mean probability) from scores [words, 1 + 2·kinds].

    The probability is the geometric mean over the span's words.
    """
    if not len(scores):
        return []
    logs = log_probabilities(scores)
    loose = logs[:, 0] < np.log1p(-LOOSE)
    found: list[tuple[int, int, str, float]] = []
    for first, last in _stretches(loose):
        tags = _viterbi(logs[first:last], kinds)
        found.extend(_collect(tags, logs[first:last], first, kinds))
    return found


def reach(doc: Doc, words: NDArray[np.int64], first: int, last: int) -> tuple[int, int]:
    """Where the words `[first, last)` begin and end in the text; `words` gives their tokens."""
    final = doc[int(words[last - 1])]
    return doc[int(words[first])].idx, final.idx + len(final)


def _stretches(loose: NDArray[np.bool_]) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], loose.astype(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _collect(
    tags: Sequence[int], logs: Scores, offset: int, kinds: tuple[str, ...]
) -> list[tuple[int, int, str, float]]:
    names = tags_of(kinds)
    found: list[tuple[int, int, str, float]] = []
    at = 0
    while at < len(tags):
        if tags[at] == 0:
            at += 1
            continue
        kind, end = names[tags[at]][2:], at + 1
        while end < len(tags) and names[tags[end]] == f"I-{kind}":
            end += 1
        sure = float(np.exp(np.mean([logs[i, tags[i]] for i in range(at, end)])))
        found.append((offset + at, offset + end, kind, sure))
        at = end
    return found


@cache
def _forbidden(kinds: tuple[str, ...]) -> Scores:
    """[from, to]: 0, or a great loss where an I would follow another kind."""
    tags = tags_of(kinds)
    table = np.zeros((len(tags), len(tags)), dtype=np.float32)
    for to, tag in enumerate(tags):
        if tag.startswith("I-"):
            table[[i for i, other in enumerate(tags) if other[2:] != tag[2:]], to] = -1e4
    return table


def _viterbi(logs: Scores, kinds: tuple[str, ...]) -> list[int]:
    barred = _forbidden(kinds)
    score = logs[0] + barred[0]
    columns = np.arange(logs.shape[1])
    back: list[NDArray[np.int64]] = []
    for row in logs[1:]:
        every = score[:, None] + barred
        best = every.argmax(axis=0)
        back.append(best)
        score = every[best, columns] + row
    tags = [int(score.argmax())]
    for best in reversed(back):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]

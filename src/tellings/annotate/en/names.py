"""Names from the network's scores: the best legal BIO sequence (Viterbi), with its probability."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

KINDS = ("PERSON", "ORG", "LOC", "NORP", "MISC", "DATE")
TAGS = ("O", *(f"{p}-{k}" for k in KINDS for p in "BI"))


def _forbidden() -> NDArray[np.float32]:
    """[from, to]: 0, or a great loss where an I would follow another kind."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for to, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for before, other in enumerate(TAGS):
                if other[2:] != tag[2:]:
                    table[before, to] = -1e4
    return table


FORBIDDEN = _forbidden()
# An I tag's index, and the tags that may stand before it.
BEFORE = {i: (TAGS.index(f"B-{t[2:]}"), i) for i, t in enumerate(TAGS) if t.startswith("I-")}


def spans(scores: NDArray[np.float32]) -> list[tuple[int, int, str, float]]:
    """Names as (first word, last word + 1, kind, mean probability), from scores [words, tags]."""
    if not len(scores):
        return []
    logs = scores - scores.max(axis=1, keepdims=True)
    logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
    tags = logs.argmax(axis=1).tolist()
    # Each word's best tag makes the best sequence, where that is legal.
    if not _legal(tags):
        tags = _viterbi(logs)
    return _named(logs, tags)


def _legal(tags: Sequence[int]) -> bool:
    return all(tag not in BEFORE or before in BEFORE[tag] for before, tag in pairwise((0, *tags)))


def _named(logs: NDArray[np.float32], tags: Sequence[int]) -> list[tuple[int, int, str, float]]:
    found: list[tuple[int, int, str, float]] = []
    at = 0
    while at < len(tags):
        if tags[at] == 0:
            at += 1
            continue
        kind, end = TAGS[tags[at]][2:], at + 1
        while end < len(tags) and TAGS[tags[end]] == f"I-{kind}":
            end += 1
        sure = np.exp(np.mean([logs[i, tags[i]] for i in range(at, end)]))
        found.append((at, end, kind, float(sure)))
        at = end
    return found


def _viterbi(logs: NDArray[np.float32]) -> list[int]:
    score = logs[0].copy()
    score[list(BEFORE)] = -1e4
    back: list[NDArray[np.int64]] = []
    for row in logs[1:]:
        every = score[:, None] + FORBIDDEN
        best = every.argmax(axis=0)
        back.append(best)
        score = every[best, np.arange(len(TAGS))] + row
    tags = [int(score.argmax())]
    for best in reversed(back):
        tags.append(int(best[tags[-1]]))
    return tags[::-1]

"""Names from the network's scores: the best legal BIO sequence (Viterbi), with its probability."""

from __future__ import annotations

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


def spans(scores: NDArray[np.float32]) -> list[tuple[int, int, str, float]]:
    """Names as (first word, last word + 1, kind, mean probability), from scores [words, tags]."""
    if not len(scores):
        return []
    logs = scores - scores.max(axis=1, keepdims=True)
    logs = logs - np.log(np.exp(logs).sum(axis=1, keepdims=True))
    found: list[tuple[int, int, str, float]] = []
    # Words that are surely outside (all but 1 in 1,000 of their probability) cut the text.
    loose = logs[:, 0] < np.log(0.999)
    at = 0
    while at < len(loose):
        if not loose[at]:
            at += 1
            continue
        end = at
        while end < len(loose) and loose[end]:
            end += 1
        found.extend(_named(logs[at:end], at))
        at = end
    return found


def _named(logs: NDArray[np.float32], offset: int) -> list[tuple[int, int, str, float]]:
    tags = _viterbi(logs)
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
        found.append((offset + at, offset + end, kind, float(sure)))
        at = end
    return found


def _viterbi(logs: NDArray[np.float32]) -> list[int]:
    score = logs[0].copy()
    score[[i for i, t in enumerate(TAGS) if t.startswith("I-")]] = -1e4
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

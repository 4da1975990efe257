"""Political events from the reader's scores: the word that tells of one, and its PLOVER root.

A second set of columns scores the root of what one named party does to another in a sentence, as a
sum of linear scores: of the whole sentence, of the acting party's words, of the other's words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from tellings.annotate.en import pair_words
from tellings.annotate.en.bio import Scores, log_probabilities

# PLOVER's sixteen roots, and OTHER for the happenings of ordinary news.
ROOTS = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER",
)  # fmt: skip
# Column 0 says: this word tells of no event.
COLUMNS = 1 + len(ROOTS)
PAIRED = len(ROOTS) - 1
PAIR_COLUMNS = 3 * PAIRED
# The reader keeps the pair columns of a Doc's words under this key of `doc.user_data`.
PAIRS = "events.pair"
SHARE = 0.5  # of the columns' log probability, against the words' whole


def event_triggers(scores: Scores, least: float = 0.5) -> list[tuple[int, str, float]]:
    """(word, root, probability of that root given that the word tells of an event).

    From scores [words, COLUMNS]; a word counts where some event is at least `least` probable.
    """
    if not len(scores):
        return []
    told = log_probabilities(scores)[:, 0] <= np.log1p(-least)
    roots = np.exp(log_probabilities(scores[:, 1:]))
    best = roots.argmax(axis=1)
    return [(i, ROOTS[best[i]], float(roots[i, best[i]])) for i in np.flatnonzero(told).tolist()]


def pair_root(
    scores: Scores, sentence: Sequence[int], actor: Sequence[int], recipient: Sequence[int]
) -> dict[str, float]:
    """Each root's probability by the pair columns alone, by indices of words."""
    return _by_root(pair_scores(scores, sentence, actor, recipient))


def _by_root(scores: Scores) -> dict[str, float]:
    sure = np.exp(log_probabilities(scores[None]))[0]
    return {root: float(p) for root, p in zip(ROOTS[:PAIRED], sure, strict=True)}


def pair_scores(
    scores: Scores, sentence: Sequence[int], actor: Sequence[int], recipient: Sequence[int]
) -> Scores:
    """A score a root for what `actor` does to `recipient`, by indices of words.

    From scores [words, PAIR_COLUMNS]. Parties that are not told may be empty.
    """
    parts = scores.reshape(len(scores), 3, PAIRED)
    total = np.zeros(PAIRED, dtype=np.float32)
    for part, words in enumerate((sentence, actor, recipient)):
        if len(words):
            total += parts[list(words), part].mean(axis=0)
    return total


def root_between(
    doc: Doc, sentence: Iterable[int], actor: Iterable[int] = (), recipient: Iterable[int] = ()
) -> dict[str, float]:
    """Each root's probability for what one party does to another, by indices of tokens.

    `sentence` is where it is told. The words around the parties and the reader's pair columns,
    where it has them, both speak: on PLV's left-out tenth macro-F1 is 83.0 by the words alone, 87.0
    by the columns alone, 86.8 together.
    """
    at = [i for i in sentence if not doc[i].is_space]
    acting, receiving = set(actor), set(recipient)
    told = pair_words.signs(
        [doc[i].text for i in at],
        {n for n, i in enumerate(at) if i in acting},
        {n for n, i in enumerate(at) if i in receiving},
    )
    scores = pair_words.scores(told, pair_words.shipped())
    if (columns := doc.user_data.get(PAIRS)) is not None:
        # the columns have a row a word, and none for white space
        rows = {i: n for n, i in enumerate(t.i for t in doc if not t.is_space)}
        parts = [[rows[i] for i in some if i in rows] for some in (at, acting, receiving)]
        paired = pair_scores(columns, *(sorted(part) for part in parts))
        scores = log_probabilities(scores[None])[0] + SHARE * log_probabilities(paired[None])[0]
    return _by_root(scores)


def decode(
    doc: Doc,
    out: Mapping[str, Scores],
    tables: Mapping[str, Scores],
    words: NDArray[np.int64],
) -> tuple[tuple[int, str, float], ...]:
    """`doc._.event_triggers`: (token, root, probability)."""
    found = event_triggers(out["events.trigger"])
    return tuple((int(words[i]), root, sure) for i, root, sure in found)

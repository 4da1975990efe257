"""From role probabilities to attributions: one source, whole quotations, no crumbs.

The pairs network scores each word by itself. A text has more order than that: roles come in runs, a
source is one run, and a quotation belongs whole to one speaker.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.continued import loose, with_chains
from tellings.annotate.en.layout import told_by_layout
from tellings.annotate.en.pairs import BEFORE, Asked, Cued, Scored, runs
from tellings.annotate.en.trust import features, trust

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# What no content starts or ends with outside its quotation marks.
EDGES = frozenset({",", ".", ";", ":", "-", "–", "—", "―", "--"})
NONE, SOURCE, CONTENT, CUE = range(4)


@dataclass(frozen=True, slots=True)
class Settings:
    """Chosen on PolNeAR train's held-out articles, by F1 with the source.

    `likely`: how probable a cue must be to be looked at; `least`: how far an attribution must be
    trusted (.43 in place of .4: precision +1.6, recall -1.3, F1 alike). `change`: the cost of
    every change of role along the text, in log-probability. `source`: the share of source from
    which a word speaks for one;
    `start`: what the chance of a run's first word counts beside that; `no_source`: what a run must
    gather more than "nobody" does. `whole`: the mean content share from which a
    quotation belongs to a cue; `colon`: how many words before a quotation, colon between, a cue
    may stand; `same`: the Jaccard index from which two words of one cue tell the same, and `equal`
    that of two cues.
    """

    likely: float = 0.3
    least: float = 0.43
    change: float = 1.0
    source: float = 0.35
    start: float = 2.0
    no_source: float = 0.25
    whole: float = 0.25
    colon: int = 20
    same: float = 0.5
    equal: float = 0.9


CHOSEN = Settings()


def paths(shares: Floats, change: float) -> Ints:
    """The best roles [anchors, words] for probabilities [anchors, words, 4], changes costing."""
    logs = np.log(shares + 1e-6)
    score = logs[:, 0]
    back = np.empty(shares.shape[:2], dtype=np.int64)
    chosen = np.empty(shares.shape, dtype=np.int64)
    for t in range(1, shares.shape[1]):
        best = score.argmax(axis=1)
        top = score[np.arange(len(score)), best] - change
        stay = score >= top[:, None]
        chosen[:, t] = np.where(stay, np.arange(4), best[:, None])
        score = np.where(stay, score, top[:, None]) + logs[:, t]
    back[:, -1] = score.argmax(axis=1)
    for t in range(shares.shape[1] - 1, 0, -1):
        back[:, t - 1] = chosen[np.arange(len(back)), t, back[:, t]]
    return back


def one_source(
    share: Floats, first: Floats, barred: NDArray[np.bool_], settings: Settings
) -> tuple[int, int] | None:
    """The run [first, last] of words that speaks most for a source; None where nobody is likelier.

    From the words' source shares [words], the chances [1 + words] that nobody is the source or that
    it starts at a word, and the words that it may not hold.
    """
    gain = share - settings.source - 100.0 * barred
    sums = np.cumsum(gain)
    ahead = np.maximum.accumulate(sums[::-1])[::-1]
    begun = settings.start * first[1:] + ahead - sums + gain
    best = int(begun.argmax())
    if begun[best] < settings.start * first[0] + settings.no_source:
        return None
    return best, best + int(sums[best:].argmax())


def settled(scored: Scored, asked: Asked, settings: Settings = CHOSEN) -> list[Cued]:
    """The attributions that are sure enough, in order; then quotations that no cue reaches have
    a content alone."""
    laid = told_by_layout(asked)
    total = np.sqrt(scored.likely * scored.sure)
    named = {i for c in laid for i in c.cue | c.source}
    kept = np.array([k for k in np.flatnonzero(total >= settings.likely).tolist()
                     if int(scored.anchors[k]) not in named], dtype=np.int64)  # fmt: skip
    found = _by_cues(scored, kept, total, asked, settings) if len(kept) else []
    found = with_chains([*laid, *found], asked)
    return sorted([*found, *loose(found, asked)], key=lambda c: c.anchor)


def _by_cues(
    scored: Scored, kept: Ints, total: Floats, asked: Asked, settings: Settings
) -> list[Cued]:
    roles = paths(scored.shares[kept], settings.change) * scored.near.real[kept]
    found = [
        _cued(scored, int(k), row, float(total[k]), settings)
        for k, row in zip(kept, roles, strict=True)
    ]
    means = _Means(scored, kept)
    for stretches in asked.marked:
        whole = [i for first, last in stretches for i in range(first, last + 1)]
        # Of several paragraphs the one beside the cue tells.
        shares = np.max([means.of(first, last) for first, last in stretches], axis=0)
        owner = _owner(found, shares, asked, whole[0], settings)
        if owner is not None:
            found = _given(found, owner, shares, frozenset(whole), settings)
    inside = asked.inside()
    clear = [replace(c, content=_cleared(c, asked, inside)) for c in found]
    weighed = [
        replace(c, sure=trust(features(c, int(k), scored, inside)))
        for c, k in zip(clear, kept, strict=True)
        if c.content
    ]
    return _distinct([c for c in weighed if c.sure >= settings.least], settings)


def _distinct(found: Sequence[Cued], settings: Settings) -> list[Cued]:
    """One attribution a telling: of two words of one cue with much the same content the surer."""
    kept: list[Cued] = []
    holders: dict[int, list[Cued]] = defaultdict(list)
    for c in sorted(found, key=lambda c: (-c.sure, c.anchor)):
        rivals = {other.anchor: other for i in c.content for other in holders[i]}
        if not any(_same(c, other, settings) for other in rivals.values()):
            kept.append(c)
            for i in c.content:
                holders[i].append(c)
    return kept


def _same(left: Cued, right: Cued, settings: Settings) -> bool:
    shared = len(left.content & right.content) / len(left.content | right.content)
    one_cue = left.anchor in right.cue or right.anchor in left.cue
    return shared >= (settings.same if one_cue else settings.equal)


def _cleared(c: Cued, asked: Asked, inside: frozenset[int]) -> frozenset[int]:
    """The content without signs at the edges of a run and runs of signs alone, and without what
    stands unquoted in another paragraph: 99 of 100 of PolNeAR's attributions stay in one."""
    signs = {i for i in c.content if asked.forms[i] in EDGES and i not in inside}
    own, other = list[int](), list[int]()
    for first, last in runs(c.content, asked.starts):
        while first <= last and first in signs:
            first += 1
        while first <= last and last in signs:
            last -= 1
        if any(letter.isalnum() for i in range(first, last + 1) for letter in asked.forms[i]):
            crossed = any(asked.starts[min(last, c.anchor) + 1 : max(first, c.anchor) + 1])
            far = crossed and first not in inside
            (other if far else own).extend(range(first, last + 1))
    return frozenset(own or other)


def _cued(scored: Scored, k: int, roles: Ints, sure: float, settings: Settings) -> Cued:
    at, anchor = scored.near.at[k], int(scored.anchors[k])
    content = frozenset(at[roles == CONTENT].tolist()) - {anchor}
    cue = frozenset(at[roles == CUE].tolist()) | {anchor}
    barred = (roles == CONTENT) | (roles == CUE) | ~scored.near.real[k]
    barred[BEFORE] = True
    run = one_source(scored.shares[k, :, SOURCE], scored.first[k], barred, settings)
    source = frozenset(at[run[0] : run[1] + 1].tolist()) if run else frozenset()
    return Cued(anchor, source, content, cue, sure)


class _Means:
    """Each kept anchor's mean content share over a stretch of words."""

    def __init__(self, scored: Scored, kept: Ints) -> None:
        self._shares = scored.shares[kept, :, CONTENT]
        self._anchors = scored.anchors[kept]

    def of(self, first: int, last: int) -> Floats:
        """[anchors]; 0 for an anchor within the stretch or out of reach of it."""
        means = np.zeros(len(self._anchors), dtype=np.float32)
        low = np.maximum(first - self._anchors + BEFORE, 0)
        high = np.minimum(last - self._anchors + BEFORE, self._shares.shape[1] - 1)
        outside = (self._anchors < first) | (self._anchors > last)
        for k in np.flatnonzero((low <= high) & outside).tolist():
            means[k] = self._shares[k, low[k] : high[k] + 1].mean()
        return means


def _owner(
    found: Sequence[Cued], means: Floats, asked: Asked, first: int, settings: Settings
) -> int | None:
    """The cue that a quotation speaks most for, or that announces it with a colon."""
    best = int(means.argmax())
    if means[best] >= settings.whole:
        return best
    if not first or asked.forms[first - 1] != ":":
        return None
    # "He went on:", and a quotation too long for the network to see its end.
    near = [
        k
        for k, c in enumerate(found)
        if first - settings.colon <= c.anchor < first
        and not any(asked.starts[c.anchor + 1 : first])
    ]
    return max(near, key=lambda k: found[k].anchor, default=None)


def _given(
    found: Sequence[Cued], owner: int, means: Floats, words: frozenset[int], settings: Settings
) -> list[Cued]:
    """Gives a quotation's `words` whole to its owner."""
    given = list(found)
    for k in {owner, *np.flatnonzero(means > 0).tolist()}:
        c = found[k]
        # A telling of a telling holds what it tells; beside each other, one cue has the quotation.
        nested = found[owner].anchor in c.content or c.anchor in found[owner].content
        if k == owner or (nested and means[k] >= settings.whole):
            given[k] = replace(c, content=c.content | (words - c.cue), source=c.source - words)
        elif c.anchor not in words and not nested:
            given[k] = replace(c, content=c.content - words)
    return given

"""Which words are a cue's source, content and cue: a small network over (cue, word) pairs.

For each likely cue word, the words around it get four scores (none, source, content, cue). The
network adds the two words' outputs and their product, what distance, quotation marks and paragraphs
tell, and passes that through a few convolutions along the text, so that neighbours agree. The same
maths, in torch, is trained in `models/en/tasks/attribution.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tellings.annotate.en.marks import Marked, quotations, states

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

# Of PolNeAR's train attributions 98% reach no further from the cue; quotations are taken whole.
BEFORE, BEHIND = 44, 64
WIDE = BEFORE + 1 + BEHIND
CHANNELS = 64
DILATIONS = (1, 2, 4, 8, 1)
ROLES = ("none", "source", "content", "cue")
STATES = 6
BUCKETS = 34


def bucket(distance: Ints) -> Ints:
    """A word's place from the cue in BUCKETS steps: single up to 7, then sevens, then far."""
    far = np.abs(distance)
    step = np.where(far < 8, far, np.minimum(8 + (far - 8) // 7, 16))
    return np.where(distance < 0, 16 - step, 17 + step).astype(np.int64)


@dataclass(frozen=True, slots=True)
class Around:
    """The words around each anchor, [anchors, WIDE]: places, features, and which exist."""

    at: Ints
    real: NDArray[np.bool_]
    state: Ints
    distance: Ints
    paragraph: Ints

    def part(self, some: slice) -> Around:
        """Some of the anchors."""
        return Around(
            self.at[some],
            self.real[some],
            self.state[some],
            self.distance[some],
            self.paragraph[some],
        )


def around(anchors: Ints, state: Ints, paragraph: Ints) -> Around:
    """From each word's state and the number of its paragraph."""
    steps = np.arange(-BEFORE, BEHIND + 1)
    places = anchors[:, None] + steps[None]
    real = (places >= 0) & (places < len(state))
    at = np.clip(places, 0, max(len(state) - 1, 0))
    beside = np.clip(paragraph[at] - paragraph[anchors][:, None], -1, 1) + 1
    distance = np.broadcast_to(bucket(steps), places.shape)
    return Around(at, real, state[at], distance, beside)


def _norm(x: Floats, scale: Floats, shift: Floats) -> Floats:
    """Layer normalisation over the last axis."""
    even = np.full(x.shape[-1], 1 / x.shape[-1], dtype=np.float32)
    x = x - (x @ even)[..., None]
    x *= (1 / np.sqrt(np.square(x) @ even + np.float32(1e-5)))[..., None]
    x *= scale
    x += shift
    return x


def _chance(score: Floats) -> Floats:
    """The logistic function; beyond 60 a float32 is 0 or 1 anyway."""
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -60, 60))), np.float32)


def _chances(scores: Floats) -> Floats:
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=-1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class Found:
    """Of some anchors: role probabilities [anchors, around, 4]; the probability that an anchor
    attributes something [anchors]; that its source is nobody, or starts at a word
    [anchors, 1 + around]."""

    shares: Floats
    sure: Floats
    first: Floats


class Pairs:
    """The trained network. `tables` holds its arrays by name, as the training exports them."""

    def __init__(self, tables: Mapping[str, Floats]) -> None:
        self._of = dict(tables)
        weights = [self._of[f"blocks.{i}.mix.weight"] for i in range(len(DILATIONS))]
        self._mix = [
            np.ascontiguousarray(np.concatenate(np.split(w, 3, axis=1)).T, np.float32)
            for w in weights
        ]

    def likely(self, cue: Floats) -> Floats:
        """The probability that a word stands for a cue, from outputs [words, 2·CHANNELS]."""
        score = np.maximum(cue, 0) @ self._of["anchor.weight"][0] + self._of["anchor.bias"][0]
        return _chance(score)

    def roles(self, word: Floats, cue: Floats, anchors: Ints, near: Around) -> Found:
        """What the network says of each anchor and the words around it."""
        t, c = self._of, CHANNELS
        u, v = word[near.at], cue[anchors][:, None]
        h = u[..., :c] + v[..., :c] + u[..., c:] * v[..., c:]
        h += t["state.weight"][near.state] + t["distance.weight"][near.distance]
        h += t["paragraph.weight"][near.paragraph]
        mask = near.real[..., None].astype(np.float32)
        for i, reach in enumerate(DILATIONS):
            h += self._mixed(h, mask, reach, i)
        h = _norm(h, t["norm.weight"], t["norm.bias"])
        scores = h @ t["role.weight"].T + t["role.bias"]
        shares = _chances(scores[..., :4]) * mask
        nobody = h[:, BEFORE] @ t["nobody.weight"].T + t["nobody.bias"]
        begins = np.where(near.real, scores[..., 4], np.float32(-1e4))
        first = _chances(np.concatenate([nobody, begins], axis=1))
        return Found(shares, self._sure(h, shares), first)

    def _mixed(self, h: Floats, mask: Floats, reach: int, i: int) -> Floats:
        """What a convolution of three words, `reach` apart, adds."""
        t, c = self._of, CHANNELS
        y = _norm(h, t[f"blocks.{i}.norm.weight"], t[f"blocks.{i}.norm.bias"])
        y *= mask
        # One product for all three places: [words, before · here · behind].
        z = y @ self._mix[i]
        mixed: Floats = z[..., c : 2 * c] + t[f"blocks.{i}.mix.bias"]
        mixed[:, reach:] += z[:, :-reach, :c]
        mixed[:, :-reach] += z[:, reach:, 2 * c :]
        np.maximum(mixed, 0, out=mixed)
        return mixed

    def _sure(self, h: Floats, shares: Floats) -> Floats:
        t = self._of
        held = shares[..., 1:3] / (shares[..., 1:3].sum(axis=1, keepdims=True) + 1)
        pooled = [np.einsum("pt,ptc->pc", held[..., k], h) for k in (0, 1)]
        whole = np.concatenate([h[:, BEFORE], *pooled], axis=-1)
        inner = np.maximum(whole @ t["sure.0.weight"].T + t["sure.0.bias"], 0)
        score = (inner @ t["sure.2.weight"].T + t["sure.2.bias"])[:, 0]
        return _chance(score)


@dataclass(frozen=True, slots=True)
class Asked:
    """The words of a text: their forms, which stand in quotation marks, which start paragraphs.

    `marked`: its quotations; `state`: each word's, see `marks`.
    """

    forms: Sequence[str]
    quoted: Sequence[bool]
    starts: Sequence[bool]
    marked: Marked
    state: Ints

    @classmethod
    def of(
        cls,
        forms: Sequence[str],
        quoted: Sequence[bool],
        starts: Sequence[bool],
        marked: Marked | None = None,
    ) -> Asked:
        """The words with their states; quotations follow from these where not given."""
        state = states(forms, quoted, starts)
        if marked is None:
            marked = quotations(state.tolist(), starts)
        return cls(forms, quoted, starts, marked, state)

    def inside(self) -> frozenset[int]:
        """The words inside quotation marks, the marks among them."""
        return frozenset(
            i for parts in self.marked for first, last in parts for i in range(first, last + 1)
        )


@dataclass(frozen=True, slots=True)
class Scored:
    """The likely cue words of a text: places [anchors], the probability that each is one, and the
    rest as in `Found`."""

    anchors: Ints
    likely: Floats
    sure: Floats
    shares: Floats
    first: Floats
    near: Around


@dataclass(frozen=True, slots=True)
class Cued:
    """What one cue word attributes, by words; `sure` is the probability that it does."""

    anchor: int
    source: frozenset[int]
    content: frozenset[int]
    cue: frozenset[int]
    sure: float


# Anchors below this cue probability are never good in the end; a lower bar only costs time.
LEAST_LIKELY = 0.2
# Anchors a turn: half a megabyte an array, and memory bounded whatever the length of the text.
TURN = 16


def score(net: Pairs, cue: Floats, word: Floats, asked: Asked) -> Scored:
    """Scores from the head's outputs `cue` and `word` [words, 2·CHANNELS]."""
    likely = net.likely(cue)
    anchors = np.flatnonzero(likely > LEAST_LIKELY)
    near = around(anchors, asked.state, np.cumsum(np.asarray(asked.starts, dtype=np.int64)))
    shares = np.zeros((*near.at.shape, len(ROLES)), dtype=np.float32)
    sure = np.zeros(len(anchors), dtype=np.float32)
    first = np.zeros((len(anchors), near.at.shape[1] + 1), dtype=np.float32)
    for start in range(0, len(anchors), TURN):
        some = slice(start, start + TURN)
        found = net.roles(word, cue, anchors[some], near.part(some))
        shares[some], sure[some], first[some] = found.shares, found.sure, found.first
    return Scored(anchors, likely[anchors], sure, shares, first, near)


def runs(places: Iterable[int], starts: Sequence[bool] = ()) -> list[tuple[int, int]]:
    """(first, last) of each unbroken run of numbers, in order; `starts` says where a run must end
    because a paragraph starts."""
    found: list[tuple[int, int]] = []
    for i in sorted(places):
        if found and found[-1][1] == i - 1 and not (starts and starts[i]):
            found[-1] = (found[-1][0], i)
        else:
            found.append((i, i))
    return found

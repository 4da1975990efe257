"""A window: consecutive words of one text, and what each task says about them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tellings.annotate.en.pieces import Pieces
from tellings.annotate.en.quoted import quoted

MOST_PIECES = 256


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one text in order.

    `spaces`: is a space behind the word. `paragraphs`: does a paragraph start at the word.
    `quoted`: does it stand inside double quotation marks (worked out where not given).
    `labels`: task name → whatever that task's loss wants for exactly these words.
    """

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    paragraphs: tuple[bool, ...]
    labels: Mapping[str, Any] = field(default_factory=dict)
    quoted: tuple[bool, ...] = ()

    def __post_init__(self) -> None:
        if len(self.quoted) != len(self.words):
            state = tuple(quoted(self.words, self.spaces, self.paragraphs))
            object.__setattr__(self, "quoted", state)


def piece_count(words: Sequence[str], cut: Pieces) -> int:
    """How many pieces the words take, without [CLS] and [SEP]."""
    return sum(len(cut.of(w)) for w in words)


def runs(
    sizes: Sequence[int], rng: random.Random | None = None, most: int = MOST_PIECES - 6
) -> Iterator[tuple[int, int]]:
    """Cuts consecutive sentences (their sizes in pieces) into runs `[first, last)` up to `most`.

    With `rng` the first run starts with a smaller limit, so that epochs cut at different places,
    and one run in five is short: a reader also meets single sentences.
    """
    first = 0
    limit = rng.randint(most // 4, most) if rng else most
    while first < len(sizes):
        last, total = first + 1, sizes[first]
        while last < len(sizes) and total + sizes[last] <= limit:
            total += sizes[last]
            last += 1
        yield first, last
        first = last
        limit = rng.randint(8, 60) if rng and rng.random() < 0.35 else most

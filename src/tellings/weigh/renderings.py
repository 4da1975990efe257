"""Two renderings of one utterance: other words throughout, as translators give it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from tellings.text.content import content
from tellings.weigh.passages import Piece
from tellings.weigh.scene import Scene

# Stems that two renderings share, and their share of the shorter's. Statements are joined before
# they come here; below this, two sentences of one speech were taken for one.
_SHARED, _SHARE = 5, 0.5


def renderings(scene: Scene, found: Sequence[Sequence[Piece]]) -> Iterator[tuple[Piece, Piece]]:
    """Pairs of passages of one statement that say the same in other words, each by its longest."""
    said = [(passage[0], frozenset(content(passage[0].text, scene.stop))) for passage in found]
    for (one, mine), (other, theirs) in combinations(said, 2):
        if one.article == other.article or one.quote.speaker is None or other.quote.speaker is None:
            continue
        shared = len(mine & theirs)
        if shared >= _SHARED and shared >= _SHARE * min(len(mine), len(theirs)):
            yield one, other

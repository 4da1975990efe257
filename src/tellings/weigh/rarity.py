"""How telling a word is within its own story: what every sentence says sets none apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from math import fsum, log

from tellings.text.content import content
from tellings.weigh.scene import Scene


class Rarity:
    """Weights of stems by the sentences of one story that hold them: log((N + 1) / n)."""

    def __init__(self, scene: Scene) -> None:
        seen: Counter[str] = Counter()
        sentences = 0
        for article in scene.story.articles:
            text = scene.articles[article].text
            for sentence in scene.marks[article].sentences:
                sentences += 1
                seen.update(set(content(sentence.span.of(text), scene.stop)))
        self._weights = {stem: log((sentences + 1) / n) for stem, n in seen.items()}
        self._most = log(sentences + 1)
        self._known: dict[frozenset[str], float] = {}

    def of(self, stems: Iterable[str]) -> float:
        """The summed weight of some stems; exact, so that it is the same in any order."""
        return fsum(self._weights.get(stem, self._most) for stem in stems)

    def share(self, a: frozenset[str], b: frozenset[str]) -> float:
        """The weight of what two sets share, as a part of the lighter one's; 0 to 1."""
        both = a & b
        if not both:
            return 0.0
        least = min(self._whole(a), self._whole(b))
        return self.of(both) / least if least > 0 else 0.0

    def _whole(self, stems: frozenset[str]) -> float:
        if stems not in self._known:
            self._known[stems] = self.of(stems)
        return self._known[stems]

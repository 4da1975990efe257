"""Whether two mentions tell one happening: the signs of both, weighed in log odds.

Other people in one place of the sentence, another day or other things speak against any likeness
of words; none of them excludes, for each may have been misread.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import exp

from tellings.link.evidence import evidence
from tellings.link.happened import Happened, One, Share
from tellings.model.groups import Verdict
from tellings.text.content import content, stem, words
from tellings.words.tables import toml

JOIN = 0.5  # from this probability two mentions are one event
OTHERWISE = 0.15  # below it they are two; between the two nothing is said
_SURE = 30.0  # log odds beyond which nothing changes
_FIGURE = re.compile(r"\d")


def _weighed() -> Mapping[str, float]:
    weights: Mapping[str, float] = toml("joining.toml")["weights"]
    return weights


@dataclass(frozen=True, slots=True)
class Comparer:
    """Judges pairs of mentions; `weight` says how rare a word is, `stop` which say nothing."""

    weight: Callable[[str], float]
    stop: frozenset[str]
    weights: Mapping[str, float] = field(default_factory=_weighed)

    def read(
        self,
        said: Happened,
        shares: Mapping[str, Share] | None = None,
        meaning: tuple[float, ...] = (),
    ) -> One:
        around, clause = said.sentence.of(said.text), said.mention.span.of(said.text)
        own = {stem(word) for word in said.mention.lemma.split()}
        weights: dict[str, float] = {}
        told = words(around)
        for word in told:
            root = stem(word.removesuffix("'s"))
            weights[root] = min(weights.get(root, 99.0), self.weight(word))
        return One(
            said,
            frozenset(content(around, self.stop)) - own,
            frozenset(content(clause, self.stop)) - own,
            weights,
            self.weight(said.mention.lemma.split()[0]),
            " ".join(told),
            tuple(words(said.text[said.sentence.start : said.mention.trigger.start])[-3:]),
            frozenset(word for word in told if _FIGURE.match(word)),
            shares or {},
            meaning,
        )

    def judge(self, a: One, b: One) -> tuple[Verdict, float, str]:
        """Whether two mentions are one event."""
        found = list(evidence(a, b))
        odds = sum(self.weights.get(name, 0.0) * value for name, value, _ in found)
        sure = 1 / (1 + exp(-max(-_SURE, min(_SURE, odds))))
        why = "; ".join(why for _, _, why in found if why)
        if sure < OTHERWISE:
            return "different", round(1 - sure, 4), why
        return "same" if sure >= JOIN else "unsure", round(sure, 4), why

"""One text, one kind: a name that is written the same way is taken to be the same kind of thing.

The kinds' probabilities are summed over a name's places. A place goes along with the text only
where it was itself unsure: "Jordan" may be a country and a man in one article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

Name = tuple[int, int, str, float]

# Below this the network's own choice gives way. Swept over .7 to 1 on EWT and GUM dev.
UNSURE = 0.9
SETTLED = frozenset(("PERSON", "ORG", "LOC", "MISC"))


def agreed(names: Sequence[Name], words: Sequence[str]) -> list[Name]:
    """The names with their kinds made to agree; bounds and probabilities stay."""
    weights: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for first, last, kind, sure in names:
        weights[" ".join(words[first:last])][kind] += sure
        if kind == "PERSON" and last - first > 1:
            # A person's last word is how the text goes on calling them.
            weights[words[last - 1]][kind] += sure
    found: list[Name] = []
    for first, last, kind, sure in names:
        if last - first == 1 and "@" in words[first][1:]:
            continue  # an address is nobody's name: none of 106 in EWT's train part is one alone
        every = weights[" ".join(words[first:last])]
        best = max(sorted(every), key=every.__getitem__)
        if kind in SETTLED and best in SETTLED and sure < UNSURE:
            kind = best
        found.append((first, last, kind, sure))
    return found

"""How many told it by themselves: tellings counted by origin, with the shared text as the reason.

Two tellings are of one origin where one outlet (or outlets of one owner) told both, or where both
stand in one copy. A statement's own words are no copy, so two reporters who heard the same sentence
stay two.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tellings.model import Article, Copy, Span

# A telling stands in a copy where at least this share of its sentence lies in a copied passage:
# half, so that a paragraph which opens with two copied words is still its outlet's own.
_COVERED = 0.5


@dataclass(frozen=True, slots=True, order=True)
class Told:
    """One telling: the article, and the span to look for in copies (usually its sentence)."""

    article: str
    span: Span


class Origins:
    """Which outlet, owner and copies stand behind each place of each article."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        copies: Sequence[Copy],
        owners: Mapping[str, str] | None = None,
    ) -> None:
        """`owners` maps an outlet's domain or name to who owns it."""
        owners = owners or {}
        self._outlet = {i: _outlet(article) for i, article in articles.items()}
        self._owner = {i: owners.get(label, label) for i, label in self._outlet.items()}
        self._passages: dict[str, list[tuple[Span, str]]] = {}
        for copy in copies:
            agency = copy.origin.agency if copy.origin else None
            key = f"agency {agency}" if agency else f"copy {copy.id}"
            for passage in copy.passages:
                self._passages.setdefault(passage.article, []).append((passage.span, key))

    def outlets(self, told: Iterable[Told]) -> int:
        """How many outlets tell it."""
        return len({self._outlet[one.article] for one in told})

    def labels(self, told: Iterable[Told]) -> tuple[str, ...]:
        """Their labels, sorted; an article of an unknown outlet counts as one of its own."""
        return tuple(sorted({self._outlet[one.article] for one in told}))

    def label(self, article: str) -> str:
        """The outlet of one article, by the label that is counted."""
        return self._outlet[article]

    def independent(self, told: Iterable[Told]) -> int:
        """How many origins tell it."""
        return len(self.groups(told))

    def groups(self, told: Iterable[Told]) -> list[tuple[Told, ...]]:
        """The tellings by origin, sorted."""
        ordered = sorted(set(told))
        parent = list(range(len(ordered)))

        def root(i: int) -> int:
            while parent[i] != i:
                i = parent[i]
            return i

        first: dict[str, int] = {}
        for i, one in enumerate(ordered):
            for key in self._keys(one):
                j = first.setdefault(key, i)
                a, b = sorted((root(i), root(j)))
                parent[b] = a
        found: dict[int, list[Told]] = {}
        for i, one in enumerate(ordered):
            found.setdefault(root(i), []).append(one)
        return [tuple(group) for _, group in sorted(found.items())]

    def _keys(self, one: Told) -> set[str]:
        keys = {f"outlet {self._owner[one.article]}"}
        for span, key in self._passages.get(one.article, ()):
            shared = min(span.end, one.span.end) - max(span.start, one.span.start)
            if shared >= _COVERED * len(one.span):
                keys.add(key)
        return keys


def _outlet(article: Article) -> str:
    if article.outlet is not None:
        return article.outlet.domain or article.outlet.name or f"article {article.id}"
    return f"article {article.id}"

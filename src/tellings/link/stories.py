"""Stories: the articles on one affair, however they arrive.

Two articles are compared where rare keys bring them near each other (`candidates`); what is alike
enough ties them (`likeness`); tied articles are grouped by average linkage (`clusters`), each
connected set by itself. Every step depends on the set of articles alone, so a batch, one at a time
and any order give the same stories, and an article more touches only what it is tied to.
"""

from __future__ import annotations

import heapq
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tellings.link.candidates import Candidates
from tellings.link.clusters import clusters
from tellings.link.held import Held, ordinal
from tellings.link.likeness import alike, likenesses, reason
from tellings.link.tied import Tied
from tellings.link.vectors import LABELS, Floats, Keys, keys, weightiest
from tellings.model import Article, Marks, Span, Story, Tie, digest
from tellings.model.groups import Verdict
from tellings.text.background import Background
from tellings.text.spans import subtract

TIED = 0.16  # two articles less alike than this are compared no further
MOST = 400  # articles grouped at once: of a larger connected set the weakest ties are left out
STEP = 0.02
FOLLOWING = 0.12
HEADLINE = 140  # letters: a longer title is a first sentence
BY = "likeness of words, names, figures and days"


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """What grouping needs of an article: `title` an exact string of it, `day` EDTF or None."""

    id: str
    title: str
    keys: Keys
    day: str | None = None

    @staticmethod
    def of(article: Article, marks: Marks, background: Background) -> Item:
        """The item of an article as it was read; furniture and captions tell nothing."""
        whole = [Span(0, len(article.text))] if article.text else []
        hidden = [*article.furniture, *article.captions]
        text = "\n".join(span.of(article.text) for span in subtract(whole, hidden))
        title = article.title or text.strip().partition("\n")[0]
        names = [name.span.of(article.text) for name in marks.names] or None
        day = article.published.value if article.published else None
        return Item(article.id, title, keys(text, article.title, background, names), day)


class Archive:
    """Articles that were added, what ties them, and the stories they make.

    What is tied was near each other once; whether it still is, is asked when stories are made.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._titles: list[str] = []
        self._labels: list[str] = []
        self._days: list[str | None] = []
        self._numbers: dict[str, int] = {}
        self._held = Held()
        self._near = Candidates()
        self._tied = Tied()

    def add(self, item: Item) -> int:
        """Adds an article; returns with how many others it was compared."""
        if item.id in self._numbers:
            raise ValueError(f"article {item.id} was added before: give each article once")
        number = self._held.add(item.keys, item.day)
        self._numbers[item.id] = number
        self._ids.append(item.id)
        self._titles.append(item.title)
        self._labels.append("\n".join(item.keys.labels))
        self._days.append(item.day and sys.intern(item.day))
        self._tied.add()
        others = sorted(self._near.add(item.id, item.keys.told, ordinal(item.day)))
        if others:
            found = alike(self._held.columns([number]), self._held.columns(others))
            for n in np.flatnonzero(found >= TIED).tolist():
                self._tied.tie(number, others[n], float(found[n]))
        return len(others)

    def story_of(self, article: str) -> tuple[str, ...]:
        """The articles of one story, found without looking at any other connected set."""
        number = self._numbers[article]
        for group in self._grouped(self._connected(number)):
            if number in group:
                return tuple(sorted(self._ids[n] for n in group))
        raise AssertionError("every article stands in a group")

    def result(self) -> tuple[tuple[Tie, ...], tuple[Story, ...]]:
        """All ties, sorted, and all stories, sorted by id."""
        for number in range(len(self._ids)):
            self._tied.keep(number, self._near.are_near)
        groups: list[list[int]] = []
        seen: set[int] = set()
        for number in range(len(self._ids)):
            if number not in seen:
                connected = self._connected(number)
                seen.update(connected)
                groups.extend(self._grouped(connected))
        place = {number: n for n, group in enumerate(groups) for number in group}
        lines = self._storylines(groups, place)
        stories = [self._story(group, line) for group, line in zip(groups, lines, strict=True)]
        return tuple(sorted(self._judged(place))), tuple(sorted(stories, key=lambda s: s.id))

    def _connected(self, number: int) -> list[int]:
        """All articles that ties lead to, by id; by stronger ties where there are too many.

        The strongest tie that leads out is followed first, so that what the ties of any strength
        lead to is a beginning of the way.
        """
        found, way = {number}, [(number, 2.0)]  # each article with the weakest tie on the way to it
        open_ = self._open(number, found)
        while open_ and len(way) <= MOST:
            strength, one, other = heapq.heappop(open_)
            if other not in found and self._near.are_near(one, other):
                found.add(other)
                way.append((other, min(-strength, way[-1][1])))
                for tie in self._open(other, found):
                    heapq.heappush(open_, tie)
        least = TIED
        if len(way) > MOST:
            steps = math.floor((way[-1][1] - TIED) / STEP + 1e-9) + 1
            least = TIED + STEP * steps
        return sorted((n for n, weakest in way if weakest >= least), key=self._ids.__getitem__)

    def _open(self, one: int, found: set[int]) -> list[tuple[float, int, int]]:
        """The ties that lead from an article to others, the strongest first."""
        return sorted((-tied, one, n) for n, tied in self._tied.of(one) if n not in found)

    def _grouped(self, connected: list[int]) -> Iterator[list[int]]:
        columns = self._held.columns(connected)
        for group in clusters(likenesses(columns), columns.published):
            yield [connected[n] for n in group]

    def _matrix(self, numbers: Sequence[int]) -> Floats:
        return likenesses(self._held.columns(numbers))

    def _storylines(
        self, groups: Sequence[Sequence[int]], place: dict[int, int]
    ) -> list[str | None]:
        """A storyline's id for each group that follows or is followed by another, else None.

        Two stories follow each other where their articles are FOLLOWING alike on average: the same
        people and places again, too little else in common for one story.
        """
        roots = list(range(len(groups)))

        def root(n: int) -> int:
            while roots[n] != n:
                n = roots[n]
            return n

        across = {
            (min(place[one], place[other]), max(place[one], place[other]))
            for one in place
            for other, _ in self._tied.of(one)
            if place[one] != place[other]
        }
        for one, other in sorted(across):
            others = self._held.columns(groups[other])
            between = [alike(self._held.columns([n]), others).mean() for n in groups[one]]
            if sum(between) >= FOLLOWING * len(between):
                low, high = sorted((root(one), root(other)))
                roots[high] = low
        members = defaultdict(list)
        for n in range(len(groups)):
            members[root(n)].append(n)
        names: list[str | None] = [None] * len(groups)
        for line in members.values():
            if len(line) > 1:
                lowest = min(self._ids[i] for n in line for i in groups[n])
                for n in line:
                    names[n] = digest("line", lowest)
        return names

    def _story(self, group: Sequence[int], line: str | None) -> Story:
        names = sorted(self._ids[n] for n in group)
        days = sorted(filter(None, (self._days[n] for n in group)))
        return Story(
            digest("story", names[0]),
            self._titles[self._central(group)],
            tuple(names),
            days[0] if days else None,
            days[-1] if days else None,
            line,
        )

    def _central(self, group: Sequence[int]) -> int:
        """The article most alike to the others, one with a headline if any; then the lowest id."""
        sums = self._matrix(group).sum(axis=1)
        ranked = [
            (len(self._titles[n]) > HEADLINE, -total, self._ids[n], n)
            for total, n in zip(sums.round(6).tolist(), group, strict=True)
        ]
        return min(ranked)[3]

    def _judged(self, place: dict[int, int]) -> Iterator[Tie]:
        for one in place:
            for other, tied in self._tied.of(one):
                if self._ids[one] < self._ids[other]:
                    same = place[one] == place[other]
                    why = self._reason(one, other)
                    if not same:
                        why = f"{why}; each is more alike to its own story"
                    verdict: Verdict = "same" if same else "different"
                    left, right = self._ids[one], self._ids[other]
                    yield Tie("article", left, right, verdict, min(tied, 1.0), why, BY)

    def _reason(self, one: int, other: int) -> str:
        labels, common = self._labels_of(one), self._labels_of(other)
        words = [label for term, label in labels.items() if term in common]
        return reason(self._held.columns((one, other)), words)

    def _labels_of(self, number: int) -> dict[int, str]:
        terms = weightiest(self._held.told(number), LABELS)
        return dict(zip(terms, self._labels[number].split("\n"), strict=False))


def stories(items: Iterable[Item]) -> tuple[tuple[Tie, ...], tuple[Story, ...]]:
    """The ties between articles, sorted, and the stories they make, sorted by id."""
    archive = Archive()
    for item in sorted(items, key=lambda item: item.id):
        archive.add(item)
    return archive.result()

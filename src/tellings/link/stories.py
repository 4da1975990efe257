"""Stories: the articles on one affair, however they arrive.

Two articles are compared where rare keys bring them near each other (`candidates`); what is alike
enough ties them (`likeness`); tied articles are grouped by average linkage (`clusters`), each
connected set by itself. Every step depends on the set of articles alone, so a batch, one at a time
and any order give the same stories, and an article more touches only what it is tied to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tellings.link.candidates import Candidates
from tellings.link.clusters import clusters
from tellings.link.likeness import apart, likeness, likenesses, reason, tied
from tellings.link.vectors import Floats, Keys, keys
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
    """Articles that were added, what ties them, and the stories they make."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._numbers: dict[str, int] = {}
        self._near = Candidates()
        self._ties: dict[int, dict[int, float]] = {}

    def add(self, item: Item) -> int:
        """Adds an article; returns with how many others it was compared."""
        if item.id in self._numbers:
            raise ValueError(f"article {item.id} was added before: give each article once")
        number = len(self._items)
        self._numbers[item.id] = number
        self._items.append(item)
        near, pushed = self._near.add(item.id, item.keys, item.day)
        others = sorted(near)
        self._ties[number] = {}
        days = [apart(item.day, self._items[other].day) for other in others]
        for n, alike in tied(item.keys, [self._items[o].keys for o in others], days, TIED):
            self._ties[number][others[n]] = self._ties[others[n]][number] = alike
        for one, other in pushed:
            if other in self._ties[one] and other not in self._near.near(one):
                del self._ties[one][other], self._ties[other][one]
        return len(near)

    def _alike(self, one: int, other: int) -> float:
        a, b = self._items[one], self._items[other]
        return likeness(a.keys, b.keys, apart(a.day, b.day))

    def story_of(self, article: str) -> tuple[str, ...]:
        """The articles of one story, found without looking at any other connected set."""
        number = self._numbers[article]
        for group in self._grouped(self._connected(number)):
            if number in group:
                return tuple(sorted(self._items[n].id for n in group))
        raise AssertionError("every article stands in a group")

    def result(self) -> tuple[tuple[Tie, ...], tuple[Story, ...]]:
        """All ties, sorted, and all stories, sorted by id."""
        groups: list[list[int]] = []
        seen: set[int] = set()
        for number in range(len(self._items)):
            if number not in seen:
                connected = self._connected(number)
                seen.update(connected)
                groups.extend(self._grouped(connected))
        place = {number: n for n, group in enumerate(groups) for number in group}
        lines = self._storylines(groups, place)
        stories = [self._story(group, line) for group, line in zip(groups, lines, strict=True)]
        return tuple(sorted(self._judged(place))), tuple(sorted(stories, key=lambda s: s.id))

    def _connected(self, number: int) -> list[int]:
        """All articles that ties lead to, by id; by stronger ties where there are too many."""
        least = TIED
        while True:
            found = self._reached(number, least)
            if found is not None:
                return sorted(found, key=lambda n: self._items[n].id)
            least += STEP

    def _reached(self, number: int, least: float) -> set[int] | None:
        """What ties of at least `least` lead to; None as soon as they are more than MOST."""
        found, open_ = {number}, [number]
        while open_:
            for other, alike in self._ties[open_.pop()].items():
                if alike >= least and other not in found:
                    found.add(other)
                    open_.append(other)
            if len(found) > MOST:
                return None
        return found

    def _grouped(self, connected: list[int]) -> Iterator[list[int]]:
        for group in clusters(self._matrix(connected)):
            yield [connected[n] for n in group]

    def _matrix(self, numbers: Sequence[int]) -> Floats:
        items = [self._items[n] for n in numbers]
        return likenesses([item.keys for item in items], [item.day for item in items])

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
            for one, others in self._ties.items()
            for other in others
            if place[one] != place[other]
        }
        for one, other in sorted(across):
            alike = [self._alike(a, b) for a in groups[one] for b in groups[other]]
            if sum(alike) >= FOLLOWING * len(alike):
                low, high = sorted((root(one), root(other)))
                roots[high] = low
        members = defaultdict(list)
        for n in range(len(groups)):
            members[root(n)].append(n)
        names: list[str | None] = [None] * len(groups)
        for line in members.values():
            if len(line) > 1:
                lowest = min(self._items[i].id for n in line for i in groups[n])
                for n in line:
                    names[n] = digest("line", lowest)
        return names

    def _story(self, group: Sequence[int], line: str | None) -> Story:
        items = sorted((self._items[n] for n in group), key=lambda item: item.id)
        days = sorted(item.day for item in items if item.day is not None)
        return Story(
            digest("story", items[0].id),
            self._central(group).title,
            tuple(item.id for item in items),
            days[0] if days else None,
            days[-1] if days else None,
            line,
        )

    def _central(self, group: Sequence[int]) -> Item:
        """The article most alike to the others, one with a headline if any; then the lowest id."""
        sums = self._matrix(group).sum(axis=1)
        ranked = [
            (len(self._items[n].title) > HEADLINE, -total, self._items[n].id, n)
            for total, n in zip(sums.round(6).tolist(), group, strict=True)
        ]
        return self._items[min(ranked)[3]]

    def _judged(self, place: dict[int, int]) -> Iterator[Tie]:
        for one, others in self._ties.items():
            for other, alike in others.items():
                a, b = self._items[one], self._items[other]
                if a.id < b.id:
                    same = place[one] == place[other]
                    why = reason(a.keys, b.keys, apart(a.day, b.day))
                    if not same:
                        why = f"{why}; each is more alike to its own story"
                    verdict: Verdict = "same" if same else "different"
                    yield Tie("article", a.id, b.id, verdict, min(alike, 1.0), why, BY)


def stories(items: Iterable[Item]) -> tuple[tuple[Tie, ...], tuple[Story, ...]]:
    """The ties between articles, sorted, and the stories they make, sorted by id."""
    archive = Archive()
    for item in sorted(items, key=lambda item: item.id):
        archive.add(item)
    return archive.result()

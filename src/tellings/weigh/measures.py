"""Each number of a story with what its sentence says, for comparing it with others like it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from tellings.model import Marks, Quantity, Span
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words, words_at
from tellings.weigh.converted import conversions
from tellings.weigh.denied import denied
from tellings.weigh.figures import Figure, figure
from tellings.weigh.measure import Measure
from tellings.weigh.scene import Scene
from tellings.weigh.things import act_of, things
from tellings.words.quantities import number_words

# What stands between a value and the same value in another unit.
_TWINS = frozenset({"(", " (", " or "})
_OF_WHOLE = re.compile(r"\W{0,2}of (?:the|th[eo]se|its|his|her|their|our|which|whom|them)\b")
_LEFT, _RIGHT = 4, 5  # words that say something, before and behind a number
_BEFORE, _BEHIND = 45, 70  # characters in which a name is the number's own: 52 percent in Egypt
# A day told that lies so long before is that of another happening, or of a report on it.
_PAST = timedelta(days=10)
_OWNER = 90  # characters before a number in which its subject is named
_OWNERS = ("person", "organisation", "country")


def measures(scene: Scene) -> Iterator[Measure]:
    """The numbers of a story by article and place; no ages, none below zero and none denied."""
    told = defaultdict(list)
    for event in scene.events:
        for telling in event.tellings:
            told[telling.cite.article].append((telling.cite.span, event.id))
    for article in sorted(scene.story.articles):
        page = _Page(scene, article, told[article])
        last: Quantity | None = None
        for quantity in page.marks.quantities:
            value = figure(quantity, page.text[: quantity.span.start])
            if value is None or value.low <= 0 or "of age" in (value.unit or ""):
                continue
            if denied(page.before(quantity), quantity.modifier):
                continue
            twin = None
            if last is not None and value.unit and last.unit and value.unit != last.unit:
                between = page.text[last.span.end : quantity.span.start]
                twin = last.id if between in _TWINS else None
            yield page.measure(quantity, value, twin)
            last = quantity


class _Page:
    """One article, where its sentences begin, and the spans in which it tells of events."""

    def __init__(self, scene: Scene, article: str, told: Sequence[tuple[Span, str]]) -> None:
        self._scene = scene
        self._article = article
        self.text = scene.articles[article].text
        self.marks: Marks = scene.marks[article]
        self._spans = [one.span for one in self.marks.sentences]
        self._starts = [one.start for one in self._spans]
        self._told = told

    def measure(self, quantity: Quantity, value: Figure, twin: str | None) -> Measure:
        around = self._scene.sentence(self._article, quantity.span)
        order = max(bisect_right(self._starts, around.start) - 1, 0)
        scene = self._reach(order - 2, order, around)
        beside = self._beside(quantity, around)
        lefts, rights = self._sides(quantity.span, around)
        near = self._say(lefts)[-_LEFT:] + self._say(rights)[:_RIGHT]
        kind = self._kind(quantity)
        grammar = number_words().grammar
        outside = self._outside(order)
        return Measure(
            self._article,
            quantity,
            self._scene.cite(self._article, quantity.span),
            value,
            things(quantity.of),
            frozenset(stem(w) for w in kind if w not in self._scene.stop | grammar["further"]),
            frozenset((*kind, *lefts[-1:])) & grammar["further"],
            act_of(quantity.act, quantity.of),
            self._stems(around.of(self.text)),
            frozenset(near),
            self._stems(outside),
            lefts[-1] if lefts else "",
            rights[0] if rights else "",
            self._names(around),
            self._names(self._own(quantity, beside, around)),
            self._names(scene),
            self._owner(quantity, beside, around),
            self._days(around),
            self._days(scene),
            frozenset((one.unit or "", str(one.low)) for one in beside),
            frozenset((one.unit or "", str(one.low)) for one in conversions(quantity, beside)),
            frozenset((*lefts, *rights)) & grammar["reckoned"],
            around.start,
            order,
            self._events(quantity.span),
            self._actors(quantity.span),
            bool(_OF_WHOLE.match(self.text, quantity.span.end)),
            self._past(scene),
            twin,
        )

    def before(self, quantity: Quantity) -> str:
        """The words of its sentence before a number."""
        sentence = self._scene.sentence(self._article, quantity.span)
        return self.text[sentence.start : quantity.span.start]

    def _beside(self, quantity: Quantity, around: Span) -> list[Quantity]:
        return [
            one
            for one in self.marks.quantities
            if one.id != quantity.id and one.low is not None and around.overlaps(one.span)
        ]

    def _sides(self, span: Span, around: Span) -> tuple[list[str], list[str]]:
        told = words_at(around.of(self.text))
        start, end = span.start - around.start, span.end - around.start
        return [w for w, _, e in told if e <= start], [w for w, s, _ in told if s >= end]

    def _say(self, told: Sequence[str]) -> list[str]:
        return [stem(w) for w in told if w not in self._scene.stop and not w[0].isdigit()]

    def _kind(self, quantity: Quantity) -> list[str]:
        """The words between a number and the head of what it counts."""
        counted = quantity.counted
        if counted is None:
            return []
        between = self.text[quantity.span.end : max(counted.start, quantity.span.end)]
        return [*words(between), *words(counted.of(self.text))[:-1]]

    def _stems(self, text: str) -> frozenset[str]:
        return frozenset(s for s in content(text, self._scene.stop) if not s[0].isdigit())

    def _outside(self, order: int) -> str:
        """The sentences before and behind."""
        spans = [self._spans[n] for n in (order - 1, order + 1) if 0 <= n < len(self._spans)]
        return " ".join(span.of(self.text) for span in spans)

    def _reach(self, first: int, last: int, around: Span) -> Span:
        start = self._spans[max(first, 0)].start if self._spans else around.start
        return Span(min(start, around.start), around.end)

    def _own(self, quantity: Quantity, beside: Iterable[Quantity], around: Span) -> Span:
        """Where a name is that of this number, and of no other of its unit in the sentence."""
        start, end = quantity.span.start, quantity.span.end
        rivals = [one.span for one in beside if one.unit == quantity.unit]
        first = max([start - _BEFORE, around.start, *(r.end for r in rivals if r.end <= start)])
        last = min([end + _BEHIND, around.end, *(r.start for r in rivals if r.start >= end)])
        return Span(first, max(last, end))

    def _names(self, within: Span) -> frozenset[str]:
        names = (one.span for one in self.marks.names if within.contains(one.span))
        return frozenset(word for span in names for word in words(span.of(self.text)))

    def _owner(
        self, quantity: Quantity, beside: Iterable[Quantity], around: Span
    ) -> frozenset[str]:
        """The words of the last person or body named before the number, and behind no other."""
        start = quantity.span.start
        rivals = (one.span.end for one in beside if one.unit == quantity.unit)
        first = max([around.start, start - _OWNER, *(end for end in rivals if end <= start)])
        named = [
            one.span
            for one in self.marks.names
            if first <= one.span.start and one.span.end <= start and one.kind in _OWNERS
        ]
        return frozenset(words(max(named).of(self.text))) if named else frozenset()

    def _events(self, span: Span) -> frozenset[str]:
        return frozenset(event for told, event in self._told if told.contains(span))

    def _actors(self, span: Span) -> frozenset[str]:
        """Who acts in the narrowest happening that takes the number in."""
        around = [one for one in self.marks.events if one.span.contains(span)]
        if not around:
            return frozenset()
        least = min(around, key=lambda one: (len(one.span), one.id))
        known = self._scene.actors
        return frozenset(known[party] for party in least.actors if party in known)

    def _past(self, within: Span) -> bool:
        """Whether a day is told that lies well before the article's."""
        printed = bounds(self._scene.days.get(self._article))
        told = (bounds(day) for day in self._days(within))
        return printed is not None and any(
            d is not None and d[1] < printed[0] - _PAST for d in told
        )

    def _days(self, within: Span) -> tuple[str, ...]:
        found = set()
        for one in self.marks.expressions:
            if within.overlaps(one.span) and one.type in ("DATE", "TIME"):
                time = self._scene.times.get((self._article, one.span))
                if time is not None and time.edtf:
                    found.add(time.edtf)
        return tuple(sorted(found))

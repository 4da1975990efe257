"""Which event mentions tell one happening, inside an article and across a story's articles.

Compared: what happened (lemma, root), who took part, on which day, and the words around. A like
event on another day or with other people stays apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tellings.link.groups import grouped
from tellings.model import Cite, Event, EventMention, EventTelling, Place, Span, Tie, cite, digest
from tellings.model.groups import Verdict
from tellings.model.marks import Certainty
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words

BY = "link/events"
_JOIN = 0.62  # score from which two mentions are one event
_UNSURE = 0.5
_FAR = 10  # days apart from which two dated mentions are two events, whatever the words
_COMMON = 80  # mentions of one story: a stem in more of them brings no pair by itself
_ORDER: tuple[Certainty, ...] = (
    "asserted", "attributed", "alleged", "denied", "planned", "hypothetical",
)  # fmt: skip

Counts = Callable[[Sequence[tuple[str, Span]]], tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Happened:
    """A mention with what joining it needs; `actors`, `recipients` are ids of actors."""

    mention: EventMention
    article: str
    text: str
    sentence: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    speaker: str | None = None
    day: str | None = None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class _One:
    said: Happened
    stems: frozenset[str]
    weights: Mapping[str, float]

    @property
    def id(self) -> str:
        return self.said.mention.id


@dataclass(frozen=True, slots=True)
class Comparer:
    """Judges pairs of mentions; `weight` says how rare a word is, `stop` which say nothing."""

    weight: Callable[[str], float]
    stop: frozenset[str]

    def read(self, said: Happened) -> _One:
        around = said.sentence.of(said.text)
        weights: dict[str, float] = {}
        for word in words(around):
            root = stem(word.removesuffix("'s"))
            weights[root] = min(weights.get(root, 99.0), self.weight(word))
        return _One(said, frozenset(content(around, self.stop)), weights)

    def judge(self, a: _One, b: _One) -> tuple[Verdict, float, str] | None:
        """Whether two mentions are one event; None where they are no candidates at all."""
        one, other = a.said.mention, b.said.mention
        same_word = one.lemma == other.lemma
        if not same_word and (one.root != other.root or one.root == "OTHER"):
            return None
        apart = _days_apart(a.said.day, b.said.day)
        if apart is not None and apart >= _FAR:
            return "different", 0.9, f"{apart} days apart"
        shared = a.stems & b.stems
        told = self._weight(shared, a, b)
        least = min(self._weight(a.stems, a, a), self._weight(b.stems, b, b)) or 1.0
        alike = told / least
        who = _alike(a.said.actors, b.said.actors)
        whom = _alike(a.said.recipients, b.said.recipients)
        subject, thing = _heads(one.subject, other.subject), _heads(one.object, other.object)
        score = (0.3 if same_word else 0.1) + 0.55 * alike + 0.15 * max(who, subject)
        score += 0.15 * max(whom, thing) + (0.15 if subject + thing == 2 else 0.0)
        if one.negated != other.negated:
            score -= 0.2
        if apart:
            score -= 0.15
        why = (
            f"{'one word' if same_word else 'one root'} ({one.lemma}, {other.lemma}); "
            f"{alike:.0%} of the words alike; {_said(max(who, subject), 'actors')}; "
            f"{_said(max(whom, thing), 'recipients')}" + (f"; {apart} days apart" if apart else "")
        )
        if score >= _JOIN:
            return "same", round(min(score, 1.0), 3), why
        if who < 0 and alike < 0.5:
            return "different", round(1.0 - max(score, 0.0), 3), why
        return ("unsure", round(score, 3), why) if score >= _UNSURE else None

    @staticmethod
    def _weight(stems: frozenset[str], a: _One, b: _One) -> float:
        return sum(min(a.weights.get(s, 0.0), b.weights.get(s, 0.0)) for s in stems)


def _alike(a: Sequence[str], b: Sequence[str]) -> int:
    if not a or not b:
        return 0
    return 1 if set(a) & set(b) else -1


def _heads(a: str | None, b: str | None) -> int:
    if a is None or b is None:
        return 0
    return 1 if a == b else -1


def _said(alike: int, what: str) -> str:
    return {1: f"{what} shared", 0: f"{what} not told by both", -1: f"other {what}"}[alike]


def _days_apart(a: str | None, b: str | None) -> int | None:
    """Days between two EDTF spans; 0 where they meet, None where one is unknown."""
    one, other = bounds(a), bounds(b)
    if one is None or other is None:
        return None
    return max(0, (one[0] - other[1]).days, (other[0] - one[1]).days)


def events(
    story: str,
    happened: Sequence[Happened],
    comparer: Comparer,
    counts: Counts,
    scale: Mapping[str, tuple[int, float]],
) -> tuple[tuple[Tie, ...], tuple[Event, ...]]:
    """Ties between the mentions of one story, and its events, sorted by id.

    `scale` gives each PLOVER root its quad class and Goldstein value.
    """
    ones = {one.mention.id: comparer.read(one) for one in happened}
    ties = []
    for a, b in _candidates(list(ones.values())):
        judged = comparer.judge(a, b)
        if judged is not None:
            left, right = sorted((a.id, b.id))
            ties.append(Tie("event", left, right, *judged, BY))
    made = [
        _event(story, [ones[i].said for i in group], counts, scale) for group in grouped(ones, ties)
    ]
    return tuple(sorted(ties)), tuple(sorted(made, key=lambda e: e.id))


def _candidates(ones: Sequence[_One]) -> list[tuple[_One, _One]]:
    """Pairs with one lemma or root that share a stem which few mentions have."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i, one in enumerate(ones):
        mention = one.said.mention
        kinds = {mention.lemma} | ({mention.root} if mention.root != "OTHER" else set())
        for kind in kinds:
            for root in one.stems - {stem(mention.lemma)}:
                index[kind, root].append(i)
    found = {
        (i, j)
        for where in index.values()
        if len(where) <= _COMMON
        for n, i in enumerate(where)
        for j in where[n + 1 :]
    }
    return [(ones[i], ones[j]) for i, j in sorted(found)]


def _event(
    story: str,
    members: Sequence[Happened],
    counts: Counts,
    scale: Mapping[str, tuple[int, float]],
) -> Event:
    ordered = sorted(members, key=lambda h: h.mention.id)
    roots = Counter(h.mention.root for h in ordered)
    known = {root: n for root, n in roots.items() if root != "OTHER"} or roots
    root = min(known, key=lambda r: (-known[r], r))
    lemmas = Counter(h.mention.lemma for h in ordered if h.mention.root == root)
    quad, goldstein = scale.get(root, (None, None))
    outlets, independent = counts([(h.article, h.sentence) for h in ordered])
    certainties = Counter(h.mention.certainty for h in ordered)
    places = Counter(h.place for h in ordered if h.place is not None)
    return Event(
        digest("ev", story, ordered[0].mention.id),
        story,
        root,
        min(lemmas, key=lambda w: (-lemmas[w], w)),
        None,
        (),
        quad,
        goldstein,
        _often([h.actors for h in ordered]),
        _often([h.recipients for h in ordered]),
        _day([h.day for h in ordered if h.day]),
        min(places, key=lambda p: (-places[p], p.name)) if places else None,
        min(certainties, key=lambda c: (-certainties[c], _ORDER.index(c))),
        tuple(_telling(h) for h in ordered),
        outlets,
        independent,
    )


def _often(told: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """Who at least half of the tellings that name anybody name."""
    naming = [one for one in told if one]
    counts = Counter(actor for one in naming for actor in set(one))
    return tuple(sorted(a for a, n in counts.items() if 2 * n >= len(naming)))


def _day(days: Sequence[str]) -> str | None:
    """The day most told; of equally often told ones the most precise, then the earliest."""
    counts = Counter(days)

    def length(day: str) -> int:
        found = bounds(day)
        return (found[1] - found[0]).days if found else 10**6

    return min(counts, key=lambda d: (-counts[d], length(d), d)) if counts else None


def _telling(h: Happened) -> EventTelling:
    mention = h.mention

    def cut(span: Span | None) -> Cite | None:
        return None if span is None else cite(h.article, h.text, span.start, span.end)

    return EventTelling(
        mention.id,
        cite(h.article, h.text, mention.span.start, mention.span.end),
        cite(h.article, h.text, mention.trigger.start, mention.trigger.end),
        cut(mention.actor),
        cut(mention.recipient),
        cut(mention.time),
        cut(mention.place),
        mention.certainty,
        h.speaker,
    )

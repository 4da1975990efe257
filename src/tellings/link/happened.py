"""Whether two mentions tell one happening: what is compared, and how it is weighed.

A judgement adds up evidence in log odds: rare words shared by the two sentences, who took part,
what it was done to, the day, the place. Other people in one place of the sentence, or another day,
outweigh any likeness of words.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from tellings.model import EventMention, Place, Span
from tellings.model.groups import Verdict
from tellings.text.calendar import bounds
from tellings.text.content import content, stem, words
from tellings.words.happenings import kinds, likeness, side

JOIN = 0.5  # from this probability two mentions are one event: see bench/ecb.py, bench/joining.py
OTHERWISE = 0.15
OUTWEIGHED = 0.8  # other people keep apart below: above, a name was more likely misread
APART = 0.9  # the score of other people or another day; unlikeness of words alone stays below
_NEAR = 3  # days that a told day may span to speak for or against by itself
_AHEAD = frozenset({"planned", "hypothetical"})
_PRONOUNS = frozenset(
    {
        "he", "she", "it", "they", "who", "that", "which", "i", "we", "his", "her", "their", "its",
        "this", "what", "him", "them", "you", "one", "my", "our", "whom", "those", "these",
    }
)  # fmt: skip

# Log odds. Set by hand, in round figures, looking at ECB+'s train and dev topics and at all of
# bench/cases/events.jsonl: few pairs, so no figure on them is a clean one.
START = -1.5  # two mentions of one class in one story, nothing else known
SAME_WORD = 0.5
RARE = 0.25  # for each unit of the trigger's own weight above that of a common word
SENTENCE = 0.16  # for each unit of weight of the words that the sentences share ...
CLAUSE = 0.14  # ... and again where they stand in the clause itself
ALIKE = 1.5  # for the share of the poorer sentence that is common
PEOPLE = (1.0, -3.0)  # the same people took part; others in the same place
OTHERS = (0.7, -0.9)  # countries, organisations, groups
SWAPPED = -2.5  # "A sued B" and "B sued A"
HEADS = (0.8, -1.2)  # the words at the heads of subject and object, where nobody is named
DAY = (1.6, 0.4)  # one day; spans that meet
DAYS_APART = (-1.0, -1.8)  # one day apart; more: outlets may contradict each other on the date
FAR = 10  # days apart from which two mentions are two events, whatever the words
PLACE = (0.8, -1.5)
NEGATED = -0.8
AHEAD = -1.5  # one is planned, or no more than thought of
NATIONS = (0.5, -3.0)  # others, but of one country ("Putin", "Moscow"); of other countries
ONE_SENTENCE = -1.5  # two words of one sentence seldom tell one thing twice
TAKEN_UP = 1.2  # "the blast", "the deal" with nothing further, after one was told
KNOWN = 1.0  # the same in two articles of a story, for each of the two
CENTRAL = 2.0  # for the share of the articles that tell of it: what a story is about is one thing
COPIED = 6.0  # the very same sentence


@dataclass(frozen=True, slots=True)
class Happened:
    """A mention with what joining it needs; `actors`, `recipients` are ids of actors.

    `people` are those of them that are persons, `nations` their countries; `speaker` is the actor
    it is attributed to, `day` its EDTF date.
    """

    mention: EventMention
    article: str
    text: str
    sentence: Span
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    speaker: str | None = None
    day: str | None = None
    place: Place | None = None
    people: frozenset[str] = frozenset()
    nations: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class One:
    """A mention as it is compared: the stems of its sentence and clause, each with its weight."""

    said: Happened
    sentence: frozenset[str]
    clause: frozenset[str]
    weights: Mapping[str, float]
    rare: float
    exact: str
    central: float = 0.0  # the share of the story's articles that tell something of its class

    @property
    def id(self) -> str:
        return self.said.mention.id

    @property
    def bare(self) -> bool:
        """Whether nothing but the word itself is told, as of something known."""
        m, said = self.said.mention, self.said
        named = said.actors or said.recipients or said.day or said.place or m.object or m.subject
        return not named


@dataclass(slots=True)
class _Evidence:
    odds: float = field(default_factory=lambda: START)
    why: list[str] = field(default_factory=list)
    apart: str = ""
    far: bool = False

    def add(self, odds: float, why: str = "") -> None:
        self.odds += odds
        if why:
            self.why.append(why)


@dataclass(frozen=True, slots=True)
class Comparer:
    """Judges pairs of mentions; `weight` says how rare a word is, `stop` which say nothing."""

    weight: Callable[[str], float]
    stop: frozenset[str]

    def read(self, said: Happened) -> One:
        around, clause = said.sentence.of(said.text), said.mention.span.of(said.text)
        own = {stem(word) for word in said.mention.lemma.split()}
        weights: dict[str, float] = {}
        for word in words(around):
            root = stem(word.removesuffix("'s"))
            weights[root] = min(weights.get(root, 99.0), self.weight(word))
        return One(
            said,
            frozenset(content(around, self.stop)) - own,
            frozenset(content(clause, self.stop)) - own,
            weights,
            self.weight(said.mention.lemma.split()[0]),
            " ".join(words(around)),
        )

    def judge(self, a: One, b: One) -> tuple[Verdict, float, str] | None:
        """Whether two mentions are one event; None where they are no candidates at all."""
        one, other = a.said.mention, b.said.mention
        if likeness(one.lemma, other.lemma) < 0.8 and stem(one.lemma) != stem(other.lemma):
            return None
        found = _Evidence()
        _triggers(found, a, b)
        self._told(found, a, b)
        _took_part(found, a, b)
        _when_and_where(found, a, b)
        if one.negated != other.negated:
            found.add(NEGATED, "one is negated")
        if (one.certainty in _AHEAD) != (other.certainty in _AHEAD):
            found.add(AHEAD, "one is still to come")
        sure = 1 / (1 + exp(-max(-30.0, min(30.0, found.odds))))
        why = "; ".join(found.why)
        if found.far or (found.apart and sure < OUTWEIGHED):
            return "different", round(max(1 - sure, APART), 4), f"{found.apart}; {why}"
        if sure < OTHERWISE:
            return "different", round(min(1 - sure, APART - 0.01), 4), why
        return "same" if sure >= JOIN else "unsure", round(sure, 4), why

    def _told(self, found: _Evidence, a: One, b: One) -> None:
        if a.exact == b.exact and a.said.article != b.said.article:
            same_place = _offset(a) == _offset(b)
            found.add(COPIED if same_place else 0.0, "word for word the same sentence")
        common = a.sentence & b.sentence
        told = _weight(common, a, b)
        least = min(_weight(a.sentence, a, a), _weight(b.sentence, b, b)) or 1.0
        inner = _weight(a.clause & b.clause, a, b)
        if a.said.article == b.said.article and a.said.sentence == b.said.sentence:
            found.add(ONE_SENTENCE, "in one sentence")
            return
        found.add(SENTENCE * min(told, 30.0) + CLAUSE * min(inner, 20.0) + ALIKE * told / least)
        found.why.append(f"{told / least:.0%} of the words alike")


def _offset(one: One) -> int:
    return one.said.mention.trigger.start - one.said.sentence.start


def _weight(stems: frozenset[str], a: One, b: One) -> float:
    return sum(min(a.weights.get(s, 0.0), b.weights.get(s, 0.0)) for s in sorted(stems))


def _triggers(found: _Evidence, a: One, b: One) -> None:
    one, other = a.said.mention.lemma, b.said.mention.lemma
    same = one == other
    told = f"one word ({one})" if same else f"like words ({one}, {other})"
    found.add((SAME_WORD if same else 0.0) + RARE * (min(a.rare, b.rare) - _COMMON), told)
    found.add(CENTRAL * (min(a.central, b.central) - 0.5))
    bare = a.bare + b.bare
    if bare and a.said.article == b.said.article:
        found.add(TAKEN_UP, "taken up again in one article")
    elif bare:
        found.add(bare * KNOWN, "told as known")


_COMMON = 6.0  # the weight of a word that every paper prints daily


def _took_part(found: _Evidence, a: One, b: One) -> None:
    one, other = a.said.mention, b.said.mention
    for mine, theirs, words_of, what in (
        (a.said.actors, b.said.actors, (one.subject, other.subject), "who did it"),
        (a.said.recipients, b.said.recipients, (one.object, other.object), "to whom"),
    ):
        if mine and theirs:
            _parties(found, a, b, (mine, theirs), what)
        else:
            _heads(found, words_of, what)


def _parties(
    found: _Evidence, a: One, b: One, sides: tuple[Sequence[str], Sequence[str]], what: str
) -> None:
    mine, theirs = sides
    people = a.said.people | b.said.people
    both_people = set(mine) <= people and set(theirs) <= people
    same, other = PEOPLE if both_people else OTHERS
    if set(mine) & set(theirs):
        found.add(same, f"{what}: the same")
        return
    crossed = set(mine) & {*b.said.recipients, *b.said.actors} or set(theirs) & {
        *a.said.recipients,
        *a.said.actors,
    }
    if crossed:  # "A met B" and "B met A": the same two, told from the other side
        if {a.said.mention.lemma, b.said.mention.lemma} & (side("mutual") | side("together")):
            found.add(same / 2, f"{what}: the same two, the other way round")
        else:
            found.add(SWAPPED, f"{what}: who did it to whom is swapped")
        return
    if not both_people:
        one, two = (
            {s.nations[x] for x in side_ if x in s.nations}
            for s, side_ in ((a.said, mine), (b.said, theirs))
        )
        if one and two:
            alike = bool(one & two)
            found.add(NATIONS[not alike], f"{what}: of {'one country' if alike else 'others'}")
            found.apart = found.apart or ("" if alike else f"{what}: other countries")
            return
    found.add(other, f"{what}: others")
    if both_people:
        # other people on both ends: no misread name explains that
        found.far = found.far or bool(found.apart)
        found.apart = f"{what}: other people"


def _heads(found: _Evidence, heads: tuple[str | None, str | None], what: str) -> None:
    one, other = heads
    if one is None or other is None or one in _PRONOUNS or other in _PRONOUNS:
        return
    if stem(one) == stem(other):
        found.add(HEADS[0], f"{what}: the same word ({one})")
    elif not kinds(one) & kinds(other):
        found.add(HEADS[1])


def _when_and_where(found: _Evidence, a: One, b: One) -> None:
    one, other = bounds(a.said.day), bounds(b.said.day)
    if one is not None and other is not None:
        apart = max((one[0] - other[1]).days, (other[0] - one[1]).days)
        short = all((last - first).days <= _NEAR for first, last in (one, other))
        if apart > 0:
            # one day apart may be one night told from two sides of the world
            found.add(DAYS_APART[apart > 1], f"{apart} days apart")
            if apart >= FAR:
                found.apart, found.far = f"{apart} days apart", True
        else:
            found.add(DAY[0] if short else DAY[1], "one day" if short else "dates that meet")
    mine, theirs = a.said.place, b.said.place
    if mine is not None and theirs is not None:
        if mine.name == theirs.name:
            found.add(PLACE[0], f"both in {mine.name}")
        elif _elsewhere(mine, theirs):
            found.add(PLACE[1], f"{mine.name} and {theirs.name}")


def _elsewhere(one: Place, other: Place) -> bool:
    """Whether two places exclude each other: other countries, or two towns of one."""
    if one.country is None or other.country is None:
        return False
    return one.country != other.country or (one.lat is not None and other.lat is not None)

"""A mention with all that joining it needs, and the story that it is told in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tellings.model import EventMention, Place, Span
from tellings.text.calendar import bounds
from tellings.text.content import stem
from tellings.words.happenings import kinds, noun_kinds

PRONOUNS = frozenset(
    {
        "he", "she", "it", "they", "who", "that", "which", "i", "we", "his", "her", "their", "its",
        "this", "what", "him", "them", "you", "one", "my", "our", "whom", "those", "these",
    }
)  # fmt: skip
_WHOLE, _ENDING = 5, 3  # letters of a word that may take an ending, and of the ending
_APART = 2  # days between two told days from which they are two


@dataclass(frozen=True, slots=True)
class Happened:
    """A mention with what joining it needs; `actors`, `recipients` are ids of actors.

    `people` are those of them that are persons and have a name, `nameless` those known by what they
    are only ("nine envoys"), `nations` the countries of all; `speaker` is the actor that it is
    attributed to, `day` its EDTF date. `number` counts its sentence in the article, from 0;
    `dates` and `nearby` are the EDTF dates named in its clause and in its sentence, whether or not
    they are its own; `published` is the day of the article. `towns` are the places that its
    clause names, in small letters, `counts` the numbers of what does it or has it done to it, each
    from the least to the most as decimal strings.
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
    number: int = 0
    dates: tuple[str, ...] = ()
    nearby: tuple[str, ...] = ()
    published: str | None = None
    nameless: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    counts: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Share:
    """What a story tells of one class: the share of its articles, how many days, how many things.

    A class told with several days or of several things is more than one happening.
    """

    articles: float = 0.0
    days: int = 1
    things: int = 1


@dataclass(frozen=True, slots=True)
class One:
    """A mention as it is compared: the stems of its sentence and clause, each with its weight.

    `before` are the three words in front of it, `figures` the numbers of its sentence, `shares`
    what the story tells of each of its classes; `meaning` is a unit vector, empty where unknown.
    """

    said: Happened
    sentence: frozenset[str]
    clause: frozenset[str]
    weights: Mapping[str, float]
    rare: float
    exact: str
    before: tuple[str, ...]
    figures: frozenset[str]
    shares: Mapping[str, Share]
    meaning: tuple[float, ...] = ()

    @property
    def id(self) -> str:
        return self.said.mention.id

    @property
    def ahead(self) -> bool:
        """Whether it is told as still to come: planned, or on a day after the article's own."""
        day, printed = bounds(self.said.day), bounds(self.said.published)
        late = day is not None and printed is not None and day[0] > printed[1]
        return late or self.said.mention.certainty == "planned"

    @property
    def noun(self) -> bool:
        """Whether its word is a noun, which can take up what happened at any time."""
        return bool(noun_kinds(self.said.mention.trigger.of(self.said.text).lower()))

    @property
    def bare(self) -> bool:
        """Whether nothing but the word itself is told, as of something known."""
        m, said = self.said.mention, self.said
        named = said.actors or said.recipients or said.day or said.place or m.object or m.subject
        return not named


def akin(one: str, other: str) -> bool:
    """Whether two words have one stem, or one is the other with an ending ("Crimea", "Crimean")."""
    short, long = sorted((stem(one), stem(other)), key=len)
    grown = len(short) >= _WHOLE and long.startswith(short) and len(long) - len(short) <= _ENDING
    return short == long or grown


def classes(lemma: str) -> frozenset[str]:
    """The classes of a trigger; its own stem is one."""
    return kinds(lemma) | {stem(lemma)}


def shares(happened: Sequence[Happened]) -> dict[str, Share]:
    """For each class what the mentions of one story tell of it."""
    told: dict[str, list[Happened]] = defaultdict(list)
    for one in happened:
        for kind in classes(one.mention.lemma):
            told[kind].append(one)
    articles = len({one.article for one in happened}) or 1
    return {
        kind: Share(len({m.article for m in said}) / articles, _days(said), _things(said))
        for kind, said in told.items()
    }


def _days(said: Sequence[Happened]) -> int:
    """How many days are told that exclude each other; the most exact ones count first."""
    spans = sorted(
        {span for one in said if (span := bounds(one.day)) is not None},
        key=lambda span: (span[1] - span[0], span),
    )
    kept: list[tuple[date, date]] = []
    for first, last in spans:
        if all(max((first - b).days, (a - last).days) > _APART for a, b in kept):
            kept.append((first, last))
    return max(1, len(kept))


def _things(said: Sequence[Happened]) -> int:
    objects = {stem(m.object) for one in said if (m := one.mention).object}
    return max(1, len(objects - {stem(word) for word in PRONOUNS}))

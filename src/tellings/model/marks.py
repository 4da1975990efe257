"""What was found at a span of one article. Marks know one article only; groups join them later.

All spans are code points of the stored text of the article that holds the mark.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.spans import Span

NameKind = Literal["person", "organisation", "place", "country", "group", "other"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Modifier = Literal["exact", "about", "at-least", "at-most", "more-than", "less-than"]
Form = Literal["direct", "mixed", "indirect"]
Certainty = Literal["asserted", "attributed", "alleged", "denied", "planned", "hypothetical"]


@dataclass(frozen=True, slots=True, order=True)
class Sentence:
    """One sentence; `paragraph` counts from 0."""

    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """A proper name. `party` is the id of the party that bears it, None where undecided."""

    id: str
    span: Span
    kind: NameKind
    party: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Role:
    """A role told of a party: `title` ("foreign minister"), `of` ("Russia") or None, and where."""

    title: str
    of: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Party:
    """One actor as one article knows it: all that refers to it there, names, roles and pronouns.

    `names` are its distinct name forms, longest first; `country` is ISO 3166-1 alpha-3; `code` is a
    CAMEO/PLOVER actor code; both None where the text does not tell. `plural` is true of several
    ("the robbers").
    """

    id: str
    kind: NameKind
    name: str
    names: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    roles: tuple[Role, ...] = ()
    country: str | None = None
    code: str | None = None
    gender: str | None = None
    why: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Expression:
    """A time expression before it is placed: what it means, whatever the day it was written.

    `meaning` is the normaliser's own anchor-free form (see annotate/times.py); `tense` is past,
    present, future or None, from the verb that governs it; `quoted` is true inside quotation marks.
    """

    id: str
    span: Span
    type: TimeType
    meaning: str
    tense: str | None = None
    quoted: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Time:
    """A placed time: TIMEX3 `value`, EDTF `edtf` (None where it has no place), and `why`."""

    id: str
    span: Span
    type: TimeType
    value: str
    edtf: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range with its unit and what is counted. `low` and `high` are decimal strings.

    Equal for a plain number; one of them None for an open range. `of` is the head of what is
    counted, in the text's words ("diplomats and staff"), `counted` its span. `act` is the lemma of
    the verb or noun that the number is an argument of ("cut"), which a comparison needs; `role` is
    the number's part in it: agent, patient, is, or a preposition ("of", "in", "including").
    """

    id: str
    span: Span
    low: str | None
    high: str | None
    unit: str | None
    of: str | None
    modifier: Modifier
    counted: Span | None = None
    act: str | None = None
    why: str = ""
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Words or sense that a text gives to somebody. `parts` are the content's pieces in order.

    `span` runs from the first piece to the last. `speaker` and `addressee` are party ids, None
    where the text cannot tell. `why` says how the speaker was found, or why there is none.
    `said` is the time expression that tells when, None where none does. `source` is where the
    speaker is named, `cue` the words of saying; `quoted` the pieces inside quotation marks, without
    the marks: only they are exact words.
    """

    id: str
    span: Span
    parts: tuple[Span, ...]
    form: Form
    cue: Span | None = None
    source: Span | None = None
    speaker: str | None = None
    addressee: str | None = None
    said: Span | None = None
    quoted: tuple[Span, ...] = ()
    why: str = ""
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class EventMention:
    """How one sentence tells one happening: who did what to whom, when, where, and how surely.

    `root` is a PLOVER root or OTHER, `lemma` that of the trigger; `actors` and `recipients` are
    party ids. `subject` and `object` are the lemmas at the heads of the trigger's arguments, named
    or not. `answering` are words that make it an answer ("in response to"), `answers` the mention
    that it answers. `time` is the span of the time expression, `place` of the place's name.
    `vector` is what the reader makes of the trigger where it stands (annotate/en/likeness.py), ""
    where it is not known.
    """

    id: str
    span: Span
    trigger: Span
    root: str
    lemma: str
    mode: str | None = None
    context: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    subject: str | None = None
    object: str | None = None
    actor: Span | None = None
    recipient: Span | None = None
    time: Span | None = None
    place: Span | None = None
    certainty: Certainty = "asserted"
    attributed_to: str | None = None
    negated: bool = False
    score: float = 1.0
    answers: str | None = None
    answering: Span | None = None
    vector: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """All that was found in one article, before any other article is looked at."""

    article: str
    sentences: tuple[Sentence, ...] = ()
    names: tuple[Name, ...] = ()
    parties: tuple[Party, ...] = ()
    expressions: tuple[Expression, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    events: tuple[EventMention, ...] = ()

"""What belongs together across articles: ties are kept judgements, groups are derived from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.model.marks import Certainty, NameKind
from tellings.model.spans import Cite

Verdict = Literal["same", "different", "unsure"]


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A kept judgement on two things of one `kind` (article, quote, party, event, ...).

    `left` < `right` are ids, `score` lies in [0, 1], `why` says in words what decided, `by` names
    the rule or model, or the reviewer.
    """

    kind: str
    left: str
    right: str
    verdict: Verdict
    score: float
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class ActorRole:
    title: str
    of: str | None
    cite: Cite


@dataclass(frozen=True, slots=True)
class Actor:
    """The person, organisation, place or country that parties of several articles are."""

    id: str
    kind: NameKind
    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    roles: tuple[ActorRole, ...] = ()
    country: str | None = None
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """Tellings of one statement with the same words; `text` is an exact slice of an article."""

    text: str
    quotes: tuple[str, ...]
    outlets: tuple[str, ...]
    form: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance, as told by one or more articles. `tellings` are quote ids."""

    id: str
    story: str
    speaker: str | None
    tellings: tuple[str, ...]
    wordings: tuple[Wording, ...]
    outlets: int
    independent: int
    said: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    country: str | None
    lat: float | None
    lon: float | None


@dataclass(frozen=True, slots=True)
class EventTelling:
    """How one article tells an event; ids of the mark and cites of its parts."""

    mark: str
    cite: Cite
    trigger: Cite
    actor: Cite | None
    recipient: Cite | None
    time: Cite | None
    place: Cite | None
    certainty: Certainty
    attributed_to: str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """That an event is told to answer something, in the words at `cite`.

    `event` is the id of what it answers, None where that is no event of the record.
    """

    cite: Cite
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as told by one or more articles. `quad` 1-4 and `goldstein` as in CAMEO."""

    id: str
    story: str
    type: str
    lemma: str
    mode: str | None
    context: tuple[str, ...]
    quad: int | None
    goldstein: float | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    date: str | None
    place: Place | None
    certainty: Certainty
    tellings: tuple[EventTelling, ...]
    outlets: int
    independent: int
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a copy's words come from: one `article` or one `agency`, and why."""

    article: str | None
    agency: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Copy:
    """Passages of different articles with one origin, sorted by article and place."""

    id: str
    passages: tuple[Cite, ...]
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """The articles on one affair; `first` and `last` are EDTF days of publication, None unknown."""

    id: str
    title: str
    articles: tuple[str, ...]
    first: str | None = None
    last: str | None = None
    storyline: str | None = None

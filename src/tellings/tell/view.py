"""What a reader sees of one story, before it is a page or a terminal: values, no layout.

Each line carries an `id` to be linked by and the passages that it rests on. Every `Cite` in here is
an exact slice of a stored article; every other string is a label, a date or a reason.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Literal

from tellings.model import Cite, Copy, Finding, Published, Rejected, Span


@dataclass(frozen=True, slots=True)
class Passage:
    """A cite with the outlet that printed it and the words around it (`context` holds `cite`).

    `more` says whether the sentence goes on before and after its context. `marks` are what to mark
    in the context, where that is not the cite.
    """

    cite: Cite
    outlet: str
    context: Cite
    more: tuple[bool, bool] = (False, False)
    marks: tuple[Span, ...] | None = None

    @property
    def pieces(self) -> tuple[tuple[Cite, bool], ...]:
        """The context in order, cut at what is to be marked: exact slices, and whether marked."""
        whole = self.context
        marked = (self.cite.span,) if self.marks is None else self.marks
        inside = [span for span in sorted(marked) if whole.span.contains(span)]
        cuts: list[tuple[int, int, bool]] = []
        at = whole.start
        for span in inside:
            cuts += [(at, span.start, False), (max(at, span.start), span.end, True)]
            at = max(at, span.end)
        cuts.append((at, whole.end, False))
        return tuple(
            (Cite(whole.article, a, b, whole.text[a - whole.start : b - whole.start]), mark)
            for a, b, mark in cuts
            if a < b
        )


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """One line of a story's table of articles. `words` leave furniture out."""

    id: str
    outlet: str
    title: str
    byline: str | None
    published: Published | None
    words: int
    shared: int
    shared_with: tuple[str, ...]
    credits: tuple[Passage, ...]
    url: str | None
    path: str


@dataclass(frozen=True, slots=True)
class SideView:
    value: str | None
    passages: tuple[Passage, ...]
    outlets: int
    independent: int


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in words, `why` with outlets and days in place of ids and codes.

    `about_id` is the line of the statement or event that it is about.
    """

    id: str
    finding: Finding
    heading: str
    about: str
    about_id: str | None
    sides: tuple[SideView, ...]
    why: str
    confidence: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a wording; `mark` says what they are beside the reference: changed, inserted or
    clarified (set in brackets by the outlet); None where they are the same.
    """

    text: str
    mark: str | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One unbroken slice of a wording; `quoted` says whether it may stand in quotation marks."""

    cite: Cite
    pieces: tuple[Piece, ...]
    quoted: bool


@dataclass(frozen=True, slots=True)
class Note:
    """One difference from the reference wording: `theirs` of this wording, `ours` of that one."""

    kind: str
    theirs: tuple[Cite, ...]
    ours: tuple[Cite, ...]


@dataclass(frozen=True, slots=True)
class WordingView:
    form: str
    parts: tuple[Part, ...]
    tellers: tuple[Passage, ...]
    notes: tuple[Note, ...] = ()
    reference: bool = False


@dataclass(frozen=True, slots=True)
class StatementView:
    """`actor` is the speaker's id; `unsure` says why none is known."""

    id: str
    actor: str | None
    speaker: str | None
    role: str | None
    unsure: str | None
    said: str | None
    outlets: int
    independent: int
    wordings: tuple[WordingView, ...]
    compared: bool


@dataclass(frozen=True, slots=True)
class CopyView:
    id: str
    copy: Copy
    words: int
    passages: tuple[Passage, ...]
    origin: str


@dataclass(frozen=True, slots=True)
class AnswerView:
    """That an event answers something, in the words of an article.

    `id` and `line` are those of the event answered, None where it is none of the record.
    """

    id: str | None
    line: str | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class EventView:
    """An event in words; `day` is where a chart may put it, None where no day is known."""

    id: str
    date: str | None
    day: datetime.date | None
    root: str
    what: str
    who: str
    place: str | None
    certainty: str
    quad: int | None
    goldstein: float | None
    outlets: int
    independent: int
    passages: tuple[Passage, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    answers: tuple[AnswerView, ...] = ()

    @property
    def line(self) -> str:
        """What and who in one line."""
        return f"{self.what}: {self.who}" if self.who else self.what


@dataclass(frozen=True, slots=True)
class Moment:
    """One line of a timeline: a `day` in EDTF, its `kind`, and the line it opens."""

    day: str
    kind: Literal["published", "said", "happened"]
    text: str
    target: str


@dataclass(frozen=True, slots=True)
class NamedDate:
    """A date that articles name, with every place that names it."""

    edtf: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A day by which something is to be done, not yet past when the story was last told."""

    id: str
    edtf: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """The events in which one of two acts on the other, by day."""

    id: str
    left: str
    right: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story with all its lines. `grains` are what is told alike, only more or less exactly."""

    id: str
    title: str
    first: str | None
    last: str | None
    outlets: int
    articles: tuple[ArticleRow, ...]
    differences: tuple[FindingView, ...]
    grains: tuple[FindingView, ...]
    agreements: tuple[FindingView, ...]
    omissions: tuple[FindingView, ...]
    statements: tuple[StatementView, ...]
    copies: tuple[CopyView, ...]
    timeline: tuple[Moment, ...]
    dates: tuple[NamedDate, ...]
    deadlines: tuple[Deadline, ...]
    events: tuple[EventView, ...]
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class StoryRow:
    """One line of the list of stories: what it holds, counted."""

    id: str
    title: str
    first: str | None
    last: str | None
    labels: tuple[str, ...]
    articles: int
    outlets: int
    differences: int
    statements: int
    copies: int


@dataclass(frozen=True, slots=True)
class RecordView:
    """Stories first told first: all as `rows`, those asked for as `stories`.

    `apart` are articles in no story, `aside` those that were kept but not read, and why.
    """

    rows: tuple[StoryRow, ...]
    stories: tuple[StoryView, ...]
    relations: tuple[Relation, ...]  # told by several stories
    apart: tuple[ArticleRow, ...]
    copies: tuple[CopyView, ...]  # between articles apart
    aside: tuple[tuple[str, str], ...]
    rejected: tuple[Rejected, ...]

"""A record as its reader sees it: each story with all its lines, for page and terminal alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from tellings.model import (
    Article,
    Copy,
    Event,
    Finding,
    Published,
    Record,
    Span,
    Statement,
    Story,
)
from tellings.tell.copies import copies, home, shared
from tellings.tell.dates import midpoint
from tellings.tell.deadlines import deadlines
from tellings.tell.desk import Desk
from tellings.tell.findings import GRAINS, About, findings
from tellings.tell.reasons import plain
from tellings.tell.relations import across, relations
from tellings.tell.statements import statements
from tellings.tell.timeline import events, moments, named_dates
from tellings.tell.view import (
    ArticleRow,
    EventView,
    Passage,
    RecordView,
    StatementView,
    StoryRow,
    StoryView,
)


def view(record: Record, only: Collection[str] | None = None) -> RecordView:
    """What may be told of `record`, the largest stories first, then the earliest.

    `only` are the ids of the stories to tell in full, None for all; all are always listed.
    """
    desk = Desk(record)
    sharing = shared(desk)
    held = _by_story(desk)
    stories = sorted(
        record.groups.stories,
        key=lambda s: (-len(s.articles), s.first is None, s.first or "", s.title.casefold(), s.id),
    )
    apart = [
        a
        for id, a in sorted(record.articles.items())
        if id not in desk.story_of and a.aside is None
    ]
    aside = [a for _, a in sorted(record.articles.items()) if a.aside is not None]
    told = tuple(
        _story(desk, story, held, sharing) for story in stories if only is None or story.id in only
    )
    return RecordView(
        rows=tuple(_story_row(desk, story, held) for story in stories),
        stories=told,
        relations=across(desk, {story.id: story.events for story in told}),
        apart=tuple(_row(desk, article, sharing) for article in apart),
        copies=copies(desk, held.copies[""]),
        aside=tuple((desk.label(article.id), article.aside or "") for article in aside),
        rejected=tuple(sorted(record.rejected, key=lambda r: (r.path, r.item or "", r.code))),
    )


class _Held:
    """What each story holds, sorted out in one pass over the groups."""

    def __init__(self) -> None:
        self.statements: dict[str, list[Statement]] = defaultdict(list)
        self.events: dict[str, list[Event]] = defaultdict(list)
        self.findings: dict[str, list[Finding]] = defaultdict(list)
        self.copies: dict[str, list[Copy]] = defaultdict(list)


_Sharing = tuple[dict[str, tuple[Span, ...]], dict[str, frozenset[str]]]


def _by_story(desk: Desk) -> _Held:
    held = _Held()
    groups = desk.record.groups
    for statement in groups.statements:
        held.statements[statement.story].append(statement)
    for event in groups.events:
        held.events[event.story].append(event)
    for finding in groups.findings:
        held.findings[finding.story].append(finding)
    for copy in groups.copies:
        held.copies[home(desk, copy) or ""].append(copy)
    return held


def _story(desk: Desk, story: Story, held: _Held, sharing: _Sharing) -> StoryView:
    found = [a for id in story.articles if (a := desk.article(id)) is not None]
    rows = sorted((_row(desk, article, sharing) for article in found), key=_row_order)
    first, last = _days(desk, story)
    said = statements(desk, held.statements[story.id])
    happened = events(desk, held.events[story.id])
    told = held.findings[story.id]
    about = _about(desk, said, happened)
    of_kind = {
        kind: findings(desk, [f for f in told if f.kind == kind], about)
        for kind in ("difference", "agreement", "omission")
    }
    return StoryView(
        id=story.id,
        title=story.title,
        first=first,
        last=last,
        outlets=_outlets(found),
        articles=tuple(rows),
        differences=tuple(f for f in of_kind["difference"] if f.finding.type not in GRAINS),
        grains=tuple(f for f in of_kind["difference"] if f.finding.type in GRAINS),
        agreements=of_kind["agreement"],
        omissions=of_kind["omission"],
        statements=said,
        copies=copies(desk, held.copies[story.id]),
        timeline=moments(rows, said, happened),
        dates=named_dates(desk, story.articles),
        deadlines=deadlines(desk, story.articles, last),
        events=happened,
        relations=relations(desk, story.id, happened),
    )


def _story_row(desk: Desk, story: Story, held: _Held) -> StoryRow:
    found = [a for id in story.articles if (a := desk.article(id)) is not None]
    first, last = _days(desk, story)
    return StoryRow(
        id=story.id,
        title=story.title,
        first=first,
        last=last,
        labels=tuple(sorted({desk.label(a.id) for a in found}, key=str.casefold)),
        articles=len(found),
        outlets=_outlets(found),
        differences=sum(
            f.kind == "difference" and f.type not in GRAINS for f in held.findings[story.id]
        ),
        statements=len(held.statements[story.id]),
        copies=len(held.copies[story.id]),
    )


def _days(desk: Desk, story: Story) -> tuple[str | None, str | None]:
    """The story's days of publication; where it tells none, those of its articles that are days."""
    if story.first is not None:
        return story.first, story.last
    known = [p.value for id in story.articles if (p := desk.published(id)) is not None]
    days = sorted(value for value in known if midpoint(value) is not None and "/" not in value)
    return (days[0], days[-1]) if days else (None, None)


def _outlets(found: Sequence[Article]) -> int:
    """How many outlets; an article of an unknown one counts as one of its own."""
    return len({(a.outlet.domain or a.outlet.name) if a.outlet else a.id for a in found})


def _row(desk: Desk, article: Article, sharing: _Sharing) -> ArticleRow:
    spans, others = sharing
    known = sorted({desk.label(other) for other in others.get(article.id, ())}, key=str.casefold)
    return ArticleRow(
        id=article.id,
        outlet=desk.label(article.id),
        title=article.title or "untitled",
        byline=article.byline,
        published=_published(desk, article.id),
        words=desk.words(article.id),
        shared=desk.words(article.id, spans.get(article.id, ())),
        shared_with=tuple(known),
        credits=desk.passages(tuple(credit.cite for credit in article.credits)),
        url=article.url,
        path=article.input.path,
    )


def _published(desk: Desk, article: str) -> Published | None:
    known = desk.published(article)
    return known and replace(known, why=plain(desk, known.why))


def _row_order(row: ArticleRow) -> tuple[bool, str, str, str]:
    day = row.published.value if row.published is not None else ""
    return (row.published is None, day, row.outlet.casefold(), row.id)


def _about(desk: Desk, said: tuple[StatementView, ...], happened: tuple[EventView, ...]) -> About:
    """How a finding names what it is about, and the line where that is told."""
    labels: dict[tuple[str, str], tuple[str, str | None]] = {
        ("statement", s.id): (f"what {s.speaker} said" if s.speaker else "what was said", s.id)
        for s in said
    }
    labels |= {("event", e.id): (e.line, e.id) for e in happened}

    def about(kind: str, id: str) -> tuple[str, str | None]:
        if kind == "actor" and id in desk.actors:
            return desk.actors[id].name, None
        if kind == "quote":
            kind, id = "statement", desk.statement_of.get(id, id)
        quantity = desk.quantities.get(id) if kind == "quantity" else None
        counted = quantity.of or quantity.unit if quantity is not None else None
        return labels.get((kind, id), (f"how many {counted}" if counted else "", None))

    return about


def lines(story: StoryView) -> Iterator[tuple[str, Passage]]:
    """Each line of a story that rests on a passage: the line's id and the passage."""
    for row in story.articles:
        yield from ((row.id, passage) for passage in row.credits)
    for finding in (*story.differences, *story.grains, *story.agreements, *story.omissions):
        for side in finding.sides:
            yield from ((finding.id, passage) for passage in side.passages)
    for statement in story.statements:
        for wording in statement.wordings:
            yield from ((statement.id, passage) for passage in wording.tellers)
    for copy in story.copies:
        yield from ((copy.id, passage) for passage in copy.passages)
    for event in story.events:
        yield from ((event.id, passage) for passage in event.passages)
        yield from ((event.id, answer.passage) for answer in event.answers)
    for deadline in story.deadlines:
        yield from ((deadline.id, passage) for passage in deadline.passages)
    for date in story.dates:
        yield from ((f"d-{story.id}", passage) for passage in date.passages)

"""Rows of what was derived from all articles together."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.model import Event, EventTelling, Finding, Record
from tellings.tell.cells import Row, by_id, cite_cell


def actor_rows(record: Record) -> Iterator[Row]:
    """Each actor."""
    for actor in by_id(record.groups.actors):
        yield {
            "id": actor.id,
            "kind": actor.kind,
            "name": actor.name,
            "names": list(actor.names),
            "roles": [
                {"title": r.title, "of": r.of, "cite": cite_cell(r.cite)} for r in actor.roles
            ],
            "country": actor.country,
            "code": actor.code,
        }


def statement_rows(record: Record) -> Iterator[Row]:
    """Each statement, with its wordings."""
    for statement in by_id(record.groups.statements):
        yield {
            "id": statement.id,
            "story": statement.story,
            "speaker": statement.speaker,
            "tellings": list(statement.tellings),
            "wordings": [
                {
                    "text": w.text,
                    "quotes": list(w.quotes),
                    "outlets": list(w.outlets),
                    "form": w.form,
                }
                for w in statement.wordings
            ],
            "outlets": statement.outlets,
            "independent": statement.independent,
            "said": statement.said,
        }


def event_rows(record: Record) -> Iterator[Row]:
    """Each event, with its tellings."""
    for event in by_id(record.groups.events):
        yield _event(event)


def copy_rows(record: Record) -> Iterator[Row]:
    """Each copy, with its passages."""
    for copy in by_id(record.groups.copies):
        yield {
            "id": copy.id,
            "passages": [cite_cell(passage) for passage in copy.passages],
            "origin": copy.origin
            and {
                "article": copy.origin.article,
                "agency": copy.origin.agency,
                "why": copy.origin.why,
            },
        }


def story_rows(record: Record) -> Iterator[Row]:
    """Each story."""
    for story in by_id(record.groups.stories):
        yield {
            "id": story.id,
            "title": story.title,
            "articles": list(story.articles),
            "from": story.first,
            "to": story.last,
            "storyline": story.storyline,
        }


def finding_rows(record: Record) -> Iterator[Row]:
    """Each finding, with its sides."""
    for finding in by_id(record.groups.findings):
        yield _finding(finding)


def tie_rows(record: Record) -> Iterator[Row]:
    """Each tie, by kind, its two ids, and who judged."""
    for tie in sorted(record.groups.ties, key=lambda t: (t.kind, t.left, t.right, t.by)):
        yield {
            "kind": tie.kind,
            "left": tie.left,
            "right": tie.right,
            "verdict": tie.verdict,
            "score": tie.score,
            "why": tie.why,
            "by": tie.by,
        }


def _event(event: Event) -> Row:
    return {
        "id": event.id,
        "story": event.story,
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "quad": event.quad,
        "goldstein": event.goldstein,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "date": event.date,
        "place": event.place
        and {
            "name": event.place.name,
            "country": event.place.country,
            "lat": event.place.lat,
            "lon": event.place.lon,
        },
        "certainty": event.certainty,
        "tellings": [_telling(telling) for telling in event.tellings],
        "outlets": event.outlets,
        "independent": event.independent,
        "lemma": event.lemma,
        "answers": [{"event": a.event, "cite": cite_cell(a.cite)} for a in event.answers],
    }


def _telling(telling: EventTelling) -> Row:
    return {
        "cite": cite_cell(telling.cite),
        "trigger": cite_cell(telling.trigger),
        "actor": telling.actor and cite_cell(telling.actor),
        "recipient": telling.recipient and cite_cell(telling.recipient),
        "time": telling.time and cite_cell(telling.time),
        "place": telling.place and cite_cell(telling.place),
        "certainty": telling.certainty,
        "attributed_to": telling.attributed_to,
    }


def _finding(finding: Finding) -> Row:
    return {
        "id": finding.id,
        "story": finding.story,
        "kind": finding.kind,
        "slot": finding.slot,
        "type": finding.type,
        "about": {"kind": finding.about.kind, "id": finding.about.id},
        "sides": [
            {
                "value": side.value,
                "cites": [cite_cell(c) for c in side.cites],
                "outlets": side.outlets,
                "independent": side.independent,
            }
            for side in finding.sides
        ],
        "why": finding.why,
        "confidence": finding.confidence,
        "shade": finding.shade,
        "missing": list(finding.missing),
    }

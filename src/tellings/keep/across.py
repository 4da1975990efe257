"""What must hold across articles: groups, placed times and ties rest on things that are there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

import apsw

from tellings.keep import derived
from tellings.keep.evidence import Texts, prove_cites, prove_value, prove_words
from tellings.keep.faults import LINE, Fault, shown
from tellings.keep.kinds import GROUPS, PUBLISHED, TIMES, Group
from tellings.keep.values import seal
from tellings.keep.within import Identify, Seen
from tellings.model import Actor, Copy, Event, Finding, Statement, Story, Time

_QUERY = "SELECT article, id, words, value, seal FROM derived WHERE kind = ? ORDER BY article, id"
# The kind that a finding names what it is about by, and the lines that bear it.
_ABOUT = {
    "story": "stories",
    "copy": "copies",
    "actor": "actors",
    "statement": "statements",
    "event": "events",
}


Lines = Mapping[str, Mapping[str, Group]]  # groups by kind and id
Catalogue = Mapping[str, Set[str]]  # every id in the record, by what it is called in a fault


def prove_groups(
    connection: apsw.Connection, seen: Seen, texts: Texts, identify: Identify
) -> Iterator[Fault]:
    """Each group's bytes, cites and id, then whether all that it names is there."""
    lines: dict[str, dict[str, Group]] = {kind: {} for kind in GROUPS}
    for kind, of in GROUPS.items():
        for _, name, words, packed, stamp in connection.execute(_QUERY, (kind,)):
            group, faults = prove_value(kind, kind, name, (words, packed), stamp, of)
            yield from faults
            if group is None:
                continue
            lines[kind][name] = group
            if group.id != name or identify(kind, group, "") not in (None, name):
                yield Fault(kind, name, "its id is not the one that its content gives")
            yield from prove_cites(kind, name, group, texts)
    known = catalogue(seen, lines)
    for kind, name, group in ((k, n, g) for k, held in lines.items() for n, g in held.items()):
        for where, named in _named(group):
            if named not in known[where]:
                yield Fault(kind, name, f"it names {named}, which is not among the {where}")
        if isinstance(group, Statement):
            yield from _prove_statement(group, seen, texts)
    yield from _prove_stories(lines["stories"])
    yield from _prove_ties(connection, known)


def prove_times(connection: apsw.Connection, texts: Texts, identify: Identify) -> Iterator[Fault]:
    """Each placed time and inferred date: its bytes, its article, and the words at its span."""
    for article, name, words, packed, stamp in connection.execute(_QUERY, (TIMES,)):
        time, faults = prove_value(TIMES, TIMES, name, (words, packed), stamp, Time)
        yield from faults
        text = texts(article)
        if text is None:
            yield Fault(TIMES, name, f"it stands in {article}, which the record does not hold")
        elif time is not None:
            yield from prove_words(TIMES, name, time, words, text)
            if time.id != name or identify(TIMES, time, article) not in (None, name):
                yield Fault(TIMES, name, "its id is not the one that its content gives")
    for article, _, words, packed, stamp in connection.execute(_QUERY, (PUBLISHED,)):
        if seal(words, packed) != stamp:
            yield Fault("articles", article, "its inferred date is not the one that was written")
        if texts(article) is None:
            yield Fault("articles", article, "a date was inferred for it, and it is not held")


def catalogue(seen: Seen, lines: Lines) -> Catalogue:
    """All ids that a line may name."""
    marks = {LINE.get(kind, kind): set(held) for kind, held in seen.marks.items()}
    groups = {kind: set(held) for kind, held in lines.items()}
    return {"articles": seen.articles, **marks, **groups}


def _named(group: Group) -> Iterator[tuple[str, str]]:
    match group:
        case Story():
            yield from (("articles", article) for article in group.articles)
        case Actor():
            yield from (("party", party) for party in group.parties)
        case Copy():
            if group.origin and group.origin.article:
                yield "articles", group.origin.article
        case Statement():
            yield "stories", group.story
            yield from (("actors", actor) for actor in (group.speaker,) if actor)
            yield from (("quotes", quote) for quote in group.tellings)
            yield from (("quotes", quote) for w in group.wordings for quote in w.quotes)
        case Event():
            yield "stories", group.story
            yield from (("actors", actor) for actor in (*group.actors, *group.recipients))
            yield from (("event mention", telling.mark) for telling in group.tellings)
            yield from (("events", a.event) for a in group.answers if a.event is not None)
        case Finding():
            yield "stories", group.story
            yield from (("articles", article) for article in group.missing)
            if group.about.kind in _ABOUT:
                yield _ABOUT[group.about.kind], group.about.id


def _prove_statement(statement: Statement, seen: Seen, texts: Texts) -> Iterator[Fault]:
    """A statement falls with any of its quotes; each wording is a slice where a quote stands."""
    for quote in statement.tellings:
        if ("quotes", quote) in seen.fallen:
            yield Fault("statements", statement.id, f"its quote {quote} does not hold")
    worded = {quote for wording in statement.wordings for quote in wording.quotes}
    for quote in sorted(worded ^ set(statement.tellings)):
        yield Fault("statements", statement.id, f"{quote} is in its tellings or wordings, not both")
    for wording in statement.wordings:
        if not any(_stands(wording.text, quote, seen, texts) for quote in wording.quotes):
            why = f"no quote of its has the wording {shown(wording.text)}"
            yield Fault("statements", statement.id, why)


def _stands(wording: str, quote: str, seen: Seen, texts: Texts) -> bool:
    if quote not in seen.quotes:
        return False
    article, span = seen.quotes[quote]
    reach = len(wording)  # a wording may take in the quotation marks or a cue beside the content
    around = (texts(article) or "")[max(0, span.start - reach) : span.end + reach]
    return wording in around


def _prove_stories(stories: Mapping[str, Group]) -> Iterator[Fault]:
    home: dict[str, str] = {}
    for name, story in stories.items():
        for article in story.articles if isinstance(story, Story) else ():
            if home.setdefault(article, name) != name:
                yield Fault("stories", name, f"{article} is in {home[article]} as well")


def _prove_ties(connection: apsw.Connection, known: Catalogue) -> Iterator[Fault]:
    for tie in derived.ties(connection):
        name = f"{tie.kind} {tie.left} {tie.right} ({tie.by})"
        if not tie.left < tie.right:
            yield Fault("ties", name, "its two ids are not in order")
        for end in (tie.left, tie.right):
            if not any(end in ids for ids in known.values()):
                yield Fault("ties", name, f"it ties {end}, which the record does not hold")

"""The record as one HTML file: no script, no network, each line a link to the words it tells."""

from __future__ import annotations

from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tellings.model import Cite, Published, Record, Span
from tellings.tell.body import Body, Cited, anchor, body, cite_anchor, lines_of, markup
from tellings.tell.chart import chart
from tellings.tell.counts import counts, many
from tellings.tell.dates import spoken
from tellings.tell.stories import lines, view
from tellings.tell.timeline import quad_words, rest
from tellings.tell.view import EventView, RecordView
from tellings.tell.visible import web_link

_Value = TypeVar("_Value")


def report(record: Record) -> str:
    """One HTML page of the whole record, the same for the same record.

    The page may be written to disk as UTF-8 as it is. Whatever stands in an article is shown as
    text: the page holds no script, and its Content-Security-Policy allows none.
    """
    seen = view(record)
    bodies = _bodies(record, seen)
    style = _style(torn for each in bodies.values() for torn in each.torn)
    page = _environment().get_template("report.html.j2")
    return page.render(
        view=seen,
        bodies=bodies,
        title=_title(seen),
        href=_Links(bodies),
        style=Markup(style),
        style_hash=b64encode(sha256(style.encode()).digest()).decode(),
    )


def _title(seen: RecordView) -> str:
    if len(seen.stories) == 1:
        return seen.stories[0].title
    return f"{len(seen.stories)} stories" if seen.stories else "No story"


def _environment() -> Environment:
    """Autoescape on, and each string made visible before it is escaped: no way around `markup`."""
    made = Environment(
        loader=PackageLoader("tellings.tell", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_final,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {"anchor": anchor, "spoken": spoken, "how": _how, "counts": counts}
    made.filters |= {"many": many, "runs": _runs, "by_id": _by_id, "rest": rest}
    made.filters |= {"quad": quad_words, "chart": chart, "web": web_link, "proof": _proof}
    return made


def _final(value: object) -> object:
    if isinstance(value, Markup):
        return value
    return markup(value) if isinstance(value, str) else value


def _style(torn: Iterable[str]) -> str:
    """The sheet, and for each cited place that runs over several elements a rule to light all."""
    sheet = files("tellings.tell").joinpath("templates", "report.css").read_text("utf-8")
    rules = [f":root:has(#{id}:target) .r_{id}{{background:var(--hit)}}\n" for id in torn]
    return sheet + "".join(rules)


def _bodies(record: Record, seen: RecordView) -> dict[str, Body]:
    """The text of every article that the page shows, with anchors for all that its lines cite."""
    cites: dict[str, list[tuple[str, Span]]] = defaultdict(list)
    for story in seen.stories:
        for line, passage in lines(story):
            cites[passage.cite.article].append((line, passage.cite.span))
    passages = [p.cite for s in seen.stories for copy in s.copies for p in copy.passages]
    for copy in seen.copies:
        passages += [p.cite for p in copy.passages]
        for p in copy.passages:
            cites[p.cite.article].append((copy.id, p.cite.span))
    shared = {(each.article, each.span) for each in passages}
    rows = [*(row for story in seen.stories for row in story.articles), *seen.apart]
    return {row.id: _body(record, row.id, cites[row.id], shared) for row in rows}


def _body(
    record: Record, article: str, cites: list[tuple[str, Span]], shared: set[tuple[str, Span]]
) -> Body:
    marks = record.marks.get(article)
    cited = [
        Cited(span, held, (article, span) in shared)
        for span, held in sorted(lines_of(cites).items())
    ]
    sentences = () if marks is None else marks.sentences
    return body(record.articles[article], sentences, cited)


class _Links:
    """Where a cite is shown on the page: its own anchor, else its article, else nowhere."""

    def __init__(self, bodies: dict[str, Body]) -> None:
        self._bodies = bodies

    def __call__(self, passage: Cite) -> str | None:
        held = self._bodies.get(passage.article)
        if held is None:
            return None
        id = cite_anchor(passage.article, passage.span)
        return f"#{id}" if id in held.anchors else f"#{anchor(passage.article)}"


def _runs(values: Iterable[_Value], name: str) -> list[tuple[object, list[_Value]]]:
    """Neighbours that share the attribute `name`, in order, with what they share."""
    return [(key, list(held)) for key, held in groupby(values, key=attrgetter(name))]


def _by_id(events: Iterable[EventView]) -> dict[str, EventView]:
    return {event.id: event for event in events}


def _proof(passage: Cite) -> str:
    """What an element that holds exactly these words is marked with, to be checked by."""
    return f"{passage.article}:{passage.start}:{passage.end}"


def _how(published: Published | None) -> str:
    """How the day of an article is known."""
    if published is None:
        return "not given, and its story does not tell it"
    known = {"given": "given with the article", "dateline": "from its dateline"}
    return known.get(published.how, published.why)

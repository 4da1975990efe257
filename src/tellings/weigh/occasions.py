"""Differences of date between the tellings of one statement: the days on which it was made.

Only where two tellings are shown to be of one utterance (utterances.py) are their days compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from tellings.model import About, Cite, Finding, Statement, digest
from tellings.weigh.dated import CLOSE, Dated, apart, dated, gap, one_date
from tellings.weigh.sayings import Saying, sayings
from tellings.weigh.scene import Scene
from tellings.weigh.utterances import LONG, Uttered, one_utterance, shared, uttered

# One long quotation is no second utterance, however far apart its days are told.
_FAR = 366  # days


@dataclass(frozen=True, slots=True)
class _Said:
    """One telling of a statement with its day."""

    told: Uttered
    saying: Saying
    dated: Dated


def occasions(scene: Scene) -> Iterator[Finding]:
    """One finding for each speaker and set of days: statements of one occasion share its days."""
    days = {article: sayings(scene, article) for article in scene.story.articles}
    found: dict[tuple[str, str, tuple[str, ...]], dict[str, list[_Said]]] = {}
    for statement in scene.statements:
        for kind, members in _members(scene, statement, days):
            values = tuple(sorted({one.dated.value for one in members}))
            key = statement.speaker or statement.id, kind, values
            found.setdefault(key, {})[statement.id] = members
    for (_, kind, _), told in sorted(found.items()):
        first = min(told, key=lambda one: (-len(told[one]), one))
        ones = [one for members in told.values() for one in members]
        hows = "; ".join(sorted({one.saying.why for one in ones}))
        what = f"The days on which one statement is told to have been made ({hows})"
        cites = {one.dated.cite: one.dated for one in sorted(ones, key=lambda o: o.dated.cite)}
        about = About("statement", first)
        words = [(one.dated.value, cite) for one in ones for cite in _apart(scene, one)]
        yield _finding(scene, list(cites.values()), about, what, kind, words)


def _apart(scene: Scene, one: _Said) -> Iterator[Cite]:
    """A telling's words where its day stands in another sentence: else what it dates is unseen."""
    article, quote = scene.quotes[one.told.quote]
    if not scene.sentence(article, one.saying.cite.span).overlaps(quote.span):
        yield scene.cite(article, quote.span)


def _members(
    scene: Scene, statement: Statement, days: dict[str, dict[str, Saying]]
) -> Iterator[tuple[str, list[_Said]]]:
    """The tellings of a statement that stand in a clash, and those that stand at two grains."""
    said = list(_said(scene, statement, days))
    for kind in ("contradiction", "precision"):
        pairs = [(a, b) for a, b in combinations(said, 2) if _differ(scene, a, b, said, kind)]
        members = {one.told.quote: one for pair in pairs for one in pair}
        if members:
            yield kind, list(members.values())


def _said(
    scene: Scene, statement: Statement, days: dict[str, dict[str, Saying]]
) -> Iterator[_Said]:
    for quote_id in statement.tellings:
        article, _ = scene.quotes[quote_id]
        saying = days[article].get(quote_id)
        if saying is None:
            continue
        time = scene.times.get((article, saying.cite.span))
        one = dated(saying.cite, time, scene.days.get(article))
        if one is not None:
            yield _Said(uttered(scene, quote_id), saying, one)


def _differ(scene: Scene, a: _Said, b: _Said, said: Sequence[_Said], kind: str) -> bool:
    """Whether two tellings of one utterance give dates that clash, or one date at two grains."""
    if not one_utterance(a.told, b.told, scene.stop):
        return False
    run = len(shared(a.told, b.told))
    if a.told.article == b.told.article:
        return kind == "contradiction" and run >= LONG and apart(a.dated, b.dated, CLOSE)
    if not _two_origins(scene, [a.dated, b.dated]) or _knows_both(a, b, said):
        return False
    if kind == "precision":
        return one_date(a.dated, b.dated)
    return apart(a.dated, b.dated, _FAR if run >= LONG else CLOSE)


def _knows_both(a: _Said, b: _Said, said: Sequence[_Said]) -> bool:
    """Whether one article gives two of the days: it knows of two occasions."""
    for one in (a, b):
        values = {o.dated.value for o in said if o.told.article == one.told.article}
        if len(values) > 1:
            return True
    return False


def _two_origins(scene: Scene, ones: Sequence[Dated]) -> bool:
    return scene.origins.independent(scene.told(one.cite for one in ones)) > 1


def _finding(
    scene: Scene,
    ones: Sequence[Dated],
    about: About,
    what: str,
    kind: str,
    words: Sequence[tuple[str, Cite]] = (),
) -> Finding:
    told: dict[str, list[Cite]] = {}
    for value, cite in (*((one.value, one.cite) for one in ones), *words):
        told.setdefault(value, []).append(cite)
    sides = [scene.side(value, cites) for value, cites in sorted(told.items())]
    sides.sort(key=lambda side: (-side.independent, side.value))
    clash = kind == "contradiction"
    ways = "cannot be one" if clash else "are one date at two grains"
    reach = max((gap(a, b) for a, b in combinations(ones, 2)), default=0)
    far = f", {reach} day{'s' * (reach != 1)} apart" if clash else ""
    return Finding(
        digest("f", "date", kind, about.kind, about.id, *sorted(told)),
        scene.story.id,
        "difference",
        "date",
        "contradiction" if clash else "precision",
        about,
        tuple(sides),
        f"{what} were compared, each as its own article places it: {', '.join(sorted(told))} "
        f"{ways}{far}. Planned and denied tellings, weekdays "
        "that can be of two weeks, articles that give both and copies of one text were left out.",
        0.75 if clash else 0.85,
    )

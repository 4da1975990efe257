"""What an outlet lacks that two or more independent origins tell, and that was public before it.

Never for an outlet that printed earlier, much later or on an unknown day, never where the article
has words that could tell it after all, and of events only those whose kind is known: which win or
launch an article lacks, a verb alone cannot say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.model import About, Cite, Finding, Statement, digest
from tellings.text.calendar import bounds
from tellings.text.content import content
from tellings.weigh.independence import Told
from tellings.weigh.matter import Matter, holds, of_event, of_statement, together, wording_of
from tellings.weigh.scene import Scene

# Two independent origins at least, and half of all origins of the story: what only some found worth
# telling is no omission of the rest.
_LEAST, _SHARE = 2, 0.5
# An article that has so large a share of a telling's words, in whatever sentences, may tell it in
# other words.
_HIDDEN = 0.5
# An article of so many days after the second origin tells of what came next.
_NEXT = 3
_UNHAPPENED = frozenset({"planned", "hypothetical"})
_BRIEF = 4  # an article a quarter as long as the shortest that tells it is a brief


def omissions(scene: Scene) -> Iterator[Finding]:
    """Findings on events and statements that articles of the story lack."""
    everybody = scene.origins.independent(
        told for a in scene.story.articles for told in scene.told([_whole(scene, a)])
    )
    for event in scene.events:
        if event.certainty in _UNHAPPENED or event.type == "OTHER" or not event.actors:
            continue
        triggers = frozenset(
            stem for t in event.tellings for stem in content(t.trigger.text, scene.stop)
        )
        about = About("event", event.id)
        told = of_event(scene, event)
        yield from _lacking(scene, about, told, event.lemma, everybody, triggers)
    for statement in scene.statements:
        about = About("statement", statement.id)
        told = of_statement(scene, statement)
        yield from _lacking(scene, about, told, statement, everybody, frozenset())


def _whole(scene: Scene, article: str) -> Cite:
    sentences = scene.marks[article].sentences
    span = sentences[0].span if sentences else None
    text = scene.articles[article].text
    return (
        Cite(article, span.start, span.end, span.of(text))
        if span
        else Cite(article, 0, 1, text[:1])
    )


def _lacking(
    scene: Scene,
    about: About,
    tellings: Sequence[Matter],
    value: str | Statement,
    everybody: int,
    triggers: frozenset[str],
) -> Iterator[Finding]:
    """`value` is what is shown, or the statement whose wording is.

    `triggers` are stems of which any one in an article may tell the event.
    """
    cites = together(scene, tellings)
    groups = scene.origins.groups(scene.told(cites))
    if len(groups) < max(_LEAST, _SHARE * everybody):
        return
    tellers = {one.cite.article for one in tellings}
    outlets = {scene.origins.label(article) for article in tellers}
    missing = [
        article
        for article in scene.story.articles
        if scene.origins.label(article) not in outlets
        and _was_public(scene, groups, article)
        and not _hidden(scene, tellings, triggers, article)
        and not _brief(scene, tellers, article)
    ]
    if not missing:
        return
    shown = value if isinstance(value, str) else wording_of(scene, value, cites)
    yield Finding(
        digest("f", "omission", about.kind, about.id),
        scene.story.id,
        "omission",
        None,
        None,
        about,
        (scene.side(shown, cites),),
        f"{len(groups)} independent origins tell it, and it was public before the outlets named "
        f"here printed, at most {_NEXT} days before; none of them has half of the words of any "
        "telling. Briefs were left out.",
        0.7,
        tuple(sorted(missing)),
    )


def _was_public(scene: Scene, groups: Sequence[Sequence[Told]], article: str) -> bool:
    """Whether two origins had printed it on days before `article` came out, and not long before."""
    mine = bounds(scene.days.get(article))
    earlier = []
    for group in groups:
        articles = {one.article for one in group}
        days = [bounds(scene.days[a]) for a in articles if scene.before(a, article) is True]
        earlier.extend([min(day[0] for day in days if day is not None)] if days else [])
    if mine is None or len(earlier) < _LEAST:
        return False
    return (mine[0] - sorted(earlier)[_LEAST - 1]).days <= _NEXT


def _hidden(
    scene: Scene, tellings: Sequence[Matter], triggers: frozenset[str], article: str
) -> bool:
    headline = scene.articles[article].title or ""
    words = frozenset(content(f"{headline} {scene.articles[article].text}", scene.stop))
    if not triggers.isdisjoint(words):
        return True
    return any(holds(one.stems, words, _HIDDEN) for one in tellings)


def _brief(scene: Scene, tellers: set[str], article: str) -> bool:
    least = min(len(scene.articles[other].text) for other in tellers)
    return len(scene.articles[article].text) * _BRIEF < least

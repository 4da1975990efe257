"""What an outlet lacks that two or more independent origins tell, and that was public before it.

Never for an outlet that printed earlier or on an unknown day, never where the article has words
that could tell it after all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.model import About, Cite, Event, Finding, Statement, digest
from tellings.text.content import content
from tellings.weigh.independence import Told
from tellings.weigh.scene import Scene

# Two independent origins at least, and half of all origins of the story: what only some found worth
# telling is no omission of the rest.
_LEAST, _SHARE = 2, 0.5
# A sentence with so large a share of a telling's content words may tell it in other words.
_HIDDEN = 0.5
_BRIEF = 10  # an article a tenth as long as the shortest that tells it is a brief


def omissions(scene: Scene) -> Iterator[Finding]:
    """Findings on events and statements that articles of the story lack."""
    everybody = scene.origins.independent(
        told for a in scene.story.articles for told in scene.told([_whole(scene, a)])
    )
    for event in scene.events:
        if event.certainty in {"planned", "hypothetical"} or not event.actors:
            continue
        yield from _lacking(scene, About("event", event.id), _events(event), event.lemma, everybody)
    for statement in scene.statements:
        cites = _statements(scene, statement)
        yield from _lacking(scene, About("statement", statement.id), cites, "", everybody)


def _whole(scene: Scene, article: str) -> Cite:
    sentences = scene.marks[article].sentences
    span = sentences[0].span if sentences else None
    text = scene.articles[article].text
    return (
        Cite(article, span.start, span.end, span.of(text))
        if span
        else Cite(article, 0, 1, text[:1])
    )


def _events(event: Event) -> list[Cite]:
    return [telling.cite for telling in event.tellings]


def _statements(scene: Scene, statement: Statement) -> list[Cite]:
    found = []
    for quote_id in statement.tellings:
        article, quote = scene.quotes[quote_id]
        found.append(scene.cite(article, quote.span))
    return found


def _lacking(
    scene: Scene, about: About, cites: Sequence[Cite], value: str, everybody: int
) -> Iterator[Finding]:
    told = scene.told(cites)
    groups = scene.origins.groups(told)
    if len(groups) < max(_LEAST, _SHARE * everybody):
        return
    tellers = {cite.article for cite in cites}
    sentences = [scene.cite(one.article, one.span) for one in told]
    missing = [
        article
        for article in scene.story.articles
        if article not in tellers
        and not (scene.outlets(cites) & {scene.origins.label(article)})
        and _was_public(scene, groups, article)
        and not _hidden(scene, sentences, article)
        and not _brief(scene, tellers, article)
    ]
    if not missing:
        return
    yield Finding(
        digest("f", "omission", about.kind, about.id),
        scene.story.id,
        "omission",
        None,
        None,
        about,
        (scene.side(value or cites[0].text, cites),),
        f"{len(groups)} independent origins tell it, and it was public before the outlets named "
        "here printed; no sentence of theirs shares half of its words. Briefs were left out.",
        0.7,
        tuple(sorted(missing)),
    )


def _was_public(scene: Scene, groups: Sequence[Sequence[Told]], article: str) -> bool:
    """Whether two origins at least had printed it on a day before `article` came out."""
    earlier = 0
    for group in groups:
        articles = {one.article for one in group}
        earlier += any(scene.before(other, article) is True for other in articles)
    return earlier >= _LEAST


def _hidden(scene: Scene, told: Sequence[Cite], article: str) -> bool:
    text = scene.articles[article].text
    mine = [set(content(s.span.of(text), scene.stop)) for s in scene.marks[article].sentences]
    for cite in told:
        theirs = set(content(cite.text, scene.stop))
        if any(len(theirs & words) >= _HIDDEN * max(len(theirs), 1) for words in mine):
            return True
    return False


def _brief(scene: Scene, tellers: set[str], article: str) -> bool:
    least = min(len(scene.articles[other].text) for other in tellers)
    return len(scene.articles[article].text) * _BRIEF < least

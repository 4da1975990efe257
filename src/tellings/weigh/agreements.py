"""What several independent origins tell alike."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.model import About, Finding, Side, digest
from tellings.weigh.scene import Scene

_LEAST = 2  # independent origins


def agreements(scene: Scene, disputed: frozenset[str]) -> Iterator[Finding]:
    """Events and statements that two or more origins tell; `disputed` are ids with a difference."""
    for event in scene.events:
        if event.independent >= _LEAST and event.id not in disputed and event.actors:
            cites = [telling.cite for telling in event.tellings]
            yield _finding(scene, About("event", event.id), scene.side(event.lemma, cites))
    for statement in scene.statements:
        if statement.independent < _LEAST or statement.id in disputed:
            continue
        cites = [
            scene.cite(a, q.span) for a, q in map(scene.quotes.__getitem__, statement.tellings)
        ]
        value = statement.wordings[0].text
        yield _finding(scene, About("statement", statement.id), scene.side(value, cites))


def _finding(scene: Scene, about: About, side: Side) -> Finding:

    return Finding(
        digest("f", "agreement", about.kind, about.id),
        scene.story.id,
        "agreement",
        None,
        None,
        about,
        (side,),
        f"{side.outlets} outlets of {side.independent} independent origins tell it alike.",
        0.8,
    )

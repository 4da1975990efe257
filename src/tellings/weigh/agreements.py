"""What several independent origins tell alike."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.model import About, Finding, Side, digest
from tellings.weigh.matter import of_event, of_statement, together, wording_of
from tellings.weigh.scene import Scene

_LEAST = 2  # independent origins


def agreements(scene: Scene, disputed: frozenset[str]) -> Iterator[Finding]:
    """Events and statements that two or more origins tell; `disputed` are ids with a difference.

    Only the tellings that tell the same matter stand in the finding.
    """
    for event in scene.events:
        if event.independent >= _LEAST and event.id not in disputed and event.actors:
            cites = together(scene, of_event(scene, event))
            # Who acted is agreed on only where two of the tellings that agree name somebody.
            acted = [t for t in event.tellings if t.actor is not None and t.cite in cites]
            if len({telling.cite.article for telling in acted}) < _LEAST:
                continue
            yield from _finding(scene, About("event", event.id), scene.side(event.lemma, cites))
    for statement in scene.statements:
        if statement.independent >= _LEAST and statement.id not in disputed:
            cites = together(scene, of_statement(scene, statement))
            side = scene.side(wording_of(scene, statement, cites), cites)
            yield from _finding(scene, About("statement", statement.id), side)


def _finding(scene: Scene, about: About, side: Side) -> Iterator[Finding]:
    if side.independent < _LEAST:
        return
    yield Finding(
        digest("f", "agreement", about.kind, about.id),
        scene.story.id,
        "agreement",
        None,
        None,
        about,
        (side,),
        f"{side.outlets} outlets of {side.independent} independent origins tell it alike: their "
        "words besides actor and act, or the words of the statement, meet.",
        0.8,
    )

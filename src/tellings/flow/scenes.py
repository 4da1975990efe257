"""One scene a story, with what the steps before have found: what later steps look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from tellings.flow.state import State
from tellings.model import Cite, Record, Span
from tellings.text.background import Background
from tellings.weigh.independence import Origins, Told
from tellings.weigh.scene import Scene
from tellings.words.background import background
from tellings.words.tables import toml


def scenes_of(state: State) -> list[Scene]:
    """One scene a story, with what the steps before have found."""
    owner = {party: actor.id for actor in state.actors for party in actor.parties}
    origins = Origins(state.articles, state.copies, _owners())
    statements, events = defaultdict(list), defaultdict(list)
    for statement in state.statements:
        statements[statement.story].append(statement)
    for event in state.events:
        events[event.story].append(event)
    times = {(article, time.span): time for article, time in state.times}
    return [
        Scene(
            story,
            state.articles,
            state.marks,
            tuple(statements[story.id]),
            tuple(events[story.id]),
            times,
            state.days,
            owner,
            origins,
            stop_words(),
        )
        for story in state.stories
    ]


def counts_of(scene: Scene) -> Callable[[Sequence[tuple[str, Span]]], tuple[int, int]]:
    """How many outlets, and how many of them independent, tell what stands at given places."""

    def counts(places: Sequence[tuple[str, Span]]) -> tuple[int, int]:
        told = [Told(article, span) for article, span in places]
        return scene.origins.outlets(told), scene.origins.independent(told)

    return counts


def counter(record: Record) -> Callable[[tuple[Cite, ...]], tuple[int, int]]:
    """How `verify` counts the outlets and origins of a line's cites, from the record itself."""
    read = {i: a for i, a in record.articles.items() if a.aside is None}
    state = State(read, record.marks, record.groups.stories, record.groups.copies)
    scenes = {a: scene for scene in scenes_of(state) for a in scene.story.articles}

    def count(cites: tuple[Cite, ...]) -> tuple[int, int]:
        if not cites or cites[0].article not in scenes:
            return 0, 0
        scene = scenes[cites[0].article]
        told = scene.told(cites)
        return scene.origins.outlets(told), scene.origins.independent(told)

    return count


def background_weights() -> Background:
    """How common each word is in news at large."""
    return Background.parse(background())


def stop_words() -> frozenset[str]:
    """Words too common to tell two texts apart."""
    return frozenset(toml("stop.toml")["words"])


def _owners() -> dict[str, str]:
    return {
        domain: outlet["owner"]
        for outlet in toml("outlets.toml")["outlet"]
        if "owner" in outlet
        for domain in outlet["domains"]
    }

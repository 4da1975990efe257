"""The steps that join articles, and what is told in them: each over the whole set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tellings.flow.scenes import background_weights, counts_of, scenes_of, stop_words
from tellings.flow.state import State
from tellings.link import actors as link_actors
from tellings.link import copies as link_copies
from tellings.link import events as link_events
from tellings.link import statements as link_statements
from tellings.link import utterances as link_utterances
from tellings.link.answers import answered
from tellings.link.concerned import numbers_of, towns_of
from tellings.link.dates import infer, undated
from tellings.link.places import place_of
from tellings.link.said import Said
from tellings.link.stories import Item, stories
from tellings.model import Actor, Event, Span, Statement, Story, Tie
from tellings.text.calendar import bounds
from tellings.text.placing import place_all
from tellings.weigh.scene import Scene
from tellings.words.tables import toml


def stories_step(state: State) -> State:
    """Articles into stories, with the ties that say why."""
    weights = background_weights()
    items = [Item.of(a, state.marks[i], weights) for i, a in state.articles.items()]
    ties, found = stories(items)
    return replace(state, stories=found, ties=state.ties + ties)


def copies_step(state: State) -> State:
    """Passages that one article has from another."""
    sources = [link_copies.Source.of(article) for article in state.articles.values()]
    return replace(state, copies=link_copies.copies(sources, background_weights()))


def dates_step(state: State) -> State:
    """The day of publication of each article: given, on its dateline, or inferred by its story."""
    days: dict[str, str | None] = {
        i: a.published.value if a.published else None for i, a in state.articles.items()
    }
    inferred = []
    for story in state.stories:
        members = [undated(state.articles[i], state.marks[i]) for i in story.articles]
        for article, (value, why) in sorted(infer(members).items()):
            if value is not None and days[article] is None:
                days[article] = value
                inferred.append((article, value, why))
    dated = tuple(_dated(story, days) for story in state.stories)
    return replace(state, stories=dated, days=days, inferred=tuple(sorted(inferred)))


def _dated(story: Story, days: Mapping[str, str | None]) -> Story:
    """A story with the first and the last day on which it was told, as far as they are known."""
    spans = [span for article in story.articles if (span := bounds(days[article])) is not None]
    if not spans:
        return story
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    return replace(story, first=first.isoformat(), last=last.isoformat())


def times_step(state: State) -> State:
    """Every time expression placed on its article's day."""
    placed = [
        (article, time)
        for article, marks in state.marks.items()
        for time in place_all(marks.expressions, state.days[article], quotes=marks.quotes)
    ]
    return replace(state, times=tuple(sorted(placed, key=lambda pair: (pair[0], pair[1].span))))


def actors_step(state: State) -> State:
    """Parties into actors, within a story and across stories."""
    story_of = _story_of(state)
    casts = [
        link_actors.Cast(
            i, story_of.get(i, ""), state.articles[i].text, marks.parties, marks.events
        )
        for i, marks in state.marks.items()
    ]
    ties, found = link_actors.actors(casts)
    return replace(state, actors=found, ties=state.ties + ties)


def statements_step(state: State) -> State:
    """Quotes into statements, story by story."""
    comparer = link_utterances.Comparer(background_weights().of, stop_words())
    found: list[Statement] = []
    ties: list[Tie] = []
    for scene in scenes_of(state):
        said = [_said(scene, state, quote) for quote in sorted(scene.quotes)]
        made = link_statements.statements(scene.story.id, said, comparer, counts_of(scene))
        ties.extend(made[0])
        found.extend(made[1])
    by_id = tuple(sorted(found, key=lambda s: s.id))
    return replace(state, statements=by_id, ties=(*state.ties, *ties))


def _said(scene: Scene, state: State, quote_id: str) -> Said:
    article, quote = scene.quotes[quote_id]
    named = {party.id for party in state.marks[article].parties if _is_named(party.why)}
    time = scene.times.get((article, quote.said)) if quote.said else None
    return Said(
        quote,
        article,
        scene.origins.label(article),
        state.articles[article].text,
        scene.sentence(article, quote.span),
        scene.actors.get(quote.speaker) if quote.speaker else None,
        quote.speaker in named,
        time.edtf if time else None,
        state.days[article],
    )


def _is_named(why: str) -> bool:
    return "not named" not in why


def events_step(state: State) -> State:
    """Mentions into events, story by story."""
    comparer = link_events.Comparer(background_weights().of, stop_words())
    scale = {root: (int(q), float(g)) for root, (q, g) in toml("events.toml")["goldstein"].items()}
    known = {actor.id: actor for actor in state.actors}
    found: list[Event] = []
    ties: list[Tie] = []
    for scene in scenes_of(state):
        happened = happened_in(scene, state, known)
        made = link_events.events(scene.story.id, happened, comparer, counts_of(scene), scale)
        ties.extend(made[0])
        found.extend(made[1])
    by_id = tuple(sorted(found, key=lambda e: e.id))
    return replace(state, events=by_id, ties=(*state.ties, *ties))


def happened_in(
    scene: Scene, state: State, known: Mapping[str, Actor]
) -> list[link_events.Happened]:
    found = []
    named = _named(scene)
    for article in scene.story.articles:
        marks, text = state.marks[article], state.articles[article].text
        dates = _placed(scene, article)
        for mention in marks.events:
            time = scene.times.get((article, mention.time)) if mention.time else None
            speaker = mention.attributed_to
            actors = _actor_ids(scene, mention.actors)
            recipients = _actor_ids(scene, mention.recipients)
            both = {*actors, *recipients}
            sentence = scene.sentence(article, mention.trigger)
            found.append(
                link_events.Happened(
                    mention,
                    article,
                    text,
                    sentence,
                    actors,
                    recipients,
                    scene.actors.get(speaker) if speaker else None,
                    time.edtf if time else None,
                    place_of(mention.place.of(text)) if mention.place else None,
                    frozenset(a for a in both & named if known[a].kind == "person"),
                    {a: country for a in both if (country := known[a].country)},
                    sum(s.span.end <= sentence.start for s in marks.sentences),
                    tuple(edtf for span, edtf in dates if mention.span.contains(span)),
                    tuple(edtf for span, edtf in dates if sentence.contains(span)),
                    state.days[article],
                    frozenset(both - named),
                    towns_of(mention, marks.names, text),
                    numbers_of(mention, marks.quantities),
                )
            )
    return found


def _named(scene: Scene) -> set[str]:
    """The actors that a name is known of, not only what they are."""
    parties = (p for article in scene.story.articles for p in scene.marks[article].parties)
    return {scene.actors[p.id] for p in parties if _is_named(p.why) and p.id in scene.actors}


def _placed(scene: Scene, article: str) -> list[tuple[Span, str]]:
    """The dates that an article names, with where they stand."""
    marked = (scene.times.get((article, one.span)) for one in scene.marks[article].expressions)
    return [(t.span, t.edtf) for t in marked if t and t.edtf and t.type in ("DATE", "TIME")]


def _actor_ids(scene: Scene, parties: Sequence[str]) -> tuple[str, ...]:
    return tuple(sorted({scene.actors[p] for p in parties if p in scene.actors}))


def answers_step(state: State) -> State:
    """Which event answers which."""
    return replace(state, events=answered(state.events, state.marks.values(), state.articles))


def _story_of(state: State) -> dict[str, str]:
    return {article: story.id for story in state.stories for article in story.articles}
